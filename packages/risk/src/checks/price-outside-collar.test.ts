import { anOrder, aQuote } from "@bowline/testkit";
import { expect, it } from "vitest";
import { aView, dollarsPx, tightens, ratio } from "../test-view.ts";
import { priceOutsideCollar } from "./price-outside-collar.ts";

const limits = { maxPriceDeviation: ratio("0.03") };
const judge = (order: Parameters<typeof anOrder>[0], quote = aQuote()) =>
  priceOutsideCollar.check(aView({ order: anOrder(order), quote }), limits);

it("passes at the exact distance, above and below", () => {
  expect(judge({ lmtPx: dollarsPx("103") })).toBeUndefined();
  expect(judge({ lmtPx: dollarsPx("97") })).toBeUndefined();
});
it("denies beyond it", () => {
  expect(judge({ lmtPx: dollarsPx("103.0001") })).toEqual({
    px: "103.0001",
    refPx: "100",
    deviation: "0.030001",
    maxPriceDeviation: "0.03",
  });
  expect(judge({ lmtPx: dollarsPx("96.9999") })).toMatchObject({ deviation: "0.030001" });
});
it("judges a stop by its trigger and a market order by the far side of the quote", () => {
  expect(judge({ ordType: "STP", lmtPx: undefined, stopPx: dollarsPx("90") })).toMatchObject({ px: "90" });
  const wide = aQuote({ bidPx: dollarsPx("95"), askPx: dollarsPx("105") });
  expect(judge({ ordType: "MKT", lmtPx: undefined }, wide)).toMatchObject({ px: "105" });
  expect(judge({ ordType: "MKT", lmtPx: undefined, side: "SELL" }, wide)).toMatchObject({ px: "95" });
  expect(judge({ ordType: "MKT", lmtPx: undefined })).toBeUndefined();
});
it("denies without a reference", () => {
  expect(priceOutsideCollar.check(aView({ refPx: undefined }), limits)).toEqual({ missing: "refPx" });
  expect(judge({ ordType: "MKT", lmtPx: undefined }, aQuote({ askPx: undefined }))).toEqual({ missing: "refPx" });
});
it("lets a change bring a far price nearer from its own side of the market", () => {
  const moved = (stopPx: string, from: string) =>
    priceOutsideCollar.check(
      aView({
        order: anOrder({ ordType: "STP", lmtPx: undefined, stopPx: dollarsPx(stopPx) }),
        movedFromPx: dollarsPx(from),
      }),
      limits,
    );
  expect(moved("85", "80")).toBeUndefined();
  expect(moved("80", "80")).toBeDefined();
  expect(moved("79.99", "80")).toBeDefined();
  expect(moved("119", "80")).toBeDefined();
  expect(moved("110", "120")).toBeUndefined();
});
it("never approves by a tighter limit", () =>
  expect(
    tightens(
      priceOutsideCollar,
      aView({ order: anOrder({ lmtPx: dollarsPx("101") }) }),
      ["0", "0.009999", "0.01", "1"].map((text) => ({ maxPriceDeviation: ratio(text) })),
    ),
  ).toBe(true));
