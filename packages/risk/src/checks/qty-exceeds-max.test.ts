import { qty, shares } from "@bowline/kernel";
import { anOrder } from "@bowline/testkit";
import { holdsTo } from "../test-laws.ts";
import { qtyExceedsMax } from "./qty-exceeds-max.ts";

holdsTo(qtyExceedsMax, {
  limits: { maxOrderQty: shares(100) },
  passes: { "the limit itself": {} },
  denies: {
    "a millionth of a share more": [
      { order: anOrder({ orderQty: qty(100_000_001) }) },
      { orderQty: "100.000001", maxOrderQty: "100" },
    ],
  },
  exit: "is asked",
  waived: { maxOrderQty: "waived" },
});
