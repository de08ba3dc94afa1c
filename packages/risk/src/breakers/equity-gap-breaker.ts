import { ratioLimit } from "../limits/limit.ts";
import { measure } from "../breaking/measure.ts";
import { defineBreaker } from "../breaking/define-breaker.ts";

/** Takes everything to REDUCING while our equity is far from what the broker says. */
export const equityGapBreaker = defineBreaker({
  code: "EQUITY_GAP_BREAKER",
  doc: "Our equity is near the broker's.",
  remedy:
    "Compare cash and positions with TWS: `./bowline pnl`. Where a deposit or a fee is behind it, `./bowline resume` takes it as it is.",
  watches: "SYSTEM",
  trips: "REDUCING",
  inSession: true,
  limits: {
    breakerEquityGap: ratioLimit("Distance of our equity from the broker's, as a part of it.", {
      careful: "0.005",
      normal: "0.02",
    }),
  },
  look: ({ equityGap: value }, { breakerEquityGap: limit, breakerRecovery: recovery }) =>
    measure({ what: "equityGap", value, limit, named: "breakerEquityGap", recovery }),
});
