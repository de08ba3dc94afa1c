import { shares } from "@bowline/kernel";
import { holdsTo } from "../test-laws.ts";
import { shortNotAvailable } from "./short-not-available.ts";

holdsTo(shortNotAvailable, {
  limits: { shortLocate: "enforced" },
  passes: {
    "a purchase, whatever can be lent": { shortableQty: undefined },
    "a sale of all that can be lent": { shortQty: shares(1000), shortableQty: shares(1000) },
  },
  denies: {
    "a share more": [
      { shortQty: shares(1001), shortableQty: shares(1000) },
      { shortQty: "1001", shortable: "1000" },
    ],
  },
  needs: { shortable: { shortQty: shares(1), shortableQty: undefined } },
  exit: "is asked",
  waived: { shortLocate: "waived" },
});
