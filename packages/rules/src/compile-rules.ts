import type { ConfigError, ParsedYaml } from "@bowline/config";
import { type Unit as IndicatorUnit, unitOf } from "@bowline/indicators";
import { US_PER_MINUTE } from "@bowline/kernel";
import { buildActions } from "./build-actions.ts";
import type { CompiledRule } from "./compiled.ts";
import type { CompiledAction } from "./define-action.ts";
import type { Fact } from "./environment/define-fact.ts";
import type { Unit } from "./environment/types.ts";
import { type ExpressionReader, makeReader } from "./expression/compile-expression.ts";
import { makeScope } from "./expression/scope.ts";
import type { Tree } from "./expression/tree.ts";
import { armedLeaf, cooldownLeaf, maxFiresLeaves, modelLeaf, pauseLeaf } from "./guards.ts";
import type { Leaf } from "./leaf.ts";
import { type Program, assemble } from "./program/assemble.ts";
import { type Layout, makeLayout } from "./program/slots.ts";
import type { RuleFile, StrategyFile } from "./strategy-schema.ts";
import { variableFacts } from "./variables.ts";
import { type Building, buildWhen } from "./when/build-when.ts";
import { type WhenNode, requirementsOf, treeOf } from "./when/node.ts";

export type CompiledRules = { readonly rules: readonly CompiledRule[]; readonly layout: Layout };

/** Compiles the rules of a file that its schema found right; what is wrong with expressions is added to the findings. */
export function compileRules(file: ParsedYaml<StrategyFile>, findings: ConfigError[]): CompiledRules {
  const layout = makeLayout();
  const { reader, named } = nameConditions(file, findings);
  const building = { reader, named, file, findings };
  const opening = openingGuards(file.value);
  const rules = file.value.rules.flatMap((rule, index) => {
    const when = buildWhen(rule.when, { ...building, base: ["rules", index, "when"] });
    const rearm =
      rule.rearm === undefined ? undefined : buildWhen(rule.rearm, { ...building, base: ["rules", index, "rearm"] });
    const actions = buildActions(rule.do, { ...building, base: ["rules", index, "do"], vars: file.value.vars });
    const guards = actions.some(({ opens }) => opens) ? opening : [];
    return when === undefined ? [] : [{ ...compileRule(rule, { when, rearm, actions, guards }, layout), place: index }];
  });
  return { rules: rules.sort(byPrecedence), layout };
}

/** What must hold of every rule that opens or increases a position. */
const openingGuards = ({ rules, predictions }: StrategyFile): readonly Leaf[] => [
  ...(rules.some((rule) => rule.do.some(({ chosen }) => chosen.plugIn.name === "pause")) ? [pauseLeaf] : []),
  ...(predictions === undefined ? [] : [modelLeaf]),
];

/** Priority, then id: whatever the order of the file. */
const byPrecedence = (one: CompiledRule, other: CompiledRule): number =>
  other.priority - one.priority || (one.id < other.id ? -1 : 1);

type Named = { readonly reader: ExpressionReader; readonly named: ReadonlyMap<string, WhenNode> };

/** Named conditions, each of which may call those above it; and a reader that knows them all. */
function nameConditions(file: ParsedYaml<StrategyFile>, findings: ConfigError[]): Named {
  const { indicators, parameters, conditions, vars } = file.value;
  const facts = [
    ...Object.entries(indicators).map(([name, { spec }]) => indicatorFact(name, unitOf(spec))),
    ...variableFacts(vars),
  ];
  const values = new Map(
    Object.entries(parameters).map(([name, parameter]) => [
      name,
      typeof parameter === "number" ? parameter : parameter.value,
    ]),
  );
  const named = new Map<string, WhenNode>();
  const trees = new Map<string, Tree>();
  for (const [name, raw] of Object.entries(conditions)) {
    const reader = makeReader(makeScope(facts, values, trees));
    const building: Building = { reader, named, file, findings, base: ["conditions", name] };
    // One that is wrong is still a name: who calls it is not told that there is none.
    const node = buildWhen(raw, building) ?? { kind: "all", items: [] };
    named.set(name, node);
    trees.set(name, treeOf(node));
  }
  return { reader: makeReader(makeScope(facts, values, trees)), named };
}

const UNITS: Readonly<Record<Exclude<IndicatorUnit, "input">, Unit>> = {
  price: "price",
  volume: "shares",
  percent: "percent",
  bars: "bars",
  ratio: "number",
  number: "number",
};

/** An indicator of the file, as a fact of the environment. */
function indicatorFact(name: string, unit: Exclude<IndicatorUnit, "input">): Fact {
  const type = UNITS[unit];
  return {
    name: `ind.${name}`,
    type,
    doc: "An indicator of the file.",
    unknown: "it is cold, or has no value after a gap",
    read: ({ indicators }) => indicators[name]?.value,
  };
}

type Parts = {
  readonly when: WhenNode;
  readonly rearm: WhenNode | undefined;
  readonly actions: readonly CompiledAction[];
  readonly guards: readonly Leaf[];
};

function compileRule(
  rule: RuleFile,
  { when, rearm, actions, guards: opening }: Parts,
  layout: Layout,
): Omit<CompiledRule, "place"> {
  const { id, priority, on, mode, scope, cooldownMinutes, maxFires } = rule;
  const cooldownUs = cooldownMinutes * US_PER_MINUTE;
  const requirements = requirementsOf(when);
  const program = assemble(
    requirements.map(({ tree }) => tree),
    layout,
  );
  const again = rearm === undefined ? undefined : assemble([treeOf(rearm)], layout);
  const guards: readonly Leaf[] = [
    ...(mode === "edge" ? [armedLeaf] : []),
    ...(cooldownUs > 0 ? [cooldownLeaf(cooldownUs)] : []),
    ...maxFiresLeaves(maxFires ?? {}),
    ...opening,
  ];
  return {
    id,
    priority,
    on,
    requirements,
    needs: [...guards, ...actions.flatMap((action) => action.needs)],
    actions,
    code: program.code,
    rearmCode: again?.code,
    shared: placesOf("shared", program, again),
    own: placesOf("own", program, again),
    isEdge: mode === "edge",
    isCounted: maxFires !== undefined,
    scope,
    cooldownUs,
  };
}

const placesOf = (which: "shared" | "own", program: Program, again: Program | undefined): Program["shared"] => [
  ...program[which],
  ...(again?.[which] ?? []),
];
