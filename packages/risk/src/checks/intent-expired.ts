import { US_PER_MS } from "@bowline/kernel";
import { defineCheck, deny, pass } from "../define-check.ts";
import { atMost, together } from "../at-most.ts";
import { countLimit } from "../limits/limit.ts";

/** Denies an intent that is past its expiry, or was decided too long ago. */
export const intentExpired = defineCheck({
  code: "INTENT_EXPIRED",
  doc: "The intent is fresh.",
  remedy: "Look at what delays the journal (`./bowline doctor`), or give the rule a longer expiresMs.",
  exemptsReducing: false,
  limits: {
    maxIntentAgeMs: countLimit("Milliseconds. An older decision is not acted on.", { careful: 2000, normal: 2000 }),
  },
  check: ({ order, nowUs, intentUs }, { maxIntentAgeMs }) => {
    const lateUs = Math.max(0, nowUs - order.expiresUs);
    return together(
      lateUs > 0 ? deny({ lateMs: String(lateUs / US_PER_MS) }) : pass,
      atMost({
        what: "ageMs",
        value: (nowUs - intentUs) / US_PER_MS,
        limit: maxIntentAgeMs,
        named: "maxIntentAgeMs",
        show: String,
      }),
    );
  },
});
