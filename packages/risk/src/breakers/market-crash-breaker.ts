import { indexDropLimit } from "../limits/index-drop-limit.ts";
import { WAIVED } from "../limits/limit.ts";
import { calm, measure, worstReading } from "../breaking/measure.ts";
import { defineBreaker } from "../breaking/define-breaker.ts";

/** Halts everything when an index fund crashes. */
export const marketCrashBreaker = defineBreaker({
  code: "MARKET_CRASH_BREAKER",
  doc: "No index has crashed on the day.",
  remedy: "Wait; a falling market is no time for entries.",
  watches: "SYSTEM",
  trips: "HALTED",
  inSession: true,
  limits: {
    breakerIndexCrash: indexDropLimit(
      "Index funds of the groups, with the drop since the last close at which everything halts.",
    ),
  },
  look: ({ dayMoveOf }, { breakerIndexCrash: drops, breakerRecovery: recovery }) =>
    drops === WAIVED
      ? calm
      : worstReading(
          Object.entries(drops).map(([symbol, limit]) => {
            const move = dayMoveOf(symbol);
            const value = move === undefined ? undefined : Math.max(0, -move);
            return measure({ what: `drop${symbol}`, value, limit, named: "breakerIndexCrash", recovery });
          }),
        ),
});
