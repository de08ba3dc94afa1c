import { expect, it } from "vitest";
import { aView } from "../test-view.ts";
import { tradingHalted } from "./trading-halted.ts";

it("denies only while HALTED, and exits too", () => {
  expect(tradingHalted.check(aView(), {})).toBeUndefined();
  expect(tradingHalted.check(aView({ tradingState: "REDUCING" }), {})).toBeUndefined();
  expect(tradingHalted.check(aView({ tradingState: "HALTED" }), {})).toEqual({ state: "HALTED" });
  expect(tradingHalted.exemptsReducing).toBe(false);
});
