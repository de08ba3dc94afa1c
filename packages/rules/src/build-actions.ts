import type { CompiledAction, FormulaReader } from "./define-action.ts";
import type { Fact } from "./environment/define-fact.ts";
import { evaluateTree } from "./expression/evaluate-tree.ts";
import { underline } from "./expression/finding.ts";
import { factsIn } from "./expression/tree.ts";
import type { RawAction } from "./read-actions.ts";
import type { Building } from "./when/build-when.ts";

/** The actions of a rule with their expressions compiled; what is wrong with these is added to the findings. */
export const buildActions = (raw: readonly RawAction[], building: Omit<Building, "named">): readonly CompiledAction[] =>
  raw.map((action) => build(action, building));

function build(
  { chosen: { plugIn, params }, at: place }: RawAction,
  { reader, file, base, findings }: Omit<Building, "named">,
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
  const { needs, plan, next } = plugIn.compile(params, formulaOf);
  return { name, params, claims, opens, needs, plan, next, facts: [...facts] };
}
