import { micros, money, shares } from "@bowline/kernel";
import { expect, it } from "vitest";
import { commissionOf, IB_FIXED_US_STOCKS } from "./index.ts";

// As IB's own page works them out.
it.each([
  [100, "2500", "1"],
  [1000, "250", "2.5"],
  [1000, "25000", "5"],
  [10, "2", "0.02"],
  [201, "20100", "1.005"],
])("charges for %i shares worth %s dollars %s", (quantity, value, charge) => {
  expect(commissionOf(IB_FIXED_US_STOCKS, shares(quantity), money(micros(value)))).toBe(micros(charge));
});
