import { aQuote } from "@bowline/testkit";
import { expect, it } from "vitest";
import { aView, dollarsPx } from "../test-view.ts";
import { marketDataInsane } from "./market-data-insane.ts";

const judge = (bidPx: string | undefined, askPx: string | undefined) =>
  marketDataInsane.check(
    aView({
      quote: aQuote({
        bidPx: bidPx === undefined ? undefined : dollarsPx(bidPx),
        askPx: askPx === undefined ? undefined : dollarsPx(askPx),
      }),
    }),
    {},
  );

it("passes a bid below the ask", () => expect(judge("99.99", "100")).toBeUndefined());
it("denies a locked and a crossed market", () => {
  expect(judge("100", "100")).toEqual({ bidPx: "100", askPx: "100" });
  expect(judge("100.01", "100")).toEqual({ bidPx: "100.01", askPx: "100" });
});
it("denies when a side, or all, is missing", () => {
  expect(judge(undefined, "100")).toEqual({ missing: "bidPx" });
  expect(judge("100", undefined)).toEqual({ missing: "askPx" });
  expect(marketDataInsane.check(aView({ quote: undefined }), {})).toEqual({ missing: "bidPx" });
});
