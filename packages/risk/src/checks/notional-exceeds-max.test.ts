import { anOrder } from "@bowline/testkit";
import { expect, it } from "vitest";
import { aView, cash, dollarsPx, tightens } from "../test-view.ts";
import { notionalExceedsMax } from "./notional-exceeds-max.ts";

const limits = { maxOrderNotional: cash("10000") };

it("passes at the limit", () => expect(notionalExceedsMax.check(aView(), limits)).toBeUndefined());
it("denies beyond it, by the reference or by the order's own higher limit", () => {
  expect(notionalExceedsMax.check(aView({ refPx: dollarsPx("100.01") }), limits)).toEqual({
    notional: "10001",
    maxOrderNotional: "10000",
  });
  expect(notionalExceedsMax.check(aView({ order: anOrder({ lmtPx: dollarsPx("100.01") }) }), limits)).toMatchObject({
    notional: "10001",
  });
  expect(notionalExceedsMax.check(aView({ order: anOrder({ lmtPx: dollarsPx("90") }) }), limits)).toBeUndefined();
});
it("denies without a reference price", () =>
  expect(notionalExceedsMax.check(aView({ refPx: undefined }), limits)).toEqual({ missing: "refPx" }));
it("never approves by a tighter limit", () =>
  expect(
    tightens(
      notionalExceedsMax,
      aView(),
      ["0", "9999.99", "10000"].map((text) => ({ maxOrderNotional: cash(text) })),
    ),
  ).toBe(true));
