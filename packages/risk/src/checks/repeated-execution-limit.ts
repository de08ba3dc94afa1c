import { defineCheck } from "../define-check.ts";
import { atMost } from "../at-most.ts";
import { countLimit } from "../limits/limit.ts";

/** Denies another entry after several were filled on the same side without a new prediction or a person between them. */
export const repeatedExecutionLimit = defineCheck({
  code: "REPEATED_EXECUTION_LIMIT",
  doc: "The strategy does not go on and on in one direction by itself.",
  remedy: "Look at the rule; a new prediction or `./bowline resume` begins anew.",
  exemptsReducing: true,
  limits: {
    maxRepeatedExecutions: countLimit("Orders filled one after another on one side of a symbol, this one included.", {
      careful: 5,
      normal: 20,
    }),
  },
  check: ({ repeats }, { maxRepeatedExecutions }) =>
    atMost({
      what: "repeats",
      value: repeats + 1,
      limit: maxRepeatedExecutions,
      named: "maxRepeatedExecutions",
      show: String,
    }),
});
