import { defineLint } from "../define-lint.ts";
import { textsIn } from "./texts-in.ts";

export const unusedCondition = defineLint({
  code: "UNUSED_CONDITION",
  doc: "A named condition is declared, and no rule and no other condition calls it.",
  find: (_, written) => {
    const { conditions = {}, rules } = written as { conditions?: Readonly<Record<string, unknown>>; rules: unknown };
    return Object.keys(conditions)
      .filter((name) => {
        const others = Object.entries(conditions).filter(([other]) => other !== name);
        return ![...textsIn(rules), ...textsIn(others)].some((text) => new RegExp(`(?<![.\\w])${name}\\b`).test(text));
      })
      .map((name) => ({ at: ["conditions", name], message: `nothing calls \`${name}\`` }));
  },
});
