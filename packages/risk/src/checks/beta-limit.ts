import { defineCheck, pass } from "../define-check.ts";
import { atMost, together } from "../at-most.ts";
import { partOf, suggestWithBars, WAIVED } from "../limits/limit.ts";
import { indexDropLimit } from "../limits/index-drop-limit.ts";

/** Denies an order that would make the account too exposed to an index: each position times its beta. */
export const betaLimit = defineCheck({
  code: "BETA_LIMIT",
  doc: "Longs less shorts, each times its beta on an index.",
  remedy: "Balance the account, or close what swings most.",
  exemptsReducing: true,
  limits: {
    maxBetaExposure: {
      ...indexDropLimit(
        "Index funds of the groups, with the most of net positions times beta, as a multiple of equity.",
      ),
      suggest: suggestWithBars(({ index, profile }) => `{ ${index}: ${{ careful: "1", normal: "2" }[profile]} }`),
    },
  },
  check: ({ betaExposureOn, equity }, { maxBetaExposure }) =>
    maxBetaExposure === WAIVED
      ? pass
      : together(
          ...Object.entries(maxBetaExposure).map(([index, ratio]) => {
            const limit = partOf(equity, ratio);
            return atMost({ what: `beta${index}`, value: betaExposureOn(index), limit, named: "maxBetaExposure" });
          }),
        ),
});
