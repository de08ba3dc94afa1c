import { qty, shares } from "@bowline/kernel";
import { holdsTo } from "../test-laws.ts";
import { cash, dollarsPx } from "../test-view.ts";
import { positionLimit } from "./position-limit.ts";

const beyond = { maxPositionQty: "100", maxPositionNotional: "10000" };

holdsTo(positionLimit, {
  limits: { maxPositionQty: shares(100), maxPositionNotional: cash("10000") },
  passes: { "both at the limit": {}, "the same short": { worstPosition: shares(-100) } },
  denies: {
    "a millionth of a share more": [
      { worstPosition: qty(100_000_001) },
      { position: "100.000001", notional: "10000.0001", ...beyond },
    ],
    "a share more, short": [{ worstPosition: shares(-101) }, { position: "-101", notional: "10100", ...beyond }],
    "a higher price": [{ refPx: dollarsPx("100.01") }, { position: "100", notional: "10001", ...beyond }],
  },
  needs: { refPx: { refPx: undefined } },
  exit: "passes",
});
