import { shares } from "@bowline/kernel";
import { anOrder } from "@bowline/testkit";
import { holdsTo } from "../test-laws.ts";
import { parentQtyExceeded } from "./parent-qty-exceeded.ts";

holdsTo(parentQtyExceeded, {
  limits: {},
  passes: {
    "what is no part": {},
    "the last part": {
      order: anOrder({ parentIntentId: "P" }),
      parent: { orderQty: shares(500), partsQty: shares(500) },
    },
  },
  denies: {
    "a share more than the whole": [
      { order: anOrder({ parentIntentId: "P" }), parent: { orderQty: shares(500), partsQty: shares(501) } },
      { parts: "501", parentQty: "500" },
    ],
  },
  needs: { parent: { order: anOrder({ parentIntentId: "P" }) } },
  exit: "is asked",
});
