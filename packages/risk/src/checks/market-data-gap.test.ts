import { expect, it } from "vitest";
import { aView } from "../test-view.ts";
import { marketDataGap } from "./market-data-gap.ts";

it("passes after a minute with or without a trade", () => {
  expect(marketDataGap.check(aView(), {})).toBeUndefined();
  expect(marketDataGap.check(aView({ barStatus: "NO_TRADE" }), {})).toBeUndefined();
});
it("denies after a minute without data, and before the first bar", () => {
  expect(marketDataGap.check(aView({ barStatus: "NO_DATA" }), {})).toEqual({ bar: "NO_DATA" });
  expect(marketDataGap.check(aView({ barStatus: undefined }), {})).toEqual({ missing: "bar" });
});
it("lets exits through", () => expect(marketDataGap.exemptsReducing).toBe(true));
