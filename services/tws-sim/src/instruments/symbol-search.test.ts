import { expect, it } from "vitest";
import { makeInstruments } from "./instruments.ts";
import { matchingInstruments } from "./symbol-search.ts";

const { all } = makeInstruments([]);
const found = (pattern: string) =>
  matchingInstruments(all, pattern).map(({ symbol, currency }) => `${symbol} ${currency}`);

it("finds symbols by their beginning, the shortest first, then names by a word's beginning", () => {
  expect(found("GOOG")).toEqual(["GOOG USD", "GOOGL USD"]);
  expect(found("apple").sort()).toEqual(["AAPL MXN", "AAPL USD"]);
  expect(found("depot")).toEqual(["HD USD"]);
  expect(found("BRK.B")).toEqual(["BRK.B USD"]);
});

it("finds sixteen at most, and nothing for nothing", () => {
  expect(found("A").length).toBe(16);
  expect(found("A")[0]).toBe("A USD");
  expect(found("  ")).toEqual([]);
  expect(found("ZZZZZ")).toEqual([]);
});
