import { defineLint } from "../define-lint.ts";
import { opens } from "./opening.ts";

export const entryWithoutCondition = defineLint({
  code: "ENTRY_WITHOUT_CONDITION",
  doc: "A rule opens positions whenever it is triggered: it requires nothing at all.",
  find: ({ rules }) =>
    rules
      .filter((rule) => opens(rule) && rule.requirements.length === 0)
      .map(({ place, id }) => ({ at: ["rules", place, "id"], message: `\`${id}\` enters whenever it is triggered` })),
});
