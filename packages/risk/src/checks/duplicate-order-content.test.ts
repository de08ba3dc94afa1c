import { anOrder } from "@bowline/testkit";
import { holdsTo } from "../test-laws.ts";
import { later } from "../test-view.ts";
import { duplicateOrderContent } from "./duplicate-order-content.ts";

holdsTo(duplicateOrderContent, {
  limits: { duplicateOrderWindowMs: 5000 },
  passes: {
    "what was never ordered": {},
    "the same after the window": { sameContentUs: later(-5_000_000) },
    "the parts of one parent": { sameContentUs: later(0), order: anOrder({ parentIntentId: "P1" }) },
  },
  denies: {
    "the same within the window": [
      { sameContentUs: later(-4_999_000) },
      { sinceMs: "4999", duplicateOrderWindowMs: "5000" },
    ],
  },
  exit: "is asked",
  waived: { duplicateOrderWindowMs: "waived" },
});
