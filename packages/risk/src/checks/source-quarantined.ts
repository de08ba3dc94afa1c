import { defineCheck } from "../define-check.ts";
import { atMost } from "../at-most.ts";
import { countLimit } from "../limits/limit.ts";

/** Denies entries of a strategy of which many orders were denied or rejected a moment ago. */
export const sourceQuarantined = defineCheck({
  code: "SOURCE_QUARANTINED",
  doc: "The strategy does not storm: few of its orders were refused in the last minute.",
  remedy: "Look at why they were refused: `./bowline risk` shows the last denials.",
  exemptsReducing: true,
  limits: {
    maxRefusalsPerMinute: countLimit("Denials and rejects of one strategy within a minute.", {
      careful: 30,
      normal: 60,
    }),
  },
  check: ({ refusals }, { maxRefusalsPerMinute }) =>
    atMost({
      what: "refusals",
      value: refusals,
      limit: maxRefusalsPerMinute,
      named: "maxRefusalsPerMinute",
      show: String,
    }),
});
