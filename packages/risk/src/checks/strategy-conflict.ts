import { defineCheck, deny, pass } from "../define-check.ts";
import { WAIVED } from "../limits/limit.ts";
import { ruleLimit } from "../limits/list-limits.ts";

/** Denies an entry against the position of another strategy in the same symbol: the two would only pay the spread. */
export const strategyConflict = defineCheck({
  code: "STRATEGY_CONFLICT",
  doc: "No other strategy stands on the other side.",
  remedy: "Decide which strategy trades the symbol: give it to one group of rules.",
  exemptsReducing: true,
  limits: {
    strategyConflict: ruleLimit("Strategies do not stand against one another in a symbol.", {
      careful: "enforced",
      normal: "enforced",
    }),
  },
  check: ({ opposing }, { strategyConflict }) =>
    strategyConflict === WAIVED || opposing === undefined ? pass : deny({ strategy: opposing }),
});
