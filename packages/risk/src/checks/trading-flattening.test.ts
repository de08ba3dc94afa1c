import { expect, it } from "vitest";
import { aView } from "../test-view.ts";
import { tradingFlattening } from "./trading-flattening.ts";

it("denies only while FLATTENING, and exits too", () => {
  expect(tradingFlattening.check(aView(), {})).toBeUndefined();
  expect(tradingFlattening.check(aView({ tradingState: "HALTED" }), {})).toBeUndefined();
  expect(tradingFlattening.check(aView({ tradingState: "FLATTENING" }), {})).toEqual({ state: "FLATTENING" });
  expect(tradingFlattening.exemptsReducing).toBe(false);
});
