import { defineCheck, deny, pass } from "../define-check.ts";

/** Denies a clOrdId that was decided on before, whatever the decision was. */
export const duplicateIntentId = defineCheck({
  code: "DUPLICATE_INTENT_ID",
  doc: "No order id is decided on twice.",
  remedy: "Nothing: a repeat came late. If it goes on, something replays old intents.",
  exemptsReducing: false,
  limits: {},
  check: ({ order, decidedBefore }) => (decidedBefore ? deny({ clOrdId: order.clOrdId }) : pass),
});
