import { indexDropLimit } from "../limits/index-drop-limit.ts";
import { WAIVED } from "../limits/limit.ts";
import { calm, measure, worstReading } from "../breaking/measure.ts";
import { defineBreaker } from "../breaking/define-breaker.ts";

/** Takes everything to REDUCING while an index fund is far down on the day. */
export const marketStressBreaker = defineBreaker({
  code: "MARKET_STRESS_BREAKER",
  doc: "No index is far down on the day.",
  remedy: "Wait; a falling market is no time for entries.",
  watches: "SYSTEM",
  trips: "REDUCING",
  inSession: true,
  limits: {
    breakerIndexDrop: indexDropLimit(
      "Index funds of the groups, with the drop since the last close at which entries end.",
    ),
  },
  look: ({ dayMoveOf }, { breakerIndexDrop: drops, breakerRecovery: recovery }) =>
    drops === WAIVED
      ? calm
      : worstReading(
          Object.entries(drops).map(([symbol, limit]) => {
            const move = dayMoveOf(symbol);
            const value = move === undefined ? undefined : Math.max(0, -move);
            return measure({ what: `drop${symbol}`, value, limit, named: "breakerIndexDrop", recovery });
          }),
        ),
});
