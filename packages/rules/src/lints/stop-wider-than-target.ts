import { defineLint } from "../define-lint.ts";
import { openingsOf } from "./opening.ts";

export const stopWiderThanTarget = defineLint({
  code: "STOP_WIDER_THAN_TARGET",
  doc: "An entry risks more at its stop than it wins at its target: it has to be right far more often than wrong.",
  find: ({ rules }) =>
    rules.flatMap((rule) =>
      openingsOf(rule).flatMap(({ bracket = {} }) => {
        const { stopAtr, targetAtr, stopPercent, targetPercent, targetR } = bracket;
        const isWider = isAbove(stopAtr, targetAtr) || isAbove(stopPercent, targetPercent) || isAbove(1, targetR);
        if (!isWider) return [];
        return [
          { at: ["rules", rule.place, "do"], message: `the stop of \`${rule.id}\` is further off than its target` },
        ];
      }),
    ),
});

const isAbove = (stop: unknown, target: unknown): boolean =>
  typeof stop === "number" && typeof target === "number" && stop > target;
