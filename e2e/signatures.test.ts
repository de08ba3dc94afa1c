import { join } from "node:path";
import { deadLetterCount, publishAcked, type PublishRequest } from "@bowline/bus";
import { encodeEvent, type Event, type Order, subjectOf } from "@bowline/contracts";
import { us } from "@bowline/kernel";
import { ensureKey, makeSign, readSigningKey } from "@bowline/signing";
import { anEntry, anOrder, dollars } from "@bowline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventsOf, type ExecutionRig, type RigProcess, startExecutionRig, until, untilReady } from "./execution-rig.ts";

let rig: ExecutionRig;
let execution: RigProcess;
let dataDir: string;

beforeAll(async () => {
  rig = await startExecutionRig();
  dataDir = join(rig.home, "execution");
  execution = await rig.start({ dataDir });
  await untilReady(execution);
});
afterAll(async () => rig.stop());

let tried = 0;
/** An approval of an order that would go at once, as the gate would write it, without its signature. */
function approval(): PublishRequest {
  tried += 1;
  const clOrdId = `SIGN${String(tried).padStart(16, "0")}`;
  const order = anOrder({
    clOrdId,
    orderQty: 1_000_000 as Order["orderQty"],
    lmtPx: dollars("20"),
    triggerKey: `forged:${tried}`,
    expiresUs: us(rig.nowUs() + 60_000_000),
  });
  return message({ kind: "order.approved", order, refPx: dollars("100") }, "risk-gate");
}
function message(event: Event, machine: string): PublishRequest {
  tried += 1;
  const id = `SIGN${String(tried).padStart(22, "0")}`;
  const { header } = anEntry(event, {
    id,
    machine,
    causeSeq: 1_000_000 + tried,
    eventUs: rig.nowUs(),
    seenUs: rig.nowUs(),
  });
  return { subject: subjectOf(event), bytes: encodeEvent(header, event), msgId: id };
}
const signedWith = (file: string, request: PublishRequest, nowMs?: () => number): PublishRequest => ({
  ...request,
  signature: makeSign(readSigningKey(file), nowMs === undefined ? {} : { nowMs })(request.subject, request.bytes),
});
const publish = async (request: PublishRequest): Promise<void> => {
  expect((await publishAcked(rig.bus, request)).ok).toBe(true);
};
const gateKey = (): string => rig.keys.files.signing["risk-gate"];
const aMinuteAgo = (): number => Temporal.Now.instant().epochMilliseconds - 120_000;

/** Everything that somebody could try who can write into the journal and has not the gate's key. */
function forgeries(genuine: PublishRequest): Readonly<Record<string, PublishRequest>> {
  const foreign = join(rig.home, "foreign.key");
  ensureKey(foreign);
  const other = signedWith(gateKey(), approval());
  return {
    MISSING: approval(),
    MALFORMED: { ...approval(), signature: "ed25519.1;x" },
    FOREIGN_KEY: signedWith(foreign, approval()),
    WRONG_SIGNER: signedWith(rig.keys.files.signing.operator, approval()),
    TAMPERED: { ...approval(), signature: other.signature ?? "" },
    EXPIRED: signedWith(gateKey(), approval(), aMinuteAgo),
    REPLAYED: { ...genuine, msgId: "a copy" },
  };
}

const codesRefused = async (): Promise<readonly string[]> =>
  (await execution.metric("bowline_signatures_refused_total"))
    .map((line) => /code="(\w+)"/.exec(line)?.[1] ?? "")
    .toSorted();

describe("[fault 54] approvals that the gate did not sign", () => {
  it("are refused, counted, put aside and told, each of them; what the gate signed goes out once", async () => {
    const genuine = signedWith(gateKey(), approval());
    await publish(genuine);
    await until(() => (rig.placed().length === 1 ? true : undefined), 10_000, "the genuine one");
    const forged = forgeries(genuine);
    for (const request of Object.values(forged)) await publish(request);
    await publish(message({ kind: "risk.trading-state", scope: "global", state: "ACTIVE", reason: "" }, "risk-gate"));
    await publish(message({ kind: "control.resume", scope: "global", reason: "", by: "nobody" }, "operator"));
    await publish(signedWith(gateKey(), approval()));
    await until(() => (rig.placed().length >= 2 ? true : undefined), 10_000, "one behind them");
    expect(rig.placed()).toHaveLength(2);
    expect(await codesRefused()).toEqual(Object.keys(forged).toSorted());
    expect(await deadLetterCount(rig.bus)).toBe(Object.keys(forged).length + 2);
    const alerts = eventsOf(rig, "control.alert").filter(({ code }) => code === "SIGNATURE_REFUSED");
    expect(new Set(alerts.map(({ subject }) => subject))).toEqual(
      new Set(["bw.order.approved.tech.AAPL", "bw.risk.trading-state.global", "bw.control.resume"]),
    );
  });

  it("are refused by the next process too, copies among them, and told no second time", { tags: ["all"] }, async () => {
    const placed = rig.placed().length;
    const aside = await deadLetterCount(rig.bus);
    const genuine = signedWith(gateKey(), approval());
    await publish(genuine);
    await until(() => (rig.placed().length > placed ? true : undefined), 10_000, "the genuine one");
    execution.signal("SIGKILL");
    await execution.ended;
    execution = await rig.start({ dataDir });
    await untilReady(execution);
    await publish({ ...genuine, msgId: "a copy after the restart" });
    await publish(signedWith(gateKey(), approval()));
    await until(() => (rig.placed().length > placed + 1 ? true : undefined), 10_000, "one behind it");
    expect(rig.placed()).toHaveLength(placed + 2);
    expect(await deadLetterCount(rig.bus)).toBe(aside + 1);
  });

  it("a kill takes effect without one, and is flagged", async () => {
    const placed = rig.placed().length;
    await publish(message({ kind: "control.kill", scope: "global", reason: "help", by: "anybody" }, "operator"));
    await until(() => eventsOf(rig, "control.alert").find(({ code }) => code === "KILL_UNSIGNED"), 10_000, "the flag");
    await publish(signedWith(gateKey(), approval()));
    await until(
      () => eventsOf(rig, "control.alert").find(({ code }) => code === "ORDER_NOT_SENT"),
      10_000,
      "what was not sent",
    );
    expect(rig.placed()).toHaveLength(placed);
  });
});
