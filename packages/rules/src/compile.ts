import {
  adviceFor,
  type ConfigError,
  ConfigFailure,
  type Groups,
  type ParsedYaml,
  parseYaml,
  readTextFile,
} from "@bowline/config";
import { type Result, US_PER_MINUTE, err, ok, sha256Hex } from "@bowline/kernel";
import { unitOf } from "@bowline/indicators";
import { type IndicatorParams, indicator as indicatorCondition, namesIn } from "./conditions/indicator.ts";
import type { CompiledAction } from "./define-action.ts";
import { cooldownLeaf } from "./cooldown.ts";
import type { DeclaredIndicator } from "./indicators-schema.ts";
import type { Leaf } from "./leaf.ts";
import type { Parameter } from "./parameters.ts";
import { type RuleFile, type StrategyFile, type Trigger, strategySchema } from "./strategy-schema.ts";

export type CompiledRule = {
  readonly id: string;
  readonly on: Trigger;
  /** In the order of the file, then the cooldown, then what the action itself needs: the first that is not true blocks. */
  readonly leaves: readonly Leaf[];
  readonly action: CompiledAction;
  /** Microseconds of rest after firing, for each symbol. */
  readonly cooldownUs: number;
};

export type CompiledStrategy = {
  readonly name: string;
  readonly description: string;
  /** Ticker groups that it trades; `undefined` for all. */
  readonly groups: readonly string[] | undefined;
  readonly parameters: Readonly<Record<string, Parameter>>;
  /** The indicators that rules call `ind.<name>`. */
  readonly indicators: Readonly<Record<string, DeclaredIndicator>>;
  /** By what triggers them, in the order of the file. */
  readonly rules: Readonly<Record<Trigger, readonly CompiledRule[]>>;
  /** SHA-256 of the file's text. */
  readonly hash: string;
};

/**
 * A strategy file's text as rules that can run, or every finding with file, line, column and what is allowed. Where the ticker
 * groups are given, the file may name only these.
 */
export function checkRules(
  text: string,
  file: string,
  groups?: Groups,
): Result<CompiledStrategy, readonly ConfigError[]> {
  const parsed = parseYaml(text, file, strategySchema);
  if (!parsed.ok) return parsed;
  const findings = [
    ...repeatedIds(parsed.value),
    ...unknownGroups(parsed.value, groups),
    ...indicatorFindings(parsed.value),
  ];
  return findings.length > 0 ? err(findings) : ok(compile(parsed.value.value, sha256Hex(text)));
}

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

/** Names of indicators that the file does not declare, and comparisons of what has another unit. */
function indicatorFindings({ value: { rules, indicators }, errorAt }: ParsedYaml<StrategyFile>): ConfigError[] {
  const known = Object.keys(indicators);
  const unit = (name: string): string => {
    const declared = indicators[name];
    return declared === undefined ? "" : unitOf(declared.spec);
  };
  return rules.flatMap(({ when }, rule) =>
    when.flatMap(({ plugIn, params }, index) => {
      if (plugIn.name !== indicatorCondition.name) return [];
      const own = params as IndicatorParams;
      return namesIn(own).flatMap(([key, name]) => {
        const at = ["rules", rule, "when", index, indicatorCondition.name, key];
        if (!known.includes(name)) {
          const advice = known.length === 0 ? "the file declares none under `indicators`" : adviceFor(name, known);
          return [errorAt(at, `unknown indicator \`ind.${name}\`; ${advice}`)];
        }
        if (!known.includes(own.value) || unit(name) === unit(own.value)) return [];
        const units = `${unit(own.value)} against ${unit(name)}`;
        return [errorAt(at, `\`ind.${own.value}\` and \`ind.${name}\` have different units: ${units}`)];
      });
    }),
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

function compile(file: StrategyFile, hash: string): CompiledStrategy {
  const rules = file.rules.map(compileRule);
  const on = (trigger: Trigger) => rules.filter((rule) => rule.on === trigger);
  return {
    name: file.strategy,
    description: file.description,
    groups: file.groups === "all" ? undefined : file.groups,
    parameters: file.parameters,
    indicators: file.indicators,
    rules: { prediction: on("prediction"), bar: on("bar"), quote: on("quote"), clock: on("clock") },
    hash,
  };
}

function compileRule({ id, on, when, do: chosen, cooldownMinutes }: RuleFile): CompiledRule {
  const cooldownUs = cooldownMinutes * US_PER_MINUTE;
  const action = chosen.plugIn.compile(chosen.params);
  const conditions = when.flatMap(({ plugIn, params }) => plugIn.leaves(params));
  const cooldown = cooldownUs > 0 ? [cooldownLeaf(cooldownUs)] : [];
  return { id, on, leaves: [...conditions, ...cooldown, ...action.needs], action, cooldownUs };
}
