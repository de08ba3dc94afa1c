import { aClock, aQuote, at, dollars } from "@bowline/testkit";
import { expect, test } from "vitest";
import { aDesk, aMachine, aPastBar, aWarmUp } from "../testing/scenario.ts";

/** Leaves where the symbol stands like this; the first blocker says what was seen. */
const strategy = (when: string): string => `
strategy: demo
description: For tests.
groups: all
rules:
  - { id: look, on: clock, when: '${when}', do: { exit: {} } }
`;

/** AAPL closed at 100 and stands at its price, MSFT closed at 50 and stands at its own. */
function leavesAt(when: string, aapl: string, msft: string | undefined): readonly string[] {
  const desk = aDesk(aMachine(strategy(when)));
  const quote = (symbol: string, price: string) =>
    aQuote({ symbol, bidPx: dollars(price), askPx: dollars(price), quoteUs: at(60) });
  const half = { ...aPastBar(-2000), openPx: dollars("50"), highPx: dollars("50"), lowPx: dollars("50") };
  desk.tell(
    aWarmUp(),
    { ...aWarmUp(), symbol: "MSFT", bars: [{ ...half, closePx: dollars("50") }] },
    ...(msft === undefined ? [] : [quote("MSFT", msft)]),
    quote("AAPL", aapl),
  );
  return desk
    .tell(aClock({ nowUs: at(60) }))
    .decisions.map(({ symbol, leaves }) => `${symbol} ${leaves[0]?.value} ${leaves[0]?.result}`);
}

test("a symbol has its place by the change of the day, equals the better one", () => {
  expect(leavesAt("group.rank == 1", "102", "50.5")).toEqual(["AAPL 1 TRUE", "MSFT 2 FALSE"]);
  expect(leavesAt("group.rank == 1", "101", "50.5")).toEqual(["AAPL 1 TRUE", "MSFT 1 TRUE"]);
  expect(leavesAt("group.size == 2", "101", "50.5")).toEqual(["AAPL 2 TRUE", "MSFT 2 TRUE"]);
});

test("the mean of the group, and how far the symbol is from it", () => {
  expect(leavesAt("group.average_change > 0.01", "102", "50.5")).toEqual(["AAPL 0.015 TRUE", "MSFT 0.015 TRUE"]);
  expect(leavesAt("group.relative_change > 0", "102", "50.5")).toEqual(["AAPL 0.005 TRUE", "MSFT -0.005 FALSE"]);
});

test("one symbol without a quote leaves all places unknown", () => {
  expect(leavesAt("group.rank == 1", "102", undefined)).toEqual([
    "AAPL UNKNOWN: group.rank UNKNOWN",
    "MSFT UNKNOWN: group.rank UNKNOWN",
  ]);
});
