import { strict, z } from "@bowline/config";
import { defineAction } from "../define-action.ts";
import { noPlan } from "../plans.ts";

const schema = strict({
  name: z.string({ error: "missing; the name of a variable under `vars` is needed" }),
  /** A value, or an expression of the variable's type; a text stands in quotes of its own. */
  to: z
    .union([z.string().min(1), z.number(), z.boolean()], { error: "missing; a value or an expression is needed" })
    .transform(String),
});

export const setVariable = defineAction({
  name: "setVariable",
  doc: "Sets the variable `name` of the file's `vars` `to` a value or an expression, such as `vars.entries + 1` or `'\"calm\"'`, on the facts that the rule saw; rules read it as `vars.<name>` from the next trigger on. Nothing of the rule is done where the expression is UNKNOWN. Of rules that set the same variable at one entry the first acts.",
  claims: [],
  opens: false,
  schema,
  compile: ({ name, to }, formulaOf, variableOf) => {
    const variable = variableOf(name, ["name"]);
    if (variable === undefined) return { needs: [], plan: () => noPlan("vars", "missing", "declared") };
    const formula = formulaOf(to, variable.type, ["to"]);
    return {
      claims: [`vars.${name}`],
      needs: [],
      plan: (facts) => {
        const value = formula.value(facts);
        if (value === undefined) return noPlan(`vars.${name}`, `UNKNOWN: ${to}`, "known");
        return { type: "setVariable", name, scope: variable.scope, of: variable.type, value };
      },
    };
  },
});
