import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { encodeEvent, subjectOf } from "@bowline/contracts";
import { type Bus, connectBus, publishAcked, publishCore } from "@bowline/bus";
import { lockstepHelloCodec } from "@bowline/contracts";
import { setUpJournal } from "@bowline/service-kit/journal-setup";
import { makeTestKeys, withNatsServer } from "@bowline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCommand, startCommand } from "./test-command.ts";
import { aDay, aDecision, ENTRY_ID } from "./test-day.ts";

const nats = withNatsServer();
const folder = mkdtempSync(join(tmpdir(), "bowline-keys-"));
let bus: Bus;
/** The generation is the first entry; the day's follow it. */
const FIRST = 2;

beforeAll(async () => {
  bus = await connectBus({ url: nats.url, name: "test" });
  await setUpJournal(bus, { ticks: true });
  for (const { subject, header, event } of [...aDay(), aDecision()])
    await publishAcked(bus, { subject, bytes: encodeEvent(header, event), msgId: header.id });
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await bus.close();
});

const linesOf = (out: string): readonly unknown[] =>
  out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as unknown);
const run = (...args: readonly string[]) => runCommand([...args, "--nats", nats.url]);

describe("tap", () => {
  it("prints entries from a sequence on, decoded, and ends at its count", async () => {
    const { out, code } = await run("tap", "bw.>", "--from", String(FIRST), "--count", String(aDay().length));
    expect(code).toBe(0);
    expect(linesOf(out)).toEqual(
      aDay().map(({ subject, header, event }, index) => ({ seq: FIRST + index, subject, header, event })),
    );
  });
  it("prints only what a wildcard takes", async () => {
    const { out } = await run("tap", "bw.order.filled.*.AAPL", "--from", "1", "--count", "2");
    expect(linesOf(out)).toMatchObject([{ event: { execId: "exec-1" } }, { event: { execId: "exec-2" } }]);
  });
  it("reads decision records from their own stream", async () => {
    const { out } = await run("tap", "bw.decision.>", "--from", "1", "--count", "1");
    expect(linesOf(out)).toMatchObject([{ event: { kind: "decision", outcome: "FIRED" } }]);
  });
  it("prints the conductor's words as they come", async () => {
    const timer = setInterval(
      () => publishCore(bus, "lockstep.hello", lockstepHelloCodec.encode({ process: "p", participant: "feed" })),
      50,
    );
    const { out } = await run("tap", "lockstep.>", "--count", "1");
    clearInterval(timer);
    expect(linesOf(out)).toEqual([{ subject: "lockstep.hello", process: "p", participant: "feed" }]);
  });
  it("says that what is not stored has no sequence", async () => {
    expect((await run("tap", "lockstep.>", "--from", "1")).errors).toMatch(/not stored/);
  });
});

describe("alerts", () => {
  it("lists what a person should look at, and says where there is nothing", async () => {
    expect((await run("alerts")).out).toBe("no alerts\n");
    const event = {
      kind: "control.alert",
      source: "execution",
      severity: "CRITICAL",
      code: "DISK_FAILED",
      subject: "execution.wal",
      detail: "no space left on device",
    } as const;
    const { header } = aDecision();
    const msgId = "alert-1";
    await publishAcked(bus, {
      subject: subjectOf(event),
      bytes: encodeEvent({ ...header, machine: "loop.alert.execution.0", id: msgId }, event),
      msgId,
    });
    expect((await run("alerts")).out).toMatch(
      / CRITICAL execution DISK_FAILED: execution.wal no space left on device\n$/,
    );
    const { kind: _kind, ...fields } = event;
    expect(linesOf((await run("alerts", "--json")).out)).toMatchObject([fields]);
  });
  it("goes on with each as it comes, until Ctrl-C", async () => {
    const following = startCommand(["alerts", "--follow", "--json", "--nats", nats.url]);
    expect(JSON.parse(await following.line())).toMatchObject({ code: "DISK_FAILED" });
    const event = {
      kind: "control.alert",
      source: "risk-gate",
      severity: "WARNING",
      code: "LATE",
      subject: "",
      detail: "",
    } as const;
    const { header } = aDecision();
    await publishAcked(bus, {
      subject: subjectOf(event),
      bytes: encodeEvent({ ...header, machine: "loop.alert.risk-gate.0", id: "alert-2" }, event),
      msgId: "alert-2",
    });
    expect(JSON.parse(await following.line())).toMatchObject({ source: "risk-gate", code: "LATE" });
    expect(await following.interrupt()).toBe(0);
  });
});

describe("the books", () => {
  it("are shown as tables, JSON and CSV", async () => {
    expect((await run("orders")).out).toMatch(/FILLED/);
    expect(linesOf((await run("trades", "--json")).out)).toMatchObject([{ symbol: "AAPL", netPnl: "198" }]);
    expect((await run("trades", "--csv")).out).toMatch(/^symbol,strategy,.*\nAAPL,demo,LONG,100,/);
    expect((await run("positions")).out.trim()).toBe("no open positions");
  });
  it("explain an order from the prediction to the position", async () => {
    expect((await run("explain", ENTRY_ID)).out).toMatch(
      /^prediction [^]*\nrule [^]*\nintent [^]*\ngate [^]*\nfill [^]*\nposition /,
    );
  });
});

