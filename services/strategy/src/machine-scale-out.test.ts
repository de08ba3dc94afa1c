import type { Event, EventByKind, Order } from "@bowline/contracts";
import { money, shares } from "@bowline/kernel";
import { aQuote, at, dollars } from "@bowline/testkit";
import { expect, test } from "vitest";
import { ACCOUNT, aDesk, aMachine, anOpenPosition, fileWith, fillOf, minute, says } from "./testing/scenario.ts";

const LADDER = `
  - id: ladder
    on: clock
    do: { scaleOut: { steps: [{ percent: 50, r: 1 }, { percent: 50, r: 2 }] } }`;

type Change = EventByKind<"order.replace-intent">;

/** What the ledger makes of the last fill: so many shares for 100 dollars each. */
const ledger = (order: Order, execId: string, count: number): Event => ({
  kind: "position.opened",
  accountId: ACCOUNT,
  strategy: "demo",
  group: "tech",
  symbol: "AAPL",
  quantity: shares(count),
  cost: money(count * 100_000_000),
  realizedPnl: money(0),
  entryUs: at(61),
  clOrdId: order.clOrdId,
  execId,
  side: "BUY",
  lastQty: shares(222),
  lastPx: dollars("100"),
});

const lastExecId = ({ machine }: ReturnType<typeof aDesk>): string =>
  (machine.snapshot() as { symbols: { lastExecId: string }[] }).symbols[0]?.lastExecId ?? "";

/** The stop of the entry stands at 99.61: 39 cents a share are risked. */
function opened() {
  const desk = aDesk(aMachine(fileWith(LADDER)));
  const order = anOpenPosition(desk);
  desk.tell(ledger(order, lastExecId(desk), 222));
  return { desk, order };
}

const quote = (bid: string, ask: string, second: number): Event =>
  aQuote({ bidPx: dollars(bid), askPx: dollars(ask), quoteUs: at(second) });

/** The first step: stop and target become smaller, then half is sold. */
function firstStep() {
  const { desk, order } = opened();
  const changes = desk.tell(quote("100.4", "100.41", 110), minute(2)).changes as Change[];
  const part = desk.tell(...changes.map((change) => says.replaced(change))).intents[0] as Order;
  return { desk, order, changes, part };
}

test("the ladder waits for the price of its step, and says so", () => {
  const { desk } = opened();
  const { changes, decisions } = desk.tell(quote("100.3", "100.31", 110), minute(2));
  expect(changes).toEqual([]);
  expect(decisions.find(({ rule }) => rule === "ladder")).toMatchObject({ firstBlocker: "scaleOut.step" });
});

test("a step makes stop and target smaller, then sells its part; each is taken once", () => {
  const { desk, order, changes, part } = firstStep();
  expect(changes.map(({ orderQty }) => orderQty)).toEqual([shares(111), shares(111)]);
  expect(part).toMatchObject({ side: "SELL", orderQty: shares(111), ordType: "MKT", purpose: "EXIT" });
  desk.tell(says.approved(part), fillOf(part, part.orderQty));
  const again = desk.tell(minute(3), minute(4));
  expect([again.changes, again.intents, again.cancels]).toEqual([[], [], []]);
  expect(again.decisions.find(({ rule }) => rule === "ladder")).toMatchObject({ firstBlocker: "scaleOut.entry" });
  desk.tell(ledger(order, lastExecId(desk), 111));
  const { decisions } = desk.tell(minute(5));
  expect(decisions.find(({ rule }) => rule === "ladder")).toMatchObject({ firstBlocker: "scaleOut.taken" });
});

test("a step that was denied leaves the whole position protected, and is taken in a later minute", () => {
  const { desk, part } = firstStep();
  const { changes } = desk.tell(says.denied(part));
  expect(changes.map(({ orderQty }) => orderQty)).toEqual([shares(222), shares(222)]);
  desk.tell(...changes.map((change) => says.replaced(change)));
  expect(desk.tell(minute(3)).changes.map(({ orderQty }) => orderQty)).toEqual([shares(111), shares(111)]);
});

test("the last step closes what is left", () => {
  const { desk, order, part } = firstStep();
  desk.tell(says.approved(part), fillOf(part, part.orderQty));
  expect(desk.tell(quote("100.8", "100.81", 130)).emitted).toEqual([]);
  desk.tell(ledger(order, lastExecId(desk), 111));
  const { cancels } = desk.tell(quote("100.8", "100.81", 170), minute(3));
  expect(cancels).toEqual([order.bracket?.stopClOrdId, order.bracket?.targetClOrdId]);
  const { intents } = desk.tell(...cancels.map((clOrdId) => says.canceled(clOrdId)));
  expect(intents).toMatchObject([{ orderQty: shares(111), purpose: "EXIT" }]);
});
