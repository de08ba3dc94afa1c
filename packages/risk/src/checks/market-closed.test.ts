import { us } from "@bowline/kernel";
import { aClock, T0, T0_CLOSE } from "@bowline/testkit";
import { expect, it } from "vitest";
import { aView } from "../test-view.ts";
import { marketClosed } from "./market-closed.ts";

it("passes from the open to the microsecond before the close", () => {
  expect(marketClosed.check(aView({ nowUs: T0 }), {})).toBeUndefined();
  expect(marketClosed.check(aView({ nowUs: us(T0_CLOSE - 1) }), {})).toBeUndefined();
});
it("denies at the close, before the open, and in another phase", () => {
  expect(marketClosed.check(aView({ nowUs: T0_CLOSE }), {})).toEqual({ phase: "REGULAR" });
  expect(marketClosed.check(aView({ nowUs: us(T0 - 1) }), {})).toEqual({ phase: "REGULAR" });
  expect(marketClosed.check(aView({ clock: aClock({ phase: "POST" }) }), {})).toEqual({ phase: "POST" });
});
it("denies when there is no clock or no session", () => {
  expect(marketClosed.check(aView({ clock: undefined }), {})).toEqual({ missing: "session" });
  expect(marketClosed.check(aView({ clock: aClock({ openUs: undefined }) }), {})).toEqual({ missing: "session" });
});
