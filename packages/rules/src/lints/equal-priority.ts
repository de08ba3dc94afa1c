import type { CompiledRule } from "../compiled.ts";
import { defineLint } from "../define-lint.ts";
import { contradictedIn } from "./bounds.ts";
import { opens, shareTrigger } from "./opening.ts";

export const equalPriority = defineLint({
  code: "EQUAL_PRIORITY",
  doc: "Two rules of equal priority may do different things to the same position, stop or target at once: the alphabet decides.",
  find: ({ rules }) =>
    rules.flatMap((rule, index) => {
      const other = rules.slice(0, index).find((earlier) => areRivals(earlier, rule));
      if (other === undefined) return [];
      const message = `\`${rule.id}\` and \`${other.id}\` act on the same at once: give one of them a priority`;
      return [{ at: ["rules", rule.place, "id"], message }];
    }),
});

/** An entry needs a flat symbol, what manages a position an open one: these two never meet. */
const areRivals = (one: CompiledRule, other: CompiledRule): boolean =>
  one.priority === other.priority &&
  !opens(one) &&
  !opens(other) &&
  shareTrigger(one, other) &&
  shown(one) !== shown(other) &&
  claimsOf(one).some((claim) => claimsOf(other).includes(claim)) &&
  contradictedIn([...one.requirements, ...other.requirements]).length === 0;

const shown = ({ actions }: CompiledRule): string => JSON.stringify(actions.map(({ name, params }) => [name, params]));
const claimsOf = ({ actions }: CompiledRule): readonly string[] => actions.flatMap(({ claims }) => claims);
