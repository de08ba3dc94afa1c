import { qty, shares } from "@bowline/kernel";
import { expect, it } from "vitest";
import { aView, cash, tightens } from "../test-view.ts";
import { positionLimit } from "./position-limit.ts";

const limits = { maxPositionQty: shares(100), maxPositionNotional: cash("10000") };

it("passes at the limit, long and short", () => {
  expect(positionLimit.check(aView(), limits)).toBeUndefined();
  expect(positionLimit.check(aView({ worstPosition: shares(-100) }), limits)).toBeUndefined();
});
it("denies beyond the quantity or the value", () => {
  expect(positionLimit.check(aView({ worstPosition: qty(100_000_001) }), limits)).toMatchObject({
    position: "100.000001",
  });
  expect(
    positionLimit.check(aView({ worstPosition: shares(-101) }), { ...limits, maxPositionQty: shares(500) }),
  ).toMatchObject({ notional: "10100" });
});
it("denies without a reference price, and lets exits through", () => {
  expect(positionLimit.check(aView({ refPx: undefined }), limits)).toEqual({ missing: "refPx" });
  expect(positionLimit.exemptsReducing).toBe(true);
});
it("never approves by a tighter limit", () => {
  expect(
    tightens(
      positionLimit,
      aView(),
      [0, 99, 100].map((n) => ({ ...limits, maxPositionQty: shares(n) })),
    ),
  ).toBe(true);
  expect(
    tightens(
      positionLimit,
      aView(),
      ["0", "9999", "10000"].map((text) => ({ ...limits, maxPositionNotional: cash(text) })),
    ),
  ).toBe(true);
});