describe("explain", () => {
  it("gives the chain as data, and says of an id that nobody names where ids are", async () => {
    const chain = JSON.parse((await run("explain", ENTRY_ID, "--json")).out) as { orders: { event: object }[] };
    expect(chain.orders[0]?.event).toMatchObject({ kind: "order.submitted", clOrdId: ENTRY_ID });
    expect(await run("explain", "NOBODY")).toMatchObject({
      code: 1,
      errors: expect.stringContaining("NOBODY: no entry names this order; `./bowline orders` lists them") as string,
    });
  });
});

describe("a view with --watch", () => {
  it("is shown again when the journal changes it, until Ctrl-C", async () => {
    const watching = startCommand(["orders", "--watch", "--json", "--nats", nats.url]);
    const before = linesOf((await run("orders", "--json")).out);
    for (const row of before) expect(JSON.parse(await watching.line())).toEqual(row);
    const added = aDay().find(({ event }) => event.kind === "order.submitted")!;
    const event = { ...added.event, clOrdId: "LATER000000000000001", symbol: "MSFT" } as typeof added.event;
    const header = { ...added.header, id: "later", causeSeq: 1000 };
    await publishAcked(bus, { subject: subjectOf(event), bytes: encodeEvent(header, event), msgId: "later" });
    const after = [];
    for (let count = 0; count <= before.length; count++) after.push(JSON.parse(await watching.line()) as unknown);
    expect(after).toContainEqual(expect.objectContaining({ clOrdId: "LATER000000000000001", symbol: "MSFT" }));
    expect(await watching.interrupt()).toBe(0);
  });
});

describe("the operator", () => {
  it("kills and resumes by entries at the journal's own time, acknowledged", async () => {
    const killed = linesOf((await run("kill", "--scope", "AAPL", "--reason", "test", "--by", "me", "--json")).out);
    expect(killed).toMatchObject([
      { scope: "AAPL", level: "STOP", reason: "test", by: "me", ways: [{ way: "journal", done: true }] },
    ]);
    expect((await run("resume")).errors).toContain("BOWLINE_SIGNING_KEY_FILE");
    const { operator } = makeTestKeys(folder).files.signing;
    const signed = { BOWLINE_SIGNING_KEY_FILE: operator };
    expect((await runCommand(["resume", "--nats", nats.url], "", signed)).out).toMatch(/^resumed/);
    const { out } = await run("tap", "bw.control.kill", "--from", "1", "--count", "1");
    expect(linesOf(out)).toMatchObject([{ header: { machine: "operator" }, event: { scope: "AAPL" } }]);
  });
  it.each(["strategy:nope", "symbol:ZZZZ", "group:xx", "account:DU9"])(
    "is told that nobody is called %s, by a kill that is journaled all the same",
    async (scope) => {
      const { code, out, errors } = await run("kill", "--scope", scope, "--json");
      expect(code).toBe(1);
      expect(linesOf(out)).toMatchObject([
        {
          scope: scope.replace("symbol:", ""),
          ways: [{ way: "journal", done: true }],
          scopeLook: { is: "unknown" },
          warning: expect.stringContaining("GOES ON TRADING") as string,
        },
      ]);
      expect(errors).toContain("to stop everything: ./bowline kill");
    },
  );
  it("is told by a resume, too; what was killed can be let go on, whoever has the name", async () => {
    const { operator } = makeTestKeys(folder).files.signing;
    const resume = (scope: string) =>
      runCommand(["resume", "--nats", nats.url, "--scope", scope], "", { BOWLINE_SIGNING_KEY_FILE: operator });
    const nobody = await resume("strategy:nobody");
    expect(nobody).toMatchObject({ code: 1, out: "" });
    expect(nobody.errors).toContain('no strategy called "nobody", nor was anything killed by that name');
    expect(await resume("strategy:nope")).toMatchObject({ code: 0, errors: "" });
  });
  it("stops everything at once, and cancels what was made by hand only where it is typed", async () => {
    const left = await runCommand(["kill", "--scope", "account", "--json", "--nats", nats.url], "no\n");
    expect(left).toMatchObject({
      code: 1,
      errors: expect.stringContaining("NOT DONE: no order is canceled") as string,
    });
    expect(linesOf(left.out)).toMatchObject([{ scope: "global", level: "STOP" }]);
    const typed = await runCommand(["kill", "--scope", "account", "--json", "--nats", nats.url], "CANCEL ALL\n");
    expect(typed.code).toBe(0);
    expect(linesOf(typed.out)).toMatchObject([{ scope: "global", level: "CANCEL_ACCOUNT" }]);
    const flagged = await run("kill", "--scope", "account", "--confirm", "CANCEL ALL", "--json");
    expect(linesOf(flagged.out)).toMatchObject([{ level: "CANCEL_ACCOUNT" }]);
  });
  it("sees the state of the system", async () => {
    expect(JSON.parse((await run("status", "--json")).out)).toMatchObject({
      deadLetters: 0,
      kind: "elsewhere",
      trading: { global: "ACTIVE" },
    });
  });
});

describe("streams apply", () => {
  it("keeps the journal's generation when it is run again", async () => {
    const first = JSON.parse((await run("streams", "apply", "--json")).out) as object;
    expect(JSON.parse((await run("streams", "apply", "--json")).out)).toEqual(first);
  });
});
