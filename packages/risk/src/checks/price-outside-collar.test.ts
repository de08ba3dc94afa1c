import { anOrder, aQuote } from "@bowline/testkit";
import { expect, it } from "vitest";
import { holdsTo } from "../test-laws.ts";
import { aView, dollarsPx, ratio } from "../test-view.ts";
import { priceOutsideCollar } from "./price-outside-collar.ts";

const limits = { maxPriceDeviation: ratio("0.03") };
const judge = (order: Parameters<typeof anOrder>[0], quote = aQuote()) =>
  priceOutsideCollar.check(aView({ order: anOrder(order), quote }), limits);

holdsTo(priceOutsideCollar, {
  limits,
  passes: {
    "the exact distance above": { order: anOrder({ lmtPx: dollarsPx("103") }) },
    "the exact distance below": { order: anOrder({ lmtPx: dollarsPx("97") }) },
  },
  denies: {
    "more above": [
      { order: anOrder({ lmtPx: dollarsPx("103.0001") }) },
      { px: "103.0001", refPx: "100", deviation: "0.030001", maxPriceDeviation: "0.03" },
    ],
    "more below": [
      { order: anOrder({ lmtPx: dollarsPx("96.9999") }) },
      { px: "96.9999", refPx: "100", deviation: "0.030001", maxPriceDeviation: "0.03" },
    ],
  },
  needs: { refPx: { refPx: undefined } },
  exit: "is asked",
});

it("judges a stop by its trigger and a market order by the far side of the quote", () => {
  expect(judge({ ordType: "STP", lmtPx: undefined, stopPx: dollarsPx("90") })).toMatchObject({ px: "90" });
  const wide = aQuote({ bidPx: dollarsPx("95"), askPx: dollarsPx("105") });
  expect(judge({ ordType: "MKT", lmtPx: undefined }, wide)).toMatchObject({ px: "105" });
  expect(judge({ ordType: "MKT", lmtPx: undefined, side: "SELL" }, wide)).toMatchObject({ px: "95" });
  expect(judge({ ordType: "MKT", lmtPx: undefined })).toBeUndefined();
});
it("denies a market order without the far side of the quote", () =>
  expect(judge({ ordType: "MKT", lmtPx: undefined }, aQuote({ askPx: undefined }))).toEqual({ missing: "refPx" }));
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
