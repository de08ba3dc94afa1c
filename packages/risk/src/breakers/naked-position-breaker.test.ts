import { shares } from "@bowline/kernel";
import { nakedPositionBreaker } from "./naked-position-breaker.ts";
import { breaksBy } from "../breaking/test-laws.ts";

breaksBy(nakedPositionBreaker, {
  limits: { breakerNakedPosition: "enforced" },
  over: { "one share without a stop": [{ nakedQty: shares(1) }, { nakedQty: "1" }] },
});
