import type { Event, EventByKind, Order } from "@bowline/contracts";
import { aBar, aQuote, checkMachineLaws, aJournal, dollars } from "@bowline/testkit";
import { describe, expect, test } from "vitest";
import { makeStrategyMachine } from "./machine.ts";
import { ACCOUNT, aDesk, aMachine, aPastBar, compiled, fillOf, minute, ready, says } from "./testing/scenario.ts";

const FILE = `strategy: demo
description: For tests.
groups: [tech]
rules:
  - id: enter
    on: bar
    when: [market.bid > 50, market.spread_bps < 100]
    do: { enter: { direction: LONG, order: market, bracket: { stopAtr: 2, targetAtr: 3 }, size: { quantity: { shares: 10, maxNotional: 100000 } } } }
    cooldownMinutes: 10
`;

const bar = (number: number): Event => aBar({ ...aPastBar(number), timeframe: "1m", status: "TRADED" });
const bid = (text: string, number: number): Event[] => [
  minute(number),
  aQuote({ bidPx: dollars(text), askPx: dollars("100.01"), quoteUs: minute(number).nowUs }),
];
const countsIn = (events: readonly Event[]) =>
  events.filter((event): event is EventByKind<"decision.counts"> => event.kind === "decision.counts");

describe("a rule that is held back by the same each time", () => {
  const desk = aDesk(aMachine(FILE));
  desk.tell(...ready(), ...bid("40", 1));
  const told = Array.from({ length: 9 }, (_, index) => desk.tell(...bid("40", index + 2), bar(index + 2)));

  test("is recorded once and counted from then on, every five minutes", () => {
    expect(told.flatMap(({ decisions }) => decisions)).toMatchObject([
      { rule: "enter", outcome: "BLOCKED", firstBlocker: "market.bid > 50", cooldownLeftMs: 0 },
    ]);
    // Bars of the minutes 2 to 10, the first recorded: those up to the clock of minute 5, then of minute 10.
    expect(countsIn(told.flatMap(({ emitted }) => emitted))).toMatchObject([
      { counts: [{ symbol: "AAPL", rule: "enter", count: 2, firstBlocker: "market.bid > 50" }] },
      { counts: [{ symbol: "AAPL", rule: "enter", count: 5, firstBlocker: "market.bid > 50" }] },
    ]);
  });
  test("says at the next record how often it was asked since the last count", () => {
    const after = [
      ...desk.tell(...bid("40", 11), bar(11)).decisions,
      ...desk.tell(...bid("60", 12), bar(12)).decisions,
    ];
    expect(after).toMatchObject([{ firstBlocker: "market.spread_bps < 100", repeats: 2 }]);
  });
});

test("every evaluation is in a record or in a count", () => {
  let asked = 0;
  const machine = makeStrategyMachine({
    group: "tech",
    symbols: ["AAPL"],
    strategy: compiled(FILE),
    accountId: ACCOUNT,
    onAsked: () => (asked += 1),
  });
  const desk = aDesk(machine);
  desk.tell(...ready());
  const emitted: Event[] = [];
  for (let number = 2; number <= 60; number++) {
    const told = desk.tell(...bid(number % 7 < 5 ? "40" : "99.99", number), bar(number));
    emitted.push(...told.emitted);
    for (const order of told.intents) emitted.push(...desk.tell(says.denied(order)).emitted);
  }
  const records = emitted.flatMap((event) => (event.kind === "decision" && event.verdict === undefined ? [event] : []));
  const counted = countsIn(emitted).flatMap(({ counts }) => counts.map(({ count }) => count));
  const repeats = records.map((record) => record.repeats ?? 0);
  const left = machine.snapshot() as { symbols: { asked: { enter: { uncounted: number } } }[] };
  const sum = [...counted, ...repeats].reduce((total, count) => total + count, 0);
  expect(records.length + sum + (left.symbols[0]?.asked.enter.uncounted ?? 0)).toBe(asked);
  expect(asked).toBe(59);
  expect(records.length).toBeLessThan(35);
});

describe("when the gate answers", () => {
  const fired = () => {
    const desk = aDesk(aMachine(FILE));
    desk.tell(...ready(), ...bid("99.99", 2));
    const { intents, decisions } = desk.tell(bar(2));
    return { desk, order: intents[0] as Order, record: decisions[0] };
  };

  test("an approval comes with the record of the firing, and so does a lapse after it", () => {
    const { desk, order, record } = fired();
    expect(record).toMatchObject({ outcome: "FIRED", clOrdId: order.clOrdId });
    expect(desk.tell(says.approved(order)).decisions).toEqual([
      { ...record, verdict: { answer: "APPROVED", reasons: [] } },
    ]);
    expect(desk.tell(says.lapsed(order.clOrdId)).decisions).toMatchObject([{ verdict: { answer: "LAPSED" } }]);
  });
  test("a denial comes with its reasons", () => {
    const { desk, order, record } = fired();
    expect(desk.tell(says.denied(order)).decisions).toEqual([
      { ...record, verdict: { answer: "DENIED", reasons: [{ code: "TRADING_HALTED", detail: [] }] } },
    ]);
    expect(desk.tell(says.denied(order)).decisions).toEqual([]);
  });
  test("nothing is said of an order of somebody else, nor of a close that no rule asked for", () => {
    const { desk, order } = fired();
    expect(desk.tell(says.denied({ ...order, clOrdId: "another" })).decisions).toEqual([]);
    desk.tell(says.approved(order), says.submitted(order.clOrdId), fillOf(order, order.orderQty));
    const { stopClOrdId, targetClOrdId } = order.bracket!;
    const { intents } = desk.tell(says.canceled(stopClOrdId), says.canceled(targetClOrdId));
    expect(intents).toMatchObject([{ purpose: "EXIT" }]);
    expect(desk.tell(says.approved(intents[0]!)).decisions).toEqual([]);
  });
  test("what is remembered for it survives a restart", () => {
    const { desk, order } = fired();
    expect(JSON.stringify(desk.machine.snapshot())).toContain(order.clOrdId);
    const told = [...ready(), ...bid("99.99", 2), bar(2), says.approved(order), says.lapsed(order.clOrdId)];
    checkMachineLaws(
      () => aMachine(FILE),
      aJournal(told),
      told.map((_, cut) => cut),
    );
  });
});

test("the record says how long the rule still rests", () => {
  const desk = aDesk(aMachine(FILE));
  desk.tell(...ready(), ...bid("99.99", 2));
  const [order] = desk.tell(bar(2)).intents;
  desk.tell(says.denied(order!));
  expect(desk.tell(...bid("99.99", 5), bar(5)).decisions).toMatchObject([
    { firstBlocker: "cooldown", cooldownLeftMs: 420_000 },
  ]);
});
