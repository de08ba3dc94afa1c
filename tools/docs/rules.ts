import {
  ACTIONS,
  CONDITIONS,
  CONDITION_GROUPS,
  FACTS,
  FUNCTIONS,
  LINTS,
  SIZINGS,
  TRIGGERS,
  UNITS,
  strategyJsonSchema,
} from "../../packages/rules/src/index.ts";
import { scenarioJsonSchema } from "../../packages/cli/src/scenarios/scenario-json-schema.ts";
import { code, opening, sections, table } from "./markdown.ts";

/** What may stand in a strategy file, from the same tables that read and check it. */
export function renderRules(): string {
  return sections([
    opening("Rules", "packages/rules/src"),
    `Everything that a strategy file may name. How the parts fit together: [the rule
language](../../packages/rules/README.md). Editors complete from [strategy.schema.json](strategy.schema.json).`,
    "## Triggers",
    table(
      ["`on`", "when the rule is asked"],
      Object.values(TRIGGERS).map(({ shape, doc }) => [code(shape), doc]),
    ),
    "## Facts",
    `What expressions may look at. A fact that is missing, stale or in doubt is UNKNOWN. \`ind.<name>\` is an indicator of the file
with the unit of its output, \`params.<name>\` a number of the file, \`vars.<name>\` what its rules remember.`,
    table(
      ["name", "type", "what", "UNKNOWN when"],
      FACTS.map(({ name, type, values, doc, unknown }) => [
        code(name),
        values === undefined ? type : values.map((value) => code(`"${value}"`)).join(" "),
        doc,
        unknown,
      ]),
    ),
    "## Types",
    `Numbers of different types are not compared, added or subtracted. A number that the file writes takes the type of what stands
beside it; dollars, shares, ratios and basis points have at most six decimal places and are exact.`,
    table(
      ["type", "what"],
      [
        ...Object.entries(UNITS).map(([name, { doc }]) => [name, doc]),
        ["bool", "true or false"],
        ["string", 'a text, compared with one in quotes: `==`, `!=`, `in ["…", "…"]`'],
      ],
    ),
    "## Operators and functions",
    `\`&&\` \`||\` \`!\` \`? :\` \`==\` \`!=\` \`<\` \`<=\` \`>\` \`>=\` \`+\` \`-\` \`*\` \`/\` \`in\`. A product of price and shares is
money, a quotient of two of one type a plain number; a plain number or a ratio scales any other. What leaves ±9 billion, or is
divided by zero, is UNKNOWN.`,
    table(
      ["function", "what"],
      FUNCTIONS.map(({ name, doc }) => [code(name), doc]),
    ),
    "## Conditions",
    ...CONDITION_GROUPS.flatMap((group) => {
      const rows = CONDITIONS.filter((condition) => condition.group === group).map(({ name, doc }) => [
        code(name),
        doc,
      ]);
      const title = `### ${group.charAt(0).toUpperCase()}${group.slice(1)}`;
      return rows.length === 0 ? [] : [title, table(["condition", "holds when"], rows)];
    }),
    "## Actions",
    table(
      ["action", "what it does", "claims"],
      ACTIONS.map(({ name, doc, claims }) => [code(name), doc, claims.join(", ")]),
    ),
    "## Sizings",
    table(
      ["sizing", "how many shares"],
      SIZINGS.map(({ name, doc }) => [code(name), doc]),
    ),
    "## Warnings",
    `What \`./bowline rules check\` finds in a file that is right and yet most likely not meant; \`--strict\` makes them errors.`,
    table(
      ["code", "finds"],
      LINTS.map((lint) => [code(lint.code), lint.doc]),
    ),
  ]);
}

export const renderStrategySchema = (): string => render(strategyJsonSchema());
export const renderScenarioSchema = (): string => render(scenarioJsonSchema());

const render = (schema: object): string => `${JSON.stringify(schema, null, 2)}\n`;
