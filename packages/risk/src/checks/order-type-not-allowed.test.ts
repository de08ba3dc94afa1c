import { anOrder } from "@bowline/testkit";
import { holdsTo } from "../test-laws.ts";
import { orderTypeNotAllowed } from "./order-type-not-allowed.ts";

holdsTo(orderTypeNotAllowed, {
  limits: { allowedOrderTypes: ["LMT"] },
  passes: { "a type on the list": {} },
  denies: { "any other": [{ order: anOrder({ ordType: "MKT", lmtPx: undefined }) }, { ordType: "MKT" }] },
  exit: "is asked",
  waived: { allowedOrderTypes: "waived" },
});
