import { defineLint } from "../define-lint.ts";

export const unusedIndicator = defineLint({
  code: "UNUSED_INDICATOR",
  doc: "An indicator is declared, and no rule looks at it.",
  find: ({ facts, indicators }) =>
    Object.keys(indicators)
      .filter((name) => !facts.has(`ind.${name}`))
      .map((name) => ({ at: ["indicators", name], message: `no rule looks at \`ind.${name}\`` })),
});
