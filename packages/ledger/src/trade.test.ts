import type { Event, EventByKind } from "@bowline/contracts";
import { micros, money, px, shares, us } from "@bowline/kernel";
import { expect, it } from "vitest";
import { makeTradeFold } from "./trade.ts";

const position = (
  change: "opened" | "increased" | "reduced" | "flipped" | "closed",
  quantity: number,
  last: [number, string],
  realized = "0",
): Event =>
  ({
    kind: `position.${change}`,
    accountId: "DU1",
    strategy: "s",
    group: "g",
    symbol: "AAA",
    quantity: shares(quantity),
    cost: money(0),
    realizedPnl: money(micros(realized)),
    entryUs: us(10),
    clOrdId: "C",
    execId: `${change}-${quantity}`,
    side: "BUY",
    lastQty: shares(last[0]),
    lastPx: px(micros(last[1])),
  }) as Event;
const commission = (execId: string, amount: string): EventByKind<"order.commission"> => ({
  kind: "order.commission",
  clOrdId: "C",
  group: "g",
  symbol: "AAA",
  execId,
  commission: money(micros(amount)),
  currency: "USD",
});
const tradesOf = (...events: Event[]) => {
  const fold = makeTradeFold();
  events.forEach((event, index) => fold.add(event, us(100 + index)));
  expect(fold.trades()).toEqual(fold.trades());
  return fold.trades();
};

it("is a round trip from flat to flat with average prices and its commissions", () => {
  const trades = tradesOf(
    position("opened", 10, [10, "5"]),
    commission("opened-10", "1"),
    position("increased", 20, [10, "7"]),
    position("reduced", 5, [15, "8"], "30"),
    position("closed", 0, [5, "9"], "15"),
    commission("closed-0", "0.5"),
  );
  expect(trades).toEqual([
    {
      symbol: "AAA",
      strategy: "s",
      direction: "LONG",
      entryUs: 10,
      exitUs: 104,
      quantity: shares(20),
      entryPx: micros("6"),
      exitPx: micros("8.25"),
      realizedPnl: micros("45"),
      commissions: micros("1.5"),
      netPnl: micros("43.5"),
    },
  ]);
});
it("ends at a flip, whose commission counts once, and the other side begins", () => {
  const trades = tradesOf(
    position("opened", 10, [10, "5"]),
    position("flipped", -4, [14, "6"], "10"),
    commission("flipped--4", "1"),
    position("closed", 0, [4, "5"], "4"),
  );
  expect(trades).toMatchObject([
    { direction: "LONG", quantity: shares(10), exitPx: micros("6"), netPnl: micros("9") },
    { direction: "SHORT", quantity: shares(4), entryPx: micros("6"), exitPx: micros("5"), netPnl: micros("4") },
  ]);
});
it("leaves out an open position, and one whose way in nobody saw", () => {
  expect(
    tradesOf(position("reduced", 5, [5, "6"]), position("closed", 0, [5, "6"]), position("opened", 10, [10, "5"])),
  ).toEqual([]);
});
it("begins at a flip whose other side nobody saw", () => {
  expect(tradesOf(position("flipped", -4, [14, "6"]), position("closed", 0, [4, "5"], "4"))).toMatchObject([
    { direction: "SHORT", quantity: shares(4) },
  ]);
});

/** What a correction makes of a position: what is held and its cost in all, the P&L by which it changes. */
const restated = (side: "BUY" | "SELL", held: number, cost: string, realized: string): Event =>
  ({
    ...position("closed", held, [10, "1"], realized),
    kind: "position.restated",
    side,
    cost: money(micros(cost)),
  }) as Event;
const entered = { ...position("opened", 10, [10, "5"]), cost: money(micros("50")) } as Event;

it("has the exit's price and profit as corrected after its end", () => {
  const trades = tradesOf(entered, position("closed", 0, [10, "8"], "30"), restated("SELL", 0, "0", "10"));
  expect(trades).toMatchObject([{ quantity: shares(10), exitPx: px(micros("9")), realizedPnl: money(micros("40")) }]);
});

it("is open again when its last exit is taken back, and ends with the next one", () => {
  const closed = [entered, position("closed", 0, [10, "8"], "30"), restated("SELL", 10, "50", "-30")];
  expect(tradesOf(...closed)).toEqual([]);
  const again = tradesOf(...closed, position("closed", 0, [10, "6"], "10"));
  expect(again).toMatchObject([{ exitPx: px(micros("6")), realizedPnl: money(micros("10")), exitUs: 103 }]);
});

it("has the entry's price as corrected on its way, and is none at all when its entry is taken back", () => {
  const cheaper = tradesOf(entered, restated("BUY", 10, "55", "0"), position("closed", 0, [10, "8"], "25"));
  expect(cheaper).toMatchObject([{ entryPx: px(micros("5.5")), exitPx: px(micros("8")) }]);
  expect(tradesOf(entered, restated("BUY", 0, "0", "0"))).toEqual([]);
  expect(tradesOf(restated("BUY", 0, "0", "0"))).toEqual([]);
});
