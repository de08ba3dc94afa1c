import { defineLint } from "../define-lint.ts";

export const unusedIndicator = defineLint({
  code: "UNUSED_INDICATOR",
  doc: "An indicator is declared, and no rule looks at it.",
  find: ({ rules, indicators }) => {
    const facts = rules.flatMap(({ shared, actions }) => [
      ...shared.map(({ fact }) => fact),
      ...actions.flatMap((action) => action.facts),
    ]);
    const used = new Set(facts.map(({ name }) => name));
    return Object.keys(indicators)
      .filter((name) => !used.has(`ind.${name}`))
      .map((name) => ({ at: ["indicators", name], message: `no rule looks at \`ind.${name}\`` }));
  },
});
