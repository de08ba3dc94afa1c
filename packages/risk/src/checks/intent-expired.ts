import { US_PER_MS } from "@bowline/kernel";
import { defineCheck, deny, pass } from "../define-check.ts";
import { countLimit } from "../limit.ts";

/** Denies an intent that is past its expiry, or was decided too long ago. */
export const intentExpired = defineCheck({
  code: "INTENT_EXPIRED",
  doc: "The intent is fresh.",
  exemptsReducing: false,
  limits: {
    maxIntentAgeMs: countLimit("Milliseconds. An older decision is not acted on.", { careful: 2000, normal: 2000 }),
  },
  check: ({ order, nowUs, intentUs }, { maxIntentAgeMs }) => {
    const ageUs = nowUs - intentUs;
    if (nowUs <= order.expiresUs && ageUs <= maxIntentAgeMs * US_PER_MS) return pass;
    const lateUs = Math.max(0, nowUs - order.expiresUs);
    return deny({
      ageMs: String(ageUs / US_PER_MS),
      maxIntentAgeMs: String(maxIntentAgeMs),
      lateMs: String(lateUs / US_PER_MS),
    });
  },
});
