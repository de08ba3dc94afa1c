import type { EventByKind, Order } from "@bowline/contracts";
import { money, qty, shares } from "@bowline/kernel";
import { aQuote, at, dollars } from "@bowline/testkit";
import { describe, expect, test } from "vitest";
import {
  ACCOUNT,
  aDesk,
  aMachine,
  anOpenPosition,
  bracketOf,
  fileWith,
  fillOf,
  minute,
  says,
  stopOf,
} from "../testing/scenario.ts";

const REVERSE = `
  - id: turn
    on: { clock: "09:32" }
    do:
      reverse:
        order: market
        bracket: { stopAtr: 2, targetAtr: 3 }
        size: { quantity: { shares: 80 } }
        withinMinutes: 5
  - id: out
    on: { clock: "09:33" }
    do: { flattenAll: {} }`;

/** What the ledger says after a fill that left nothing. */
const closed = (fill: EventByKind<"order.filled">): EventByKind<"position.closed"> => ({
  kind: "position.closed",
  accountId: ACCOUNT,
  strategy: "demo",
  group: "tech",
  symbol: "AAPL",
  quantity: qty(0),
  cost: money(0),
  realizedPnl: money(0),
  entryUs: at(61),
  clOrdId: fill.clOrdId,
  execId: fill.execId,
  side: fill.side,
  lastQty: fill.lastQty,
  lastPx: fill.lastPx,
});

/** 222 shares that a rule wants turned at 09:32; the closing order waits for the gate. */
function turning(direction: "LONG" | "SHORT" = "LONG") {
  const desk = aDesk(aMachine(fileWith(REVERSE)));
  const order = anOpenPosition(desk, direction);
  const fired = desk.tell(minute(2));
  const [exit] = desk.tell(...fired.cancels.map((id) => says.canceled(id))).intents as [Order];
  return { desk, order, fired, exit, fill: fillOf(exit, exit.orderQty) };
}

describe("a reversal", () => {
  test("closes, and enters the other way only once the ledger agrees that nothing is left", () => {
    const { desk, fired, exit, fill } = turning();
    expect(fired.decisions).toMatchObject([{ rule: "turn", outcome: "FIRED", clOrdId: exit.clOrdId }, {}]);
    expect(exit).toMatchObject({ side: "SELL", orderQty: shares(222), purpose: "EXIT" });
    expect(desk.tell(says.approved(exit), says.submitted(exit.clOrdId), fill).intents).toEqual([]);
    const { intents, decisions } = desk.tell(closed(fill));
    expect(intents).toMatchObject([{ side: "SELL_SHORT", orderQty: shares(80), purpose: "ENTRY", rule: "turn" }]);
    expect(intents[0]?.bracket).toMatchObject({ stopPx: dollars("100.39"), targetLmtPx: dollars("99.39") });
    expect(decisions).toMatchObject([{ rule: "turn", outcome: "FIRED", clOrdId: intents[0]?.clOrdId }]);
    const answer = desk.tell(says.denied(intents[0]!)).decisions;
    expect(answer).toMatchObject([{ rule: "turn", clOrdId: intents[0]?.clOrdId, verdict: { answer: "DENIED" } }]);
    expect(desk.tell(closed(fill), minute(2)).intents).toEqual([]);
  });

  test("of a short position buys", () => {
    const { desk, exit, fill } = turning("SHORT");
    expect(desk.tell(says.approved(exit), fill, closed(fill)).intents).toMatchObject([{ side: "BUY" }]);
  });

  test("goes on after a restart", () => {
    const { desk, exit, fill } = turning();
    desk.machine.restore(desk.machine.snapshot());
    desk.tell(says.approved(exit), fill);
    desk.machine.restore(desk.machine.snapshot());
    expect(desk.tell(closed(fill)).intents).toHaveLength(1);
  });

  test("follows a stop that closes the position meanwhile, once its target is gone too", () => {
    const desk = aDesk(aMachine(fileWith(REVERSE)));
    const order = anOpenPosition(desk);
    desk.tell(minute(2));
    const fill = fillOf(stopOf(order), order.orderQty);
    expect(desk.tell(fill, closed(fill)).intents).toEqual([]);
    expect(desk.tell(says.canceled(bracketOf(order).targetClOrdId)).intents).toMatchObject([{ side: "SELL_SHORT" }]);
  });
});

describe("nothing is entered", () => {
  test.each(["denied", "lapsed", "rejected", "expired", "canceled", "lost"] as const)(
    "where the closing order is %s, though a later one closes",
    (end) => {
      const { desk, exit } = turning();
      const told = desk.tell(end === "denied" ? says.denied(exit) : says[end](exit.clOrdId), minute(3));
      const again = told.intents[0]!;
      expect(again.rule).toBe(end === "lost" ? "out" : "turn");
      const fill = fillOf(again, again.orderQty);
      expect(desk.tell(says.approved(again), fill, closed(fill), minute(5)).intents).toEqual([]);
    },
  );

  test("where it is partly filled and the rest canceled", () => {
    const { desk, exit } = turning();
    const part = fillOf(exit, shares(100));
    const { intents } = desk.tell(
      says.submitted(exit.clOrdId),
      part,
      says.canceled(exit.clOrdId, shares(100)),
      minute(4),
    );
    const fill = fillOf(intents[0]!, shares(122));
    expect(desk.tell(fill, closed(fill), minute(5)).intents).toEqual([]);
  });

  test("where the ledger sees another position", () => {
    const { desk, exit, fill } = turning();
    const other = { ...closed(fill), kind: "position.reduced", quantity: shares(5) } as const;
    expect(desk.tell(says.approved(exit), fill, other, minute(4)).intents).toEqual([]);
  });

  test("where it takes too long", () => {
    const { desk, exit, fill } = turning();
    expect(desk.tell(says.approved(exit), minute(7), fill, closed(fill)).intents).toEqual([]);
  });

  test("where an entry could not be made now: the record says why", () => {
    const { desk, exit, fill } = turning();
    const halted = { ...aQuote(), halted: true, quoteUs: at(121) };
    const { intents, decisions } = desk.tell(says.approved(exit), fill, halted, closed(fill));
    expect(intents).toEqual([]);
    expect(decisions.at(-1)).toMatchObject({ rule: "turn", outcome: "BLOCKED", firstBlocker: "enter.quote" });
  });

  test("where a rule wants all flat meanwhile", () => {
    const { desk, exit, fill } = turning();
    const other = desk.tell(minute(3));
    expect(other.decisions.filter(({ rule }) => rule === "out")).toMatchObject([{ outcome: "FIRED" }, {}]);
    expect(other.intents).toEqual([]);
    expect(desk.tell(says.approved(exit), fill, closed(fill)).intents).toEqual([]);
  });
});
