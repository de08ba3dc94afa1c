import { readFileSync } from "node:fs";
import { parseScenarios } from "../../packages/cli/src/scenarios/scenario-file.ts";
import {
  BACKTESTS_FILE,
  type Template,
  listTemplates,
  strategyOfTemplate,
} from "../../packages/cli/src/templates/templates.ts";
import type { CompiledRule, CompiledStrategy } from "../../packages/rules/src/index.ts";
import { code, opening, sections, table } from "./markdown.ts";

type Backtest = {
  readonly intents: number;
  readonly fills: number;
  readonly realizedPnl: string;
  readonly decisionHash: string;
};

/** One page for each template, by its path, made from its files. */
export function renderTemplates(folder: string): ReadonlyMap<string, string> {
  const backtests = JSON.parse(readFileSync(BACKTESTS_FILE, "utf8")) as Readonly<Record<string, Backtest>>;
  return new Map(
    listTemplates().map((template) => [
      `${folder}/${template.name}.md`,
      renderTemplate(template, backtests[template.name]),
    ]),
  );
}

function renderTemplate(template: Template, backtest: Backtest | undefined): string {
  const { name } = template;
  const strategy = strategyOfTemplate(template);
  const rules = strategy.rules.toSorted((one, other) => one.place - other.place);
  return sections([
    opening(name, `packages/rules/templates/${name}.yaml`),
    strategy.description,
    `\`\`\`sh\n./bowline rules new ${name}\n\`\`\``,
    "## When it works",
    strategy.about?.works ?? "",
    "## When it fails",
    strategy.about?.fails ?? "",
    "## Parameters",
    parametersOf(strategy),
    ...(Object.keys(strategy.indicators).length === 0 ? [] : ["## Indicators", indicatorsOf(strategy)]),
    "## Rules",
    table(["rule", "asked on", "requires", "does", "rests"], rules.map(ruleRow)),
    "## Scenarios",
    `What [its scenarios](../../packages/rules/templates/${name}.scenarios.yaml) show, and \`./bowline rules test\` holds it to:`,
    scenariosOf(template),
    ...(backtest === undefined ? [] : ["## Backtest", backtestText(backtest)]),
  ]);
}

const parametersOf = ({ parameters }: CompiledStrategy): string =>
  table(
    ["name", "what", "value", "from", "to", "step"],
    Object.entries(parameters).map(([name, parameter]) => {
      if (typeof parameter === "number") return [code(name), "", String(parameter), "", "", ""];
      const { doc = "", value, min, max, step } = parameter;
      return [code(name), doc, ...[value, min, max, step].map(String)];
    }),
  );

const indicatorsOf = ({ indicators }: CompiledStrategy): string =>
  table(
    ["name", "indicator", "bars"],
    Object.entries(indicators).map(([name, { spec, timeframe }]) => {
      const params = Object.entries(spec.params ?? {}).map(([key, value]) => `${key} ${value}`);
      const parts = [spec.indicator, ...params, ...(spec.output === undefined ? [] : [spec.output])];
      return [code(`ind.${name}`), parts.join(", "), timeframe];
    }),
  );

const ruleRow = (rule: CompiledRule): readonly string[] => [
  code(rule.id),
  rule.on.keys.map(code).join(", "),
  rule.requirements.map(({ name, node }) => code(shown(name, node))).join(", "),
  rule.actions.map((action) => code(action.name)).join(", "),
  restOf(rule),
];

/** An expression says what it is held against; a condition has that beside it. */
const shown = (name: string, node: CompiledRule["requirements"][number]["node"]): string =>
  node.kind !== "leaf" || /[<>=!]/.test(name) || node.threshold === "true" ? name : `${name} ${node.threshold}`;

const US_PER_MINUTE = 60_000_000;

function restOf({ cooldownUs, isEdge, isCounted }: CompiledRule): string {
  const rests = [
    ...(cooldownUs === 0 ? [] : [`${cooldownUs / US_PER_MINUTE} min`]),
    ...(isEdge ? ["once each time it comes true"] : []),
    ...(isCounted ? ["so often a session"] : []),
  ];
  return rests.join(", ");
}

function scenariosOf({ scenariosFile }: Template): string {
  const parsed = parseScenarios(readFileSync(scenariosFile, "utf8"), scenariosFile);
  return parsed.ok ? parsed.value.map(({ name }) => `- ${name}`).join("\n") : "";
}

const backtestText = ({ intents, fills, realizedPnl, decisionHash }: Backtest): string =>
  `The first hours of one made-up session with three symbols and the demo's predictions: ${intents} orders wanted, ${fills} fills,
${realizedPnl} dollars realised before commissions. A made-up market says nothing about the strategy: this holds the template to what it
decided when it was written (${code(decisionHash.slice(0, 12))}…).`;
