import { encodeEvent, type Event, subjectOf } from "@bowline/contracts";
import { type Bus, connectBus, publishAcked } from "@bowline/bus";
import { micros, money, px } from "@bowline/kernel";
import { setUpJournal } from "@bowline/service-kit/journal-setup";
import { anEntry, anOrder, withNatsServer } from "@bowline/testkit";
import { afterAll, beforeAll, expect, it } from "vitest";
import { runCommand } from "./test-command.ts";

const nats = withNatsServer();
let bus: Bus;
beforeAll(async () => {
  bus = await connectBus({ url: nats.url, name: "test" });
  await setUpJournal(bus, { ticks: false });
});
afterAll(async () => bus.close());

const tell = async (event: Event): Promise<void> => {
  const entry = anEntry(event);
  await publishAcked(bus, {
    subject: subjectOf(event),
    bytes: encodeEvent(entry.header, event),
    msgId: JSON.stringify(event),
  });
};
const account = (accountId: string): Event => ({
  kind: "broker.account",
  accountId,
  cash: money(micros("1000")),
  equity: money(micros("1000")),
  positions: [],
});
const run = (...args: readonly string[]) => runCommand([...args, "--nats", nats.url]);
const LIMIT = ["buy", "100", "AAPL", "--limit", "100"] as const;

it("an order by hand is refused without an account, for a symbol that nobody trades, and on a live account", async () => {
  expect((await run("order", ...LIMIT)).errors).toContain("no account is known yet");
  await tell(account("U7654321"));
  expect((await run("order", ...LIMIT)).errors).toContain("live account");
  expect((await run("replace", "ORDER000000000000001", "--limit", "99")).errors).toContain("live account");
  await tell(account("DU1234567"));
  expect((await run("order", ...LIMIT)).errors).toContain("no group of the running system");
});

it("an order by hand is a parent intent in the journal, which its id cancels", async () => {
  await tell({
    kind: "md.instrument",
    group: "tech",
    symbol: "AAPL",
    conId: 1,
    minTick: px(10_000),
    currency: "USD",
    primaryExchange: "NASDAQ",
    longName: "Apple",
  });
  expect((await run("order", "buy", "100", "AAPL")).code).toBe(64);
  const shown = JSON.parse((await run("order", ...LIMIT, "--dry-run")).out) as { kind: string };
  expect(shown).toMatchObject({ kind: "order.parent-intent", order: { group: "tech", ordType: "LMT" } });
  const style = ["--style", "twap", "--over", "10m", "--slices", "4"];
  const made = JSON.parse((await run("order", ...LIMIT, ...style, "--json")).out) as {
    seq: number;
    order: { clOrdId: string };
  };
  const { out } = await run("tap", "bw.order.parent-intent.>", "--from", "1", "--count", "1");
  expect(JSON.parse(out)).toMatchObject({ seq: made.seq, header: { machine: "operator" } });
  const canceled = JSON.parse((await run("cancel", made.order.clOrdId, "--json")).out) as object;
  expect(canceled).toMatchObject({ kind: "order.cancel-intent", clOrdId: made.order.clOrdId, group: "tech" });
  expect((await run("replace", made.order.clOrdId, "--limit", "99")).errors).toContain("worked by the desk");
  expect((await run("cancel", "NONE")).errors).toContain("no such order");
  expect((await run("order", ...LIMIT)).out).toMatch(/^[A-Z2-7]{20} plain: BUY 100 AAPL LMT, entry \d+\n/);
});

it("a change by hand is an intent of a person's for the gate", async () => {
  const { accountId, strategy, rule, group, symbol, side, orderQty, ordType, lmtPx, timeInForce } = anOrder();
  const clOrdId = "WORKS000000000000001";
  const terms = { accountId, strategy, rule, group, symbol, side, orderQty, ordType, timeInForce };
  await tell({ kind: "order.submitted", clOrdId, leg: "ENTRY", ...terms, ...(lmtPx === undefined ? {} : { lmtPx }) });
  expect((await run("replace", clOrdId)).code).toBe(64);
  const changed = JSON.parse((await run("replace", clOrdId, "--qty", "60", "--limit", "99.5", "--json")).out) as object;
  expect(changed).toMatchObject({ kind: "order.replace-intent", clOrdId, group, orderQty: 60_000_000 });
  const shown = JSON.parse((await run("replace", clOrdId, "--stop", "98", "--dry-run")).out) as object;
  expect(shown).toMatchObject({ kind: "order.replace-intent", clOrdId, stopPx: 98_000_000 });
  const told = await run("replace", clOrdId, "--qty", "50");
  expect(told.out).toMatch(new RegExp(`^asked for a change of ${clOrdId}, entry \\d+\n`));
  const { out } = await run("tap", "bw.order.replace-intent.>", "--from", "1", "--count", "1");
  expect(JSON.parse(out)).toMatchObject({ header: { machine: "operator" }, event: { lmtPx: 99_500_000 } });
  expect((await run("orders", "--json")).out).toContain(clOrdId);
});
