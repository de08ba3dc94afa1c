import { countLimit, WAIVED } from "../limits/limit.ts";
import { calm, measure } from "../breaking/measure.ts";
import { defineBreaker } from "../breaking/define-breaker.ts";

/** Takes everything to REDUCING while orders, changes and cancels are many and fills few: a broker watches that ratio. */
export const messageRatioBreaker = defineBreaker({
  code: "MESSAGE_RATIO_BREAKER",
  doc: "Orders, changes and cancels are not many against fills.",
  remedy:
    "Look for a rule that orders and cancels without a fill. The next session begins a new count, and so does a resume.",
  watches: "SYSTEM",
  trips: "REDUCING",
  inSession: false,
  limits: {
    breakerMessagesPerFill: countLimit("Orders, changes and cancels of the session for each fill.", {
      careful: 40,
      normal: 100,
    }),
    breakerFreeMessages: countLimit("With fewer in the session nothing trips.", { careful: 200, normal: 1000 }),
  },
  look: ({ messages: { sent, fills } }, { breakerMessagesPerFill, breakerFreeMessages, breakerRecovery: recovery }) => {
    if (breakerMessagesPerFill === WAIVED) return calm;
    if (breakerFreeMessages !== WAIVED && sent < breakerFreeMessages) return calm;
    const limit = breakerMessagesPerFill * Math.max(1, fills);
    return measure({ what: "messages", value: sent, limit, named: "mostMessages", recovery, show: String });
  },
});
