import type { CompiledRule } from "../compiled.ts";
import { defineLint } from "../define-lint.ts";

export const duplicateRule = defineLint({
  code: "DUPLICATE_RULE",
  doc: "Two rules are triggered by the same, require the same and do the same.",
  find: ({ rules }) =>
    rules.flatMap((rule, index) => {
      const twin = rules.slice(0, index).find((earlier) => signatureOf(earlier) === signatureOf(rule));
      if (twin === undefined) return [];
      return [{ at: ["rules", rule.place, "id"], message: `\`${rule.id}\` does what \`${twin.id}\` does` }];
    }),
});

const signatureOf = ({ on, requirements, actions }: CompiledRule): string =>
  JSON.stringify([
    [...on.keys].sort(),
    requirements.map(({ name, node }) => [name, "threshold" in node ? node.threshold : ""].join(" ")).sort(),
    actions.map(({ name, params }) => [name, params]),
  ]);
