import { shares } from "@bowline/kernel";
import { anOrder } from "@bowline/testkit";
import { holdsTo } from "../test-laws.ts";
import { sideNotAllowed } from "./side-not-allowed.ts";

holdsTo(sideNotAllowed, {
  limits: { allowedSides: ["BUY", "SELL"] },
  passes: { "a side on the list": { order: anOrder({ side: "SELL" }) } },
  denies: {
    "any other": [{ order: anOrder({ side: "SELL_SHORT" }) }, { side: "SELL_SHORT" }],
    "a sale that goes short by another name": [
      { order: anOrder({ side: "SELL" }), shortQty: shares(1) },
      { side: "SELL_SHORT" },
    ],
  },
  exit: "is asked",
  waived: { allowedSides: "waived" },
});
