import { expect, it } from "vitest";
import { linesFinding } from "./data-lines.ts";

const many = (count: number) => Array.from({ length: count }, (_, n) => `S${n}`);

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
