import { shares } from "@bowline/kernel";
import { anOrder } from "@bowline/testkit";
import { holdsTo } from "../test-laws.ts";
import { cash, dollarsPx } from "../test-view.ts";
import { notionalExceedsMax } from "./notional-exceeds-max.ts";

holdsTo(notionalExceedsMax, {
  limits: { maxOrderNotional: cash("10000") },
  passes: { "the limit itself": {}, "a limit price below the market": { order: anOrder({ lmtPx: dollarsPx("1") }) } },
  denies: {
    "a share more": [{ order: anOrder({ orderQty: shares(101) }) }, { notional: "10100", maxOrderNotional: "10000" }],
    "the higher of the two prices": [
      { order: anOrder({ lmtPx: dollarsPx("100.01") }) },
      { notional: "10001", maxOrderNotional: "10000" },
    ],
  },
  needs: { notional: { refPx: undefined } },
  exit: "is asked",
  waived: { maxOrderNotional: "waived" },
});
