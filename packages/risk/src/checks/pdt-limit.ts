import { defineCheck, denyMissing, pass } from "../define-check.ts";
import { atMost } from "../at-most.ts";
import { countLimit, moneyLimit, WAIVED } from "../limits/limit.ts";
import { dayTradeRegime } from "../limits/day-trade-regime.ts";

/** Denies an entry that could become one day trade too many for a small account. */
export const pdtLimit = defineCheck({
  code: "PDT_LIMIT",
  doc: "A small account stays below a pattern day trader's number of day trades.",
  remedy: "Hold until the next session, or pay in. This is no legal advice.",
  exemptsReducing: true,
  limits: {
    dayTradeRegime,
    maxDayTrades: countLimit("legacy_pdt: day trades within five sessions.", { careful: 3, normal: 3 }),
    dayTradeEquity: {
      ...moneyLimit("legacy_pdt: from this equity on the rule does not bind.", { careful: 0, normal: 0 }, "least"),
      suggest: () => "25000",
    },
  },
  check: ({ dayTrades, equity }, { dayTradeRegime: regime, maxDayTrades, dayTradeEquity }) => {
    if (regime !== "legacy_pdt" || dayTradeEquity === WAIVED) return pass;
    if (equity === undefined) return denyMissing("equity");
    if (equity >= dayTradeEquity) return pass;
    return atMost({ what: "dayTrades", value: dayTrades(), limit: maxDayTrades, named: "maxDayTrades", show: String });
  },
});
