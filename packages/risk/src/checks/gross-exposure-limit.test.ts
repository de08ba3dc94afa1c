import { expect, it } from "vitest";
import { aView, cash, tightens, ratio } from "../test-view.ts";
import { grossExposureLimit } from "./gross-exposure-limit.ts";

const limits = { maxGrossExposure: ratio("1.5") };

it("passes at the multiple of equity", () =>
  expect(grossExposureLimit.check(aView({ worstGrossExposure: cash("37500") }), limits)).toBeUndefined());
it("denies beyond it", () =>
  expect(grossExposureLimit.check(aView({ worstGrossExposure: cash("37500.000001") }), limits)).toEqual({
    grossExposure: "37500.000001",
    most: "37500",
  }));
it("denies without equity or a mark, and lets exits through", () => {
  expect(grossExposureLimit.check(aView({ equity: undefined }), limits)).toEqual({ missing: "equity" });
  expect(grossExposureLimit.check(aView({ worstGrossExposure: undefined }), limits)).toEqual({ missing: "mark" });
  expect(grossExposureLimit.exemptsReducing).toBe(true);
});
it("never approves by a tighter limit", () =>
  expect(
    tightens(
      grossExposureLimit,
      aView(),
      ["0", "0.399999", "0.4", "3"].map((text) => ({ maxGrossExposure: ratio(text) })),
    ),
  ).toBe(true));
