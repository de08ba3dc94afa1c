import { shares } from "@bowline/kernel";
import { anOrder } from "@bowline/testkit";
import { holdsTo } from "../test-laws.ts";
import { dollarsPx } from "../test-view.ts";
import { ssrPriceTest } from "./ssr-price-test.ts";

const short = { shortQty: shares(1) };
holdsTo(ssrPriceTest, {
  limits: { shortSalePriceTest: "enforced" },
  passes: {
    "a purchase": { shortSaleRestricted: true },
    "a short sale without the restriction": { ...short },
    "a tick above the bid": { ...short, order: anOrder({ lmtPx: dollarsPx("100") }), shortSaleRestricted: true },
  },
  denies: {
    "at the bid": [
      { ...short, order: anOrder({ lmtPx: dollarsPx("99.99") }), shortSaleRestricted: true },
      { px: "99.99", bidPx: "99.99" },
    ],
    "at the market": [
      { ...short, order: anOrder({ ordType: "MKT", lmtPx: undefined }), shortSaleRestricted: true },
      { px: "MKT", bidPx: "99.99" },
    ],
  },
  needs: {
    restriction: { ...short, shortSaleRestricted: undefined },
    bidPx: { ...short, shortSaleRestricted: true, quote: undefined },
  },
  exit: "is asked",
  waived: { shortSalePriceTest: "waived" },
});
