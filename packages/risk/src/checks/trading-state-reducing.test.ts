import { expect, it } from "vitest";
import { aView } from "../test-view.ts";
import { tradingStateReducing } from "./trading-state-reducing.ts";

it("denies only while REDUCING, and lets exits through", () => {
  expect(tradingStateReducing.check(aView(), {})).toBeUndefined();
  expect(tradingStateReducing.check(aView({ tradingState: "REDUCING" }), {})).toEqual({ state: "REDUCING" });
  expect(tradingStateReducing.exemptsReducing).toBe(true);
});
