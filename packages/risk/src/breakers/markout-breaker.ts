import { ratioLimit } from "../limits/limit.ts";
import { calm, measure } from "../breaking/measure.ts";
import { defineBreaker } from "../breaking/define-breaker.ts";

/** Takes a strategy to REDUCING while the market goes against its fills right after them: somebody knows more. */
export const markoutBreaker = defineBreaker({
  code: "MARKOUT_BREAKER",
  doc: "The market does not go against the fills of the strategy right after them.",
  remedy: "See whom it trades with, and when: slower orders, or passive ones, pay less.",
  watches: "STRATEGY",
  trips: "REDUCING",
  inSession: false,
  limits: {
    breakerMarkout: ratioLimit(
      "Average move against the fills of the last hour, from the fill to the first minute's close at least a minute later; at least five of them, with fewer nothing trips.",
      { careful: "0.005", normal: "0.02" },
    ),
  },
  look: ({ markout: value }, { breakerMarkout: limit, breakerRecovery: recovery }) =>
    value === undefined ? calm : measure({ what: "markout", value, limit, named: "breakerMarkout", recovery }),
});
