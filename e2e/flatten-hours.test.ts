import type { EventByKind, EventKind } from "@bowline/contracts";
import { shares } from "@bowline/kernel";
import { aFill, type SpawnedService } from "@bowline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { until } from "./execution-rig.ts";
import { type GateRig, startGateRig } from "./gate-rig.ts";

const HELD = shares(10);
/** Longer than a person waits to hear why nothing is closed. */
const LONG_SECONDS = 60;

let rig: GateRig;
let gate: SpawnedService;
beforeAll(async () => {
  rig = await startGateRig({});
  gate = await rig.start();
}, 60_000);
afterAll(() => rig.stop());

const eventsOf = <K extends EventKind>(kind: K): readonly EventByKind<K>[] =>
  rig.entries().flatMap(({ event }) => (event.kind === kind ? [event as EventByKind<K>] : []));
const closing = (): readonly EventByKind<"order.approved">[] =>
  eventsOf("order.approved").filter(({ flattens }) => flattens !== undefined);
/** A position, as execution tells of it. */
async function hold(): Promise<string> {
  const clOrdId = await rig.intend(0);
  await rig.decided([clOrdId]);
  const approved = eventsOf("order.approved").find(({ order }) => order.clOrdId === clOrdId);
  if (approved === undefined) throw new Error(`${clOrdId}: ${rig.codesOf(clOrdId).join()}`);
  const { accountId, group, symbol, strategy, rule, side, orderQty, ordType, timeInForce } = approved.order;
  const about = { clOrdId, accountId, group, symbol, strategy, side } as const;
  await rig.journal(
    { kind: "order.submitted", ...about, rule, leg: "ENTRY", orderQty, ordType, timeInForce },
    "execution",
  );
  await rig.journal(aFill({ ...about, lastQty: HELD, cumQty: HELD, transactUs: rig.nowUs() }), "execution");
  rig.hold({ symbol, quantity: HELD });
  return symbol;
}

describe("flattening outside regular hours, at a real gate", () => {
  it("waits for the open and says so, through kill -9 of the gate, and closes once when the market opens", async () => {
    const symbol = await hold();
    await rig.pass(1, "closed");
    await rig.journal(
      { kind: "control.kill", scope: "global", level: "FLATTEN", reason: "drill", by: "e2e" },
      "operator",
    );
    const waits = () =>
      eventsOf("risk.flatten").find(({ parts }) => parts.some((part) => part.because === "MARKET_CLOSED"));
    expect((await until(waits, 10_000, "the flatten")).parts.map((part) => part.symbol)).toEqual([symbol]);
    await gate.kill();
    gate = await rig.start();
    await rig.pass(LONG_SECONDS, "closed");
    const alert = await until(
      () => eventsOf("control.alert").find(({ code }) => code === "FLATTEN_WAITS"),
      10_000,
      "the alert",
    );
    expect([alert.severity, alert.subject, closing()]).toEqual(["WARNING", symbol, []]);
    await rig.pass(1);
    const [first] = await until(() => (closing().length > 0 ? closing() : undefined), 10_000, "the closing order");
    expect(first?.order).toMatchObject({ symbol, side: "SELL", orderQty: HELD, reduceOnly: true });
    await rig.pass(1);
    await rig.decided([await rig.intend(1)]);
    expect(closing()).toHaveLength(1);
  });
});
