import { aBar, at, dollars } from "@bowline/testkit";
import { expect, test } from "vitest";
import { aDesk, aMachine } from "./testing/scenario.ts";

/** Leaves when the symbol goes against SPY, which is in no group of the machine. */
const STRATEGY = `
strategy: demo
description: For tests.
groups: all
indicators:
  market: { correlation: { period: 3, with: SPY } }
rules:
  - { id: against, on: bar, when: [{ indicator: { value: ind.market, below: 0 } }], do: { exit: {} } }
`;

const minuteOf = (symbol: string, minute: number, price: number) => {
  const px = dollars(String(price));
  const group = symbol === "SPY" ? "index" : "tech";
  const prices = { openPx: px, highPx: px, lowPx: px, closePx: px };
  return aBar({ group, symbol, timeframe: "1m", closeUs: at(minute * 60), ...prices });
};

test("a rule sees how the symbol moves with one of another group, once both have closed the minute", () => {
  const desk = aDesk(aMachine(STRATEGY));
  const outcomes = [1, 2, 3, 4, 5].flatMap((minute) => {
    const { decisions } = desk.tell(minuteOf("AAPL", minute, 100 + minute), minuteOf("SPY", minute, 500 - minute));
    return decisions.map(({ leaves }) => [minute, leaves.find(({ name }) => name === "ind.market")?.value]);
  });
  // SPY's bar comes second: what the third minutes come to is seen on the fourth. A blocker that stays is told once.
  expect(outcomes).toEqual([
    [1, "UNKNOWN: ind.market"],
    [4, "-1"],
  ]);
});
