import { expect, it } from "vitest";
import { describeSectors } from "./group-sectors.ts";

it("sectors are in alphabetical order, and who has none comes last", () => {
  const of = (symbol: string, sector?: string) => ({ symbol, sector });
  const symbols = [of("AAPL", "Technology"), of("BAC", "Financial"), of("SPY"), of("GS", "Financial")];
  expect(describeSectors(symbols)).toBe("Financial: BAC GS; Technology: AAPL; unknown: SPY");
  expect(describeSectors([])).toBe("");
});
