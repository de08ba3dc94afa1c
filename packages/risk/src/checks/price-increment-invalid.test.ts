import { anOrder } from "@bowline/testkit";
import { holdsTo } from "../test-laws.ts";
import { dollarsPx } from "../test-view.ts";
import { priceIncrementInvalid } from "./price-increment-invalid.ts";

holdsTo(priceIncrementInvalid, {
  limits: {},
  passes: { "a price on a step": { order: anOrder({ lmtPx: dollarsPx("100.01") }) } },
  denies: {
    "a price between two": [{ order: anOrder({ lmtPx: dollarsPx("100.005") }) }, { fields: "lmtPx", minTick: "0.01" }],
  },
  needs: { minTick: { minTick: undefined } },
  exit: "is asked",
});
