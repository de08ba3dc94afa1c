import { defineCheck, pass } from "../define-check.ts";
import { atMost, together } from "../at-most.ts";
import { WAIVED } from "../limits/limit.ts";
import { indexDropLimit } from "../limits/index-drop-limit.ts";

/** Denies entries while an index fund is far down on the day. */
export const marketStress = defineCheck({
  code: "MARKET_STRESS",
  doc: "No index is far down on the day.",
  remedy: "Wait; a falling market is no time for entries.",
  exemptsReducing: true,
  limits: {
    maxIndexDrop: indexDropLimit("Index funds of the groups, with the drop since the last close at which entries end."),
  },
  check: ({ dayMoveOf }, { maxIndexDrop }) =>
    maxIndexDrop === WAIVED
      ? pass
      : together(
          ...Object.entries(maxIndexDrop).map(([symbol, limit]) => {
            const move = dayMoveOf(symbol);
            const value = move === undefined ? undefined : Math.max(0, -move);
            return atMost({ what: `drop${symbol}`, value, limit, named: "maxIndexDrop" });
          }),
        ),
});
