import { holdsTo } from "../test-laws.ts";
import { cash } from "../test-view.ts";
import { openOrdersLimit } from "./open-orders-limit.ts";

holdsTo(openOrdersLimit, {
  limits: { maxOpenOrdersPerSide: 15, maxOpenOrders: 60, maxOpenNotional: cash("50000") },
  passes: {
    "all at their limit": { openOnSide: 15, openInAccount: 60, openNotional: cash("50000") },
    "an exit whatever it is worth": { openNotional: cash("50001"), reducing: true },
  },
  denies: {
    "one more on the side": [{ openOnSide: 16 }, { openOnSide: "16", maxOpenOrdersPerSide: "15" }],
    "one more in the account": [{ openInAccount: 61 }, { openOrders: "61", maxOpenOrders: "60" }],
    "a dollar more": [{ openNotional: cash("50001") }, { openNotional: "50001", maxOpenNotional: "50000" }],
    "an exit that is one more on the side": [
      { openOnSide: 16, reducing: true },
      { openOnSide: "16", maxOpenOrdersPerSide: "15" },
    ],
  },
  needs: { openNotional: { openNotional: undefined } },
  exit: "is asked",
  waived: { maxOpenOrdersPerSide: "waived", maxOpenOrders: "waived", maxOpenNotional: "waived" },
});
