import type { Event } from "@bowline/contracts";
import { shares } from "@bowline/kernel";
import { checkRules } from "@bowline/rules";
import { aBar, aJournal, at, dollars } from "@bowline/testkit";
import { expect, test } from "vitest";
import { makeChartFold } from "./chart-fold.ts";

const bar = (minute: number, price: string, symbol = "AAPL") => {
  const px = dollars(price);
  const prices = { openPx: px, highPx: px, lowPx: px, closePx: px };
  return aBar({ symbol, timeframe: "1m", closeUs: at(60 * minute), ...prices, volume: shares(10) });
};
const corrected = (minute: number, price: string): Event => {
  const { kind: _, wapPx: __, ...rest } = bar(minute, price);
  return { kind: "md.bar-corrected", ...rest, revision: 1, reason: "REVISED", source: "HISTORY" };
};
const about = { clOrdId: "C1", group: "tech", symbol: "AAPL" };
const filled: Event = {
  kind: "order.filled",
  ...about,
  orderId: "1",
  execId: "E.01",
  accountId: "DU1234567",
  strategy: "demo",
  side: "BUY",
  lastQty: shares(10),
  lastPx: dollars("101"),
  cumQty: shares(10),
  leavesQty: shares(0),
  avgPx: dollars("101"),
  transactUs: at(125),
};
const fixed = (lastQty: number): Event => {
  const { kind: _, transactUs: __, ...rest } = filled;
  const changes = { execId: "E.02", correctsExecId: "E.01", lastQty: shares(lastQty), lastPx: dollars("100.5") };
  const before = { correctedQty: shares(10), correctedPx: dollars("101") };
  return { ...rest, kind: "order.corrected", ...changes, ...before } as Event;
};
const foldOf = (...events: Event[]) => {
  const fold = makeChartFold();
  for (const entry of aJournal(events)) fold.add(entry);
  return fold;
};

const checked = checkRules(
  `strategy: test
description: For tests.
groups: all
indicators:
  mean: { sma: { period: 2 } }
  slow: { sma: { period: 1 }, timeframe: 2m }
  other: { correlation: { period: 2, with: MSFT } }
rules: [{ id: rule, on: bar, do: { exit: {} } }]
`,
  "s.yaml",
);
if (!checked.ok) throw new Error("the strategy of this test is wrong");
const { indicators } = checked.value;

test("draws final bars, each indicator at the close of each, and dollars", () => {
  const fold = foldOf(
    ...[bar(1, "100"), bar(1, "50", "MSFT"), bar(2, "110"), bar(2, "52", "MSFT")],
    ...[bar(3, "120"), bar(3, "51", "MSFT"), corrected(2, "104")],
  );
  const [date = ""] = fold.dates("AAPL");
  const { bars, lines } = fold.chart("AAPL", date, indicators);
  expect(fold.symbols()).toEqual(["AAPL", "MSFT"]);
  expect(bars.map(({ close, volume }) => [close, volume])).toEqual([
    [100, 10],
    [104, 10],
    [120, 10],
  ]);
  expect(lines.map(({ title, isPrice, values }) => [title, isPrice, values])).toEqual([
    ["mean: sma(2)", true, [null, 102, 112]],
    ["slow: sma(1) of 2m", true, [null, 104, 104]],
    ["other: correlation(2)", false, [null, 1, -1]],
  ]);
});

test("history warms indicators up and is not drawn on other days", () => {
  const { closeUs: _, ...yesterday } = bar(1, "90");
  const { openPx, highPx, lowPx, closePx, volume } = yesterday;
  const past = { closeUs: at(-86_400), openPx, highPx, lowPx, closePx, volume };
  const history = {
    group: "tech",
    symbol: "AAPL",
    requestId: "r",
    timeframe: "1m",
    bars: [past],
    failure: "",
  } as const;
  const fold = foldOf({ kind: "md.history", ...history } as Event, bar(1, "100"));
  const dates = fold.dates("AAPL");
  expect(dates).toHaveLength(1);
  expect(fold.chart("AAPL", dates[0]!, indicators).lines[0]?.values).toEqual([95]);
});

test("shows fills as the broker corrected them, and none that it took back", () => {
  const fillsOf = (...events: Event[]) => {
    const fold = foldOf(bar(1, "100"), ...events);
    return fold.chart("AAPL", fold.dates("AAPL")[0]!, {}).fills.map(({ lastQty, lastPx }) => [lastQty, lastPx]);
  };
  expect(fillsOf(filled)).toEqual([[10, 101]]);
  expect(fillsOf(filled, fixed(4))).toEqual([[4, 100.5]]);
  expect(fillsOf(filled, fixed(0))).toEqual([]);
});
