import { makeGroups } from "@bowline/config";
import { expect, it } from "vitest";
import { linesFinding } from "./data-lines.ts";

const many = (count: number, ofTicks = 0) => {
  const symbols = Array.from({ length: count }, (_, n) => `S${n}`);
  const fromTicks = new Set(symbols.slice(0, ofTicks));
  return makeGroups([["all", symbols]], [], { fromTicks, extendedHours: new Set() });
};

it("a hundred lines are fifty symbols, the benchmark one of them", () => {
  expect(linesFinding(many(49), "SPY", 100)).toEqual({
    check: "data lines",
    ok: true,
    found: "50 symbols want 100 of 100 market data lines",
    meaning: "50 symbols fit, 100 where bars are built from ticks; 0 lines are left for positions in others",
  });
  expect(linesFinding(many(3), "S1", 100).found).toBe("3 symbols want 6 of 100 market data lines");
});
it("who gets none is named, the last declared first of all to go", () => {
  expect(linesFinding(many(3), "SPY", 5)).toMatchObject({
    ok: false,
    meaning: "2 symbols fit, 5 where bars are built from ticks; without data, and never entered: S2, SPY",
  });
});
it("what groups are compared with wants data, too", () => {
  const groups = makeGroups([["all", ["IBM"]]], [], {
    fromTicks: new Set(),
    extendedHours: new Set(),
    benchmarks: ["QQQ"],
  });
  expect(linesFinding(groups, "SPY", 100).found).toBe("3 symbols want 6 of 100 market data lines");
});
it("symbols whose bars are built from ticks want one line each", () => {
  expect(linesFinding(many(60, 22), "SPY", 100)).toMatchObject({
    ok: true,
    found: "61 symbols want 100 of 100 market data lines, 22 of them bars from ticks",
  });
  expect(linesFinding(many(100, 100), undefined, 100).ok).toBe(true);
  expect(linesFinding(many(60, 21), "SPY", 100).meaning).toContain("never entered: SPY");
});
