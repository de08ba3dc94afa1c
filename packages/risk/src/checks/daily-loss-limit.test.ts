import { expect, it } from "vitest";
import { aView, cash, tightens } from "../test-view.ts";
import { dailyLossLimit } from "./daily-loss-limit.ts";

const limits = { maxDailyLoss: cash("250") };

it("passes a gain and a smaller loss", () => {
  expect(dailyLossLimit.check(aView({ equity: cash("26000") }), limits)).toBeUndefined();
  expect(dailyLossLimit.check(aView({ equity: cash("24750.000001") }), limits)).toBeUndefined();
});
it("denies from the exact loss on", () =>
  expect(dailyLossLimit.check(aView({ equity: cash("24750") }), limits)).toEqual({ loss: "250", maxDailyLoss: "250" }));
it("denies without equity now or then, and lets exits through", () => {
  expect(dailyLossLimit.check(aView({ equity: undefined }), limits)).toEqual({ missing: "equity" });
  expect(dailyLossLimit.check(aView({ dayStartEquity: undefined }), limits)).toEqual({ missing: "equity" });
  expect(dailyLossLimit.exemptsReducing).toBe(true);
});
it("never approves by a tighter limit", () =>
  expect(
    tightens(
      dailyLossLimit,
      aView({ equity: cash("24900") }),
      ["0", "100", "100.01"].map((text) => ({ maxDailyLoss: cash(text) })),
    ),
  ).toBe(true));
