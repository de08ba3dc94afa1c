import { anOrder } from "@bowline/testkit";
import { holdsTo } from "../test-laws.ts";
import { cash } from "../test-view.ts";
import { unsettledFunds } from "./unsettled-funds.ts";

holdsTo(unsettledFunds, {
  limits: { settledCash: "enforced" },
  passes: {
    "a purchase with the last cent": { settledCashLeft: cash("0") },
    "a sale": { settledCashLeft: cash("-1"), order: anOrder({ side: "SELL" }) },
  },
  denies: { "a cent too much": [{ settledCashLeft: cash("-0.01") }, { settledCashLeft: "-0.01" }] },
  needs: { cash: { settledCashLeft: undefined } },
  exit: "passes",
  waived: { settledCash: "waived" },
});
