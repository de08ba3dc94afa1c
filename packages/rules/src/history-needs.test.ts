import { describe, expect, it } from "vitest";
import { checkRules } from "./compile.ts";
import { historyNeeds } from "./history-needs.ts";

function needs(indicators: string) {
  const checked = checkRules(
    `strategy: test\ndescription: For tests.\ngroups: all\nindicators: { ${indicators} }\nrules: [{ id: rule, on: bar, do: { exit: {} } }]\n`,
    "s.yaml",
  );
  if (!checked.ok) throw new Error(JSON.stringify(checked.error));
  return historyNeeds(checked.value);
}

describe("the history that indicators need", () => {
  it.each([
    ["a: { sma: { period: 3 } }", { minuteBars: 3, dailyBars: 0 }],
    ["a: { ema: { period: 12 } }", { minuteBars: 60, dailyBars: 0 }],
    ["a: { sma: { period: 20 }, timeframe: 15m }", { minuteBars: 420, dailyBars: 0 }],
    ["a: { sma: { period: 27 }, timeframe: 15m }", { minuteBars: 810, dailyBars: 0 }],
    ["a: { vwap: {} }", { minuteBars: 391, dailyBars: 0 }],
    ["a: { sma: { period: 200 }, timeframe: 1d }", { minuteBars: 0, dailyBars: 200 }],
    ["a: { sma: { period: 10 }, timeframe: 1w }", { minuteBars: 0, dailyBars: 55 }],
    [
      "a: { sma: { period: 5 } }, b: { sma: { period: 9 } }, c: { sma: { period: 2 }, timeframe: 1d }",
      { minuteBars: 9, dailyBars: 2 },
    ],
  ] as const)("%s", (indicators, expected) => expect(needs(indicators)).toEqual(expected));
  it("is none without indicators", () =>
    expect(historyNeeds({ indicators: {} })).toEqual({ minuteBars: 0, dailyBars: 0 }));
});
