import { defineCheck, deny, pass } from "../define-check.ts";

/** Denies entries when limits are looser than the ones that the session began with: nobody raises them in the heat. */
export const limitChangeUnsigned = defineCheck({
  code: "LIMIT_CHANGE_UNSIGNED",
  doc: "No limit was loosened within the session.",
  remedy: "Put the old limits back, or wait for the next session.",
  exemptsReducing: true,
  limits: {},
  check: ({ loosenedLimits }) => (loosenedLimits.length === 0 ? pass : deny({ loosened: loosenedLimits.join(" ") })),
});
