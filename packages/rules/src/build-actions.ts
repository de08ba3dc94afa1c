import { adviceFor } from "@bowline/config";
import type { CompiledAction, FormulaReader, VariableReader } from "./define-action.ts";
import type { Fact } from "./environment/define-fact.ts";
import { evaluateTree } from "./expression/evaluate-tree.ts";
import { underline } from "./expression/finding.ts";
import { factsIn } from "./expression/tree.ts";
import type { RawAction } from "./read-actions.ts";
import type { Variables } from "./variables.ts";
import type { Building } from "./when/build-when.ts";

type Surroundings = Omit<Building, "named"> & { readonly vars: Variables };

/** The actions of a rule with their expressions compiled; what is wrong with these is added to the findings. */
export const buildActions = (raw: readonly RawAction[], building: Surroundings): readonly CompiledAction[] =>
  raw.map((action) => build(action, building));

function build(
  { chosen: { plugIn, params }, at: place }: RawAction,
  { reader, file, base, findings, vars }: Surroundings,
): CompiledAction {
  const { name, claims, opens } = plugIn;
  const facts = new Set<Fact>();
  const formulaOf: FormulaReader = (text, type, at) => {
    const read = reader.read(text, type);
    if (read.ok) {
      const tree = read.value;
      for (const fact of factsIn(tree)) facts.add(fact);
      return { text, value: (seen) => evaluateTree(tree, seen) };
    }
    const { message, start } = read.error;
    const path = [...base, ...place, name, ...at];
    findings.push(file.errorInside(path, start, `${message}\n${underline(text, read.error)}`));
    return { text, value: () => undefined };
  };
  const variableOf: VariableReader = (wanted, at) => {
    if (Object.hasOwn(vars, wanted)) return vars[wanted];
    const known = Object.keys(vars);
    const advice = known.length === 0 ? "the file declares none under `vars`" : adviceFor(wanted, known);
    findings.push(file.errorAt([...base, ...place, name, ...at], `no variable is called \`${wanted}\`; ${advice}`));
    return undefined;
  };
  const { needs, plan, next, claims: more = [] } = plugIn.compile(params, formulaOf, variableOf);
  return { name, params, claims: [...claims, ...more], opens, needs, plan, next, facts: [...facts] };
}
