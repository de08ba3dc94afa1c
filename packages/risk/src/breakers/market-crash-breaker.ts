import { indexDropLimit } from "../limits/index-drop-limit.ts";
import { defineBreaker } from "../breaking/define-breaker.ts";
import { indexDrop } from "../breaking/index-drop.ts";

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
      "0.07",
    ),
  },
  look: (view, { breakerIndexCrash: drops, breakerRecovery: recovery }) =>
    indexDrop(view, { drops, named: "breakerIndexCrash", recovery }),
});
