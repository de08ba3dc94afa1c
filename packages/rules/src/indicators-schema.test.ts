import { parseGroups } from "@bowline/config";
import { expect, test } from "vitest";
import { checkRules } from "./compile.ts";

const fileWith = (indicators: string, when = "[]", parameters = "{}") => `strategy: test
description: For tests.
groups: all
parameters: ${parameters}
indicators: ${indicators}
rules:
  - { id: rule, on: bar, when: ${when}, do: { exit: {} } }
`;

function findings(indicators: string, when?: string): readonly string[] {
  const checked = checkRules(fileWith(indicators, when), "s.yaml");
  return checked.ok ? [] : checked.error.map(({ path, message }) => `${path}: ${message}`);
}

test("reads an indicator with parameters, input, output and timeframe", () => {
  const text = fileWith(
    "{ fast: { ema: { period: $length } }, top: { bollinger: { of: { rsi: {} }, output: upper }, timeframe: 15m } }",
    "[]",
    "{ length: 12 }",
  );
  const checked = checkRules(text, "s.yaml");
  expect(checked.ok && checked.value.indicators).toEqual({
    fast: { spec: { indicator: "ema", params: { period: 12 } }, timeframe: "1m" },
    top: {
      spec: { indicator: "bollinger", params: {}, of: { indicator: "rsi", params: {} }, output: "upper" },
      timeframe: "15m",
    },
  });
});

test("reads another symbol to compare with", () => {
  const checked = checkRules(fileWith("{ a: { beta: { period: 20, with: BRK.B } } }"), "s.yaml");
  expect(checked.ok && checked.value.indicators).toEqual({
    a: { spec: { indicator: "beta", params: { period: 20 }, with: { symbol: "BRK.B" } }, timeframe: "1m" },
  });
});

test("refuses another symbol that is in no ticker group", () => {
  const groups = parseGroups("groups: { tech: [AAPL] }", "groups.yaml");
  if (!groups.ok) throw new Error("the groups of this test are wrong");
  const checked = checkRules(
    fileWith("{ a: { beta: { with: XYZ } }, b: { beta: { with: SPY } } }"),
    "s.yaml",
    groups.value,
  );
  expect(checked.ok ? [] : checked.error.map(({ message }) => message)).toEqual([
    "`XYZ` is in no ticker group, so its bars never come; name it under `benchmarks` of groups.yaml",
  ]);
});

test.each([
  [
    "{ a: { beta: { of: { beta: { with: SPY } }, with: QQQ } } }",
    "indicators.a: one other symbol at most, here are SPY, QQQ",
  ],
  ["{ a: { beta: { of: SPY, with: close } } }", "indicators.a.beta.of: `SPY` is not known"],
  [
    "{ a: { beta: { with: SPY }, timeframe: 1d } }",
    "indicators.a.timeframe: another symbol is compared with over bars of up to an hour",
  ],
  ["{ a: { ema: { with: SPY } } }", "indicators.a.ema.with: `ema` has one input: it has no `with`"],
  ["{ a: { emaa: {} } }", "indicators.a.emaa: unknown indicator `emaa`; did you mean `ema`?"],
  ["{ a: {} }", "indicators.a: exactly one indicator stands here, there are 0: none"],
  ["{ a: { ema: {}, sma: {} } }", "indicators.a: exactly one indicator stands here, there are 2: ema, sma"],
  ["{ a: ema }", "indicators.a: `{ name: parameters }` is needed"],
  ["{ a: { ema: { period: 0 } } }", "indicators.a.ema.period: must be from 1 to 1000"],
  ["{ a: { ema: { period: long } } }", "indicators.a.ema.period: a number is needed"],
  ["{ a: { ema: { lenght: 3 } } }", "indicators.a.ema.lenght: `ema` has no parameter `lenght`"],
  ["{ a: { ema: { of: clsoe } } }", "indicators.a.ema.of: `clsoe` is not known; did you mean `close`?"],
  ["{ a: { ema: { of: { rsi: { period: 1 } } } } }", "indicators.a.ema.of.rsi.period: must be from 2 to 1000"],
  ["{ a: { macd: { output: 3 } } }", "indicators.a.macd.output: a name is needed"],
  ["{ a: { beta: {} } }", "indicators.a.beta: `beta` compares two inputs: `with` is needed"],
  ["{ a: { ema: {}, timeframe: 7m } }", "indicators.a.timeframe: `7m` is not known"],
  ["{ A1: { ema: {} } }", "an indicator's name is letters and digits"],
])("%s is refused", (indicators, finding) => {
  const found = findings(indicators);
  expect(found).toHaveLength(1);
  expect(found[0]).toContain(finding);
});

test.each([
  ["{ value: ind.b, above: 1 }", "rules[0].when[0].indicator.above: nothing is called `ind.b`; did you mean `ind.a`?"],
  [
    "{ value: ind.a, above: ind.b }",
    "rules[0].when[0].indicator.above: nothing is called `ind.b`; did you mean `ind.a`?",
  ],
  [
    "{ value: ind.a, above: ind.r }",
    "rules[0].when[0].indicator.above: `>` does not go between a price and a percentage",
  ],
])("the condition %s is refused", (condition, finding) => {
  expect(findings("{ a: { ema: {} }, r: { rsi: {} } }", `[{ indicator: ${condition} }]`)).toEqual([finding]);
});

test("an indicator that nobody declared is refused", () => {
  expect(findings("{}", "[{ indicator: { value: ind.a, min: 1 } }]")[0]).toContain(
    "the file declares none under `indicators`",
  );
});
