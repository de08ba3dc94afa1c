import { expect, test } from "vitest";
import { type StudySpec, barsNeededBy, findingsOf, unitOf } from "./study-spec.ts";

const found = (spec: StudySpec) => findingsOf(spec).map(({ path, message }) => `${path.join(".")}: ${message}`);

test.each<[string, StudySpec, string]>([
  ["an unknown name", { indicator: "nope" }, ": unknown indicator `nope`"],
  [
    "an unknown parameter",
    { indicator: "sma", params: { length: 3 } },
    "length: `sma` has no parameter `length`; it has: period",
  ],
  ["half a bar", { indicator: "sma", params: { period: 2.5 } }, "period: must be a whole number"],
  ["no number", { indicator: "sma", params: { period: Number.NaN } }, "period: must be from 1 to 1000"],
  ["a window too long", { indicator: "sma", params: { period: 1001 } }, "period: must be from 1 to 1000"],
  ["parameters at odds", { indicator: "macd", params: { fast: 30 } }, ": `fast` must be less than `slow`"],
  ["an input for whole bars", { indicator: "atr", of: "high" }, "of: `atr` looks at whole bars: it has no `of`"],
  ["a second input", { indicator: "sma", with: "high" }, "with: `sma` has one input: it has no `with`"],
  ["a pair of one", { indicator: "beta" }, ": `beta` compares two inputs: `with` is needed"],
  [
    "an unknown output",
    { indicator: "macd", output: "line" },
    "output: `macd` has no output `line`; it has macd, signal, histogram",
  ],
  [
    "something wrong inside",
    { indicator: "sma", of: { indicator: "rsi", params: { period: 1 } } },
    "of.period: must be from 2 to 1000",
  ],
])("finds %s", (_, spec, finding) => {
  expect(found(spec)).toEqual([finding]);
});

test("finds an input that is none", () => {
  expect(found({ indicator: "sma", of: "last" as "close" })[0]).toContain("of: `last` is no input");
});

test("bars needed add up along a chain", () => {
  expect(barsNeededBy({ indicator: "sma", params: { period: 5 } })).toBe(5);
  const rsi = { indicator: "rsi", params: { period: 14 } };
  expect(barsNeededBy({ indicator: "sma", params: { period: 5 }, of: rsi })).toBe(19);
  expect(barsNeededBy({ indicator: "crossing", of: rsi, with: "close" })).toBe(16);
});

test("a value has the unit of what it is made of", () => {
  expect(unitOf({ indicator: "sma" })).toBe("price");
  expect(unitOf({ indicator: "sma", of: "volume" })).toBe("volume");
  expect(unitOf({ indicator: "sma", of: { indicator: "rsi" } })).toBe("percent");
  expect(unitOf({ indicator: "bollinger", output: "percentB" })).toBe("ratio");
});
