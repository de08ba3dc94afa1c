import { ruleLimit } from "../limits/list-limits.ts";
import { WAIVED } from "../limits/limit.ts";
import { calm, over } from "../breaking/measure.ts";
import { defineBreaker } from "../breaking/define-breaker.ts";

/** Takes a symbol to REDUCING when it is halted, until it has traded quietly for a while. */
export const haltBreaker = defineBreaker({
  code: "HALT_BREAKER",
  doc: "The symbol is not halted, and was not a moment ago.",
  remedy: "Wait until it trades again; the halt code of the exchange says why.",
  watches: "SYMBOL",
  trips: "REDUCING",
  inSession: true,
  limits: {
    breakerHalt: ruleLimit("A symbol that is halted is REDUCING until it has traded for breakerQuietMinutes.", {
      careful: "enforced",
      normal: "enforced",
    }),
  },
  look: ({ quote }, { breakerHalt }) => {
    if (breakerHalt === WAIVED) return calm;
    if (quote === undefined) return over({ missing: "quote" });
    return quote.halted ? over({ halted: "yes" }) : calm;
  },
});
