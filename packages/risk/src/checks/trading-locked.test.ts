import { expect, it } from "vitest";
import { aView } from "../test-view.ts";
import { tradingLocked } from "./trading-locked.ts";

it("denies only while LOCKED, and exits too", () => {
  expect(tradingLocked.check(aView(), {})).toBeUndefined();
  expect(tradingLocked.check(aView({ tradingState: "HALTED" }), {})).toBeUndefined();
  expect(tradingLocked.check(aView({ tradingState: "LOCKED" }), {})).toEqual({ state: "LOCKED" });
  expect(tradingLocked.exemptsReducing).toBe(false);
});
