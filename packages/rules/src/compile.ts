import {
  adviceFor,
  type ConfigError,
  ConfigFailure,
  type Groups,
  type ParsedYaml,
  parseYaml,
  readTextFile,
  z,
} from "@bowline/config";
import { otherSymbolsOf } from "@bowline/indicators";
import { type Result, err, ok, sha256Hex } from "@bowline/kernel";
import { type CompiledRules, compileRules } from "./compile-rules.ts";
import type { CompiledRule, CompiledStrategy, RuleTable } from "./compiled.ts";
import { LINTS } from "./lints/index.ts";
import { type StrategyFile, strategySchema } from "./strategy-schema.ts";

/**
 * A strategy file's text as rules that can run, or every finding with file, line, column and what is allowed. Where the ticker
 * groups are given, the file may name only these.
 */
export function checkRules(
  text: string,
  file: string,
  groups?: Groups,
): Result<CompiledStrategy, readonly ConfigError[]> {
  const checked = checkFile(text, file, groups);
  return checked.ok ? ok(checked.value.strategy) : checked;
}

/** What is allowed in a strategy file and yet most likely not meant; or what makes it wrong. */
export function lintRules(text: string, file: string): Result<readonly ConfigError[], readonly ConfigError[]> {
  const checked = checkFile(text, file);
  if (!checked.ok) return checked;
  const { strategy, errorAt } = checked.value;
  const written = parseYaml(text, file, z.unknown());
  return ok(
    LINTS.flatMap(({ code, find }) =>
      find(strategy, written.ok ? written.value.value : undefined).map(({ at, message }) =>
        errorAt(at, `${code}: ${message}`),
      ),
    ),
  );
}

type Checked = { readonly strategy: CompiledStrategy } & Pick<ParsedYaml<StrategyFile>, "errorAt">;

function checkFile(text: string, file: string, groups?: Groups): Result<Checked, readonly ConfigError[]> {
  const parsed = parseYaml(text, file, strategySchema);
  if (!parsed.ok) return parsed;
  const findings = [
    ...repeatedIds(parsed.value),
    ...unknownGroups(parsed.value, groups),
    ...unknownSymbols(parsed.value, groups),
  ];
  const strategy = compileFile(parsed.value, findings, sha256Hex(text));
  return findings.length > 0 ? err(findings) : ok({ strategy, errorAt: parsed.value.errorAt });
}

/** A file that its schema found right, as rules that can run where nothing is found wrong with its expressions. */
export const compileFile = (file: ParsedYaml<StrategyFile>, findings: ConfigError[], hash: string): CompiledStrategy =>
  strategyOf(file.value, compileRules(file, findings), hash);

function repeatedIds({ value, errorAt }: ParsedYaml<StrategyFile>): ConfigError[] {
  const ids = value.rules.map(({ id }) => id);
  return ids.flatMap((id, index) =>
    ids.indexOf(id) < index ? [errorAt(["rules", index, "id"], `the id \`${id}\` is taken by an earlier rule`)] : [],
  );
}

function unknownGroups({ value, errorAt }: ParsedYaml<StrategyFile>, groups: Groups | undefined): ConfigError[] {
  if (groups === undefined || value.groups === "all") return [];
  const known = [...groups.byName.keys()];
  return value.groups.flatMap((group, index) =>
    known.includes(group)
      ? []
      : [errorAt(["groups", index], `unknown ticker group \`${group}\`; ${adviceFor(group, known)}`)],
  );
}

/** What market-data asks for though no group has it, unless its configuration names another. */
const BENCHMARK = "SPY";

/** Bars are asked for of what is in a ticker group, and of benchmarks; of another symbol none would ever come. */
function unknownSymbols({ value, errorAt }: ParsedYaml<StrategyFile>, groups: Groups | undefined): ConfigError[] {
  if (groups === undefined) return [];
  const isKnown = (symbol: string): boolean =>
    symbol === BENCHMARK || groups.benchmarks.includes(symbol) || groups.groupOf(symbol) !== undefined;
  return Object.entries(value.indicators).flatMap(([name, { spec }]) =>
    otherSymbolsOf(spec)
      .filter((symbol) => !isKnown(symbol))
      .map((symbol) =>
        errorAt(
          ["indicators", name],
          `\`${symbol}\` is in no ticker group, so its bars never come; name it under \`benchmarks\` of groups.yaml`,
        ),
      ),
  );
}

/** Reads and compiles a strategy file; throws ConfigFailure with every finding. */
export function readStrategy(file: string, groups?: Groups): CompiledStrategy {
  const checked = checkRules(readTextFile(file, "a strategy file with rules"), file, groups);
  if (!checked.ok) throw new ConfigFailure(checked.error);
  return checked.value;
}

/** Whether a strategy trades a ticker group. */
export const tradesGroup = ({ groups }: CompiledStrategy, group: string): boolean =>
  groups === undefined || groups.includes(group);

function strategyOf(file: StrategyFile, { rules, layout }: CompiledRules, hash: string): CompiledStrategy {
  const tables = new Map<string, RuleTable>();
  return {
    name: file.strategy,
    description: file.description,
    about: file.about,
    groups: file.groups === "all" ? undefined : file.groups,
    parameters: file.parameters,
    indicators: file.indicators,
    predictions: file.predictions,
    vars: file.vars,
    rules,
    facts: factsOf(rules),
    keys: new Set(rules.flatMap(({ on }) => on.keys)),
    tableOf(...keys) {
      const name = keys.join(" ");
      const table = tables.get(name) ?? makeTable(rules.filter(({ on }) => on.keys.some((key) => keys.includes(key))));
      tables.set(name, table);
      return table;
    },
    memory: { slots: layout.makeSlots(), texts: layout.texts },
    hash,
  };
}

const factsOf = (rules: readonly CompiledRule[]): ReadonlySet<string> =>
  new Set(
    rules
      .flatMap(({ shared, own, actions }) => [
        ...[...shared, ...own].map(({ fact }) => fact),
        ...actions.flatMap((action) => action.facts),
      ])
      .map(({ name }) => name),
  );

const makeTable = (rules: readonly CompiledRule[]): RuleTable => ({
  rules,
  shared: [...new Map(rules.flatMap(({ shared }) => shared).map((place) => [place.slot, place])).values()],
});
