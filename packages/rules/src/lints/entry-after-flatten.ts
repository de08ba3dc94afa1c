import { MINUTES_A_SESSION } from "@bowline/kernel";
import type { CompiledRule } from "../compiled.ts";
import { defineLint } from "../define-lint.ts";
import { factsIn } from "../expression/tree.ts";
import { closes, opens } from "./opening.ts";
import { windowOf } from "./session-window.ts";

export const entryAfterFlatten = defineLint({
  code: "ENTRY_AFTER_FLATTEN",
  doc: "A rule may open a position when another closes every position because of the time: in and out at once.",
  find: ({ rules }) => {
    const flattens = rules.filter(isFlatten);
    return rules.filter(opens).flatMap((rule) => {
      const { last } = windowOf(rule);
      if (last >= MINUTES_A_SESSION) return [];
      const flatten = flattens.find((one) => windowOf(one).first <= last);
      // One that is over by then leaves what is entered later to another.
      const isLeft = flattens.some((one) => windowOf(one).first > last);
      const isActive = flattens.some((one) => windowOf(one).first <= last && last <= windowOf(one).last);
      if (flatten === undefined || (isLeft && !isActive)) return [];
      const message = `\`${rule.id}\` may still enter when \`${flatten.id}\` closes everything`;
      return [{ at: ["rules", rule.place, "id"], message }];
    });
  },
});

const TIME_AND_POSITION = /^(session|clock)\.|^position\.(side|open)$/;

/** It closes whatever is open, from some minute on. */
const isFlatten = (rule: CompiledRule): boolean =>
  closes(rule) &&
  windowOf(rule).first > 0 &&
  rule.requirements.every(({ tree }) => factsIn(tree).every(({ name }) => TIME_AND_POSITION.test(name)));
