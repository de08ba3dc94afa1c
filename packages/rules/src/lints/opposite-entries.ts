import type { CompiledRule } from "../compiled.ts";
import { defineLint } from "../define-lint.ts";
import { contradictedIn } from "./bounds.ts";
import { openingsOf, shareTrigger } from "./opening.ts";

export const oppositeEntries = defineLint({
  code: "OPPOSITE_ENTRIES",
  doc: "Two rules of equal priority may want to go long and short at the same moment: which of them does is decided by the alphabet.",
  find: ({ rules }) =>
    rules.flatMap((rule, index) => {
      const other = rules.slice(0, index).find((earlier) => areOpposite(earlier, rule));
      if (other === undefined) return [];
      const message = `\`${rule.id}\` and \`${other.id}\` may go opposite ways at once: give one of them a priority`;
      return [{ at: ["rules", rule.place, "id"], message }];
    }),
});

const areOpposite = (one: CompiledRule, other: CompiledRule): boolean =>
  one.priority === other.priority &&
  shareTrigger(one, other) &&
  goes(one, "LONG") !== goes(other, "LONG") &&
  goes(one, "SHORT") !== goes(other, "SHORT") &&
  contradictedIn([...one.requirements, ...other.requirements]).length === 0;

const goes = (rule: CompiledRule, direction: string): boolean =>
  openingsOf(rule).some((opening) => opening.direction === direction);
