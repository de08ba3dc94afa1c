import type { CompiledRule } from "../compiled.ts";
import { defineLint } from "../define-lint.ts";

export const unreachableRule = defineLint({
  code: "UNREACHABLE_RULE",
  doc: "Whenever a rule could act, one before it in precedence acts on the same.",
  find: ({ rules }) =>
    rules.flatMap((rule, index) => {
      const stronger = rules.slice(0, index).find((earlier) => isAlwaysFirst(earlier, rule));
      if (stronger === undefined) return [];
      return [
        {
          at: ["rules", rule.place, "id"],
          message: `\`${rule.id}\` never acts: whenever it could, \`${stronger.id}\` acts on the same before it`,
        },
      ];
    }),
});

/** It listens to as much, requires no more, is never held back, and claims something of what the other claims. */
function isAlwaysFirst(earlier: CompiledRule, later: CompiledRule): boolean {
  const required = new Set(later.requirements.map(({ name }) => name));
  const claims = new Set(later.actions.flatMap((action) => action.claims));
  return (
    !earlier.isEdge &&
    earlier.cooldownUs === 0 &&
    !earlier.isCounted &&
    later.on.keys.every((key) => earlier.on.keys.includes(key)) &&
    earlier.requirements.every(({ name }) => required.has(name)) &&
    earlier.actions.every(({ name }) => later.actions.some((action) => action.name === name)) &&
    earlier.actions.some((action) => action.claims.some((claim) => claims.has(claim)))
  );
}
