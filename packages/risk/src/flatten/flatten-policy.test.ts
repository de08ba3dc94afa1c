import { formatConfigError } from "@bowline/config";
import { expect, it } from "vitest";
import { parseLimits, renderLimits } from "../limits/limits-file.ts";
import { cash, ratio } from "../test-view.ts";
import { DEFAULT_FLATTEN } from "./flatten-policy.ts";

const rendered = renderLimits({ equity: cash("25000"), profile: "careful" });
const parsed = (text: string) => {
  const book = parseLimits(text, "limits.yaml");
  return book.ok ? book.value.flatten : book.error.map(formatConfigError);
};

it("writes what holds by default, and that holds without the section too", () => {
  expect(parsed(rendered)).toEqual(DEFAULT_FLATTEN);
  expect(parsed(rendered.replace(/^flatten:\n( .*\n)+/m, ""))).toEqual(DEFAULT_FLATTEN);
});
it("takes settings one by one, and what a loss breaker does", () => {
  const text = rendered
    .replace("  collar: 0.03", "  collar: 0.05")
    .replace("onBreach: {}", "onBreach: { DRAWDOWN_BREAKER: flatten }");
  expect(parsed(text)).toEqual({
    ...DEFAULT_FLATTEN,
    collar: ratio("0.05"),
    onBreach: { DRAWDOWN_BREAKER: "flatten" },
  });
});
it.each([
  ["  collar: 0.03", "  collar: 0", "above 0"],
  ["  repriceSeconds: 10", "  repriceSeconds: 0", "at least a second"],
  ["  outsideRth: wait", "  outsideRth: perhaps", "one of wait, extended"],
  ["  onNaked: reduce", "  onNaked: sell", "one of reduce, protect"],
  ["onBreach: {}", "onBreach: { SPREAD_BREAKER: flatten }", "SPREAD_BREAKER"],
  ["onBreach: {}", "onBreach: { DRAWDOWN_BREAKER: sell }", "one of halt, flatten"],
])("refuses %s as %s", (from, to, why) =>
  expect(parsed(rendered.replace(from, to))).toEqual([expect.stringContaining(why)]),
);
