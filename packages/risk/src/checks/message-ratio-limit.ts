import { defineCheck, pass } from "../define-check.ts";
import { atMost } from "../at-most.ts";
import { countLimit, WAIVED } from "../limits/limit.ts";

/** Denies entries that would only add to many messages with few fills: the broker watches that ratio. */
export const messageRatioLimit = defineCheck({
  code: "MESSAGE_RATIO_LIMIT",
  doc: "Orders, changes and cancels are not many against fills.",
  remedy: "Look for a rule that orders and cancels without a fill.",
  exemptsReducing: true,
  limits: {
    maxMessagesPerFill: countLimit("Orders, changes and cancels of the session for each fill.", {
      careful: 20,
      normal: 50,
    }),
    freeMessages: countLimit("So many of the session are not counted.", { careful: 100, normal: 500 }),
  },
  check: ({ messages: { sent, fills } }, { maxMessagesPerFill, freeMessages }) => {
    if (maxMessagesPerFill === WAIVED || freeMessages === WAIVED) return pass;
    const limit = freeMessages + maxMessagesPerFill * fills;
    return atMost({ what: "messages", value: sent + 1, limit, named: "mostMessages", show: String });
  },
});
