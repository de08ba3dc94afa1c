import { type ConfigError, ConfigFailure, parseYaml, readTextFile } from "@bowline/config";
import { err, formatMicros, ok, type Result } from "@bowline/kernel";
import { z } from "zod";
import { CHECKS } from "./checks/index.ts";
import type { Check } from "./define-check.ts";
import type { Basis, LimitValues } from "./limit.ts";

type Intersection<U> = (U extends unknown ? (u: U) => void : never) extends (i: infer I) => void ? I : never;
type AllLimits = Intersection<(typeof CHECKS)[number]["limits"]>;

/** Every limit of every check, by name: money and quantities in micros, ratios in micros of 1. */
export type RiskLimits = LimitValues<AllLimits>;

const checks: readonly Check[] = CHECKS as unknown as readonly Check[];

const schema = z.strictObject({
  limits: z.strictObject(
    Object.fromEntries(
      checks.flatMap((check) => Object.entries(check.limits).map(([name, limit]) => [name, limit.schema])),
    ),
  ),
});

/** Limits from YAML text. Every limit must be there: an absent or unknown one is an error with its place. */
export function parseLimits(text: string, file: string): Result<RiskLimits, readonly ConfigError[]> {
  const parsed = parseYaml(text, file, schema);
  return parsed.ok ? ok(Object.freeze(parsed.value.value.limits) as unknown as RiskLimits) : err(parsed.error);
}

/** Reads limits.yaml; throws ConfigFailure with every finding. */
export function readLimits(file: string): RiskLimits {
  const limits = parseLimits(readTextFile(file, "a limits.yaml; `./bowline limits new` writes one"), file);
  if (!limits.ok) throw new ConfigFailure(limits.error);
  return limits.value;
}

/** A limits.yaml with every limit, each with a comment: a suggestion to be read and changed by a person. */
export function renderLimits(basis: Basis): string {
  const lines = [
    `# Risk limits for ${formatMicros(basis.equity)} dollars of equity, profile ${basis.profile}. There are no defaults: every line must stand.`,
    "# These are suggestions, not advice: read each line.",
    "limits:",
  ];
  for (const check of checks) {
    const limits = Object.entries(check.limits);
    if (limits.length === 0) continue;
    lines.push(
      ...(lines.at(-1) === "limits:" ? [] : [""]),
      `  # ${check.code}: ${check.doc}${check.exemptsReducing ? " Orders that only reduce a position pass." : ""}`,
    );
    for (const [name, limit] of limits) lines.push(`  ${name}: ${limit.suggest(basis)} # ${limit.doc}`);
  }
  return `${lines.join("\n")}\n`;
}
