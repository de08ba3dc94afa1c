import { shares } from "@bowline/kernel";
import { anOrder } from "@bowline/testkit";
import { holdsTo } from "../test-laws.ts";
import { cash } from "../test-view.ts";
import { notionalBelowMin } from "./notional-below-min.ts";

holdsTo(notionalBelowMin, {
  limits: { minOrderNotional: cash("10000") },
  passes: { "the limit itself": {} },
  denies: {
    "a share less": [{ order: anOrder({ orderQty: shares(99) }) }, { notional: "9900", minOrderNotional: "10000" }],
  },
  needs: { notional: { refPx: undefined } },
  exit: "passes",
  waived: { minOrderNotional: "waived" },
});
