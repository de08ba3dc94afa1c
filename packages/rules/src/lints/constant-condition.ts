import { defineLint } from "../define-lint.ts";
import { factsIn } from "../expression/tree.ts";

export const constantCondition = defineLint({
  code: "CONSTANT_CONDITION",
  doc: "A condition looks at no fact: it is always true, or never.",
  find: ({ rules }) =>
    rules.flatMap(({ place, requirements }) =>
      requirements
        .filter(({ tree }) => factsIn(tree).length === 0)
        .map(({ name }) => ({ at: ["rules", place, "when"], message: `\`${name}\` looks at no fact` })),
    ),
});
