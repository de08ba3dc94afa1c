import { US_PER_MS } from "@bowline/kernel";
import { defineCheck, pass } from "../define-check.ts";
import { atLeast } from "../at-most.ts";
import { countLimit } from "../limits/limit.ts";

/** Denies what the same strategy got approved a moment ago under another id. The parts of one parent are alike on purpose. */
export const duplicateOrderContent = defineCheck({
  code: "DUPLICATE_ORDER_CONTENT",
  doc: "The strategy does not want the same symbol, side, type, quantity and prices again at once.",
  remedy: "Look for a rule that fires twice: give it a cooldown.",
  exemptsReducing: false,
  limits: {
    duplicateOrderWindowMs: countLimit(
      "Milliseconds within which the same order is taken for a repeat.",
      { careful: 5000, normal: 5000 },
      "least",
    ),
  },
  check: ({ order, nowUs, sameContentUs }, { duplicateOrderWindowMs }) => {
    if (sameContentUs === undefined || order.parentIntentId !== undefined) return pass;
    const value = (nowUs - sameContentUs) / US_PER_MS;
    return atLeast({
      what: "sinceMs",
      value,
      limit: duplicateOrderWindowMs,
      named: "duplicateOrderWindowMs",
      show: String,
    });
  },
});
