import { indexDropLimit } from "../limits/index-drop-limit.ts";
import { defineBreaker } from "../breaking/define-breaker.ts";
import { indexDrop } from "../breaking/index-drop.ts";

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
  look: (view, { breakerIndexDrop: drops, breakerRecovery: recovery }) =>
    indexDrop(view, { drops, named: "breakerIndexDrop", recovery }),
});
