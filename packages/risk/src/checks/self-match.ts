import { defineCheck, deny, pass } from "../define-check.ts";

/** Denies an order that would trade with one of our own that works on the other side, whichever strategy it is of. */
export const selfMatch = defineCheck({
  code: "SELF_MATCH",
  doc: "The order does not trade with one of ours.",
  remedy: "Cancel the other order first, or price this one so that they do not meet.",
  exemptsReducing: false,
  limits: {},
  check: ({ crosses }) => (crosses === undefined ? pass : deny({ own: crosses })),
});
