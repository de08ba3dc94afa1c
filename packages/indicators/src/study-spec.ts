import { assert } from "@bowline/kernel";
import type { Indicator, ParamShape, Unit } from "./indicator.ts";
import { indicatorOf } from "./indicators/index.ts";
import { PRICES, type PriceName } from "./series.ts";

/** What an indicator runs over: a number of the bar, or another indicator. */
export type Source = PriceName | StudySpec;

/** The closes of another symbol, at the same moments: whoever runs the study joins them to its bars (join.ts). */
export type OtherSymbol = { readonly symbol: string };

/**
 * An indicator with what it needs to run. `params` may leave out what has a default. `of` is its input (the close unless it
 * says otherwise), `with` the second one of a pair; an indicator of whole bars has neither. `output` picks one of several.
 */
export type StudySpec = {
  readonly indicator: string;
  readonly params?: { readonly [name: string]: number };
  readonly of?: Source;
  readonly with?: Source | OtherSymbol;
  readonly output?: string;
};

/** Something that is wrong with a spec, and where: the keys that lead to it. */
export type SpecFinding = { readonly path: readonly string[]; readonly message: string };

export const isOtherSymbol = (source: Source | OtherSymbol | undefined): source is OtherSymbol =>
  typeof source === "object" && "symbol" in source;

/** The other symbols that a spec, and what it runs over, are compared with: one at most, where the spec can run. */
export function otherSymbolsOf({ of, with: other }: StudySpec): readonly string[] {
  const symbols = [of, other].flatMap((source) => {
    if (isOtherSymbol(source)) return [source.symbol];
    return typeof source === "object" ? otherSymbolsOf(source) : [];
  });
  return [...new Set(symbols)];
}

/** Everything that is wrong with a spec; empty where it can run. */
export function findingsOf(spec: StudySpec, path: readonly string[] = []): readonly SpecFinding[] {
  const indicator = indicatorOf(spec.indicator);
  if (indicator === undefined) return [{ path, message: `unknown indicator \`${spec.indicator}\`` }];
  return [
    ...paramFindings(indicator, spec, path),
    ...sourceFindings(indicator, spec, path),
    ...(path.length === 0 ? symbolFindings(spec) : []),
    ...(spec.output === undefined || spec.output in indicator.outputs
      ? []
      : [
          {
            path: [...path, "output"],
            message: `\`${spec.indicator}\` has no output \`${spec.output}\`; it has ${Object.keys(indicator.outputs).join(", ")}`,
          },
        ]),
  ];
}

function symbolFindings(spec: StudySpec): SpecFinding[] {
  const symbols = otherSymbolsOf(spec);
  return symbols.length > 1 ? [{ path: [], message: `one other symbol at most, here are ${symbols.join(", ")}` }] : [];
}

function paramFindings(indicator: Indicator, { params = {} }: StudySpec, path: readonly string[]): SpecFinding[] {
  const findings: SpecFinding[] = [];
  for (const [name, value] of Object.entries(params)) {
    const param = indicator.params[name];
    const at = [...path, name];
    if (param === undefined) {
      const known = Object.keys(indicator.params).join(", ") || "none";
      findings.push({ path: at, message: `\`${indicator.name}\` has no parameter \`${name}\`; it has: ${known}` });
    } else if (!(value >= param.min && value <= param.max)) {
      findings.push({ path: at, message: `must be from ${param.min} to ${param.max}` });
    } else if (param.kind === "whole" && !Number.isSafeInteger(value)) {
      findings.push({ path: at, message: "must be a whole number" });
    }
  }
  const conflict = findings.length === 0 ? indicator.conflict?.(withDefaults(indicator.params, params)) : undefined;
  return conflict === undefined ? findings : [...findings, { path, message: conflict }];
}

function sourceFindings(indicator: Indicator, spec: StudySpec, path: readonly string[]): SpecFinding[] {
  const { takes } = indicator;
  const findings: SpecFinding[] = [];
  if (takes === "bar" && spec.of !== undefined)
    findings.push({ path: [...path, "of"], message: `\`${spec.indicator}\` looks at whole bars: it has no \`of\`` });
  if (takes !== "pair" && spec.with !== undefined)
    findings.push({ path: [...path, "with"], message: `\`${spec.indicator}\` has one input: it has no \`with\`` });
  if (takes === "pair" && spec.with === undefined)
    findings.push({ path, message: `\`${spec.indicator}\` compares two inputs: \`with\` is needed` });
  return [
    ...findings,
    ...(["of", "with"] as const).flatMap((key) => {
      const source = spec[key];
      return source === undefined || isOtherSymbol(source) ? [] : inputFindings(source, [...path, key]);
    }),
  ];
}

function inputFindings(source: Source, path: readonly string[]): readonly SpecFinding[] {
  if (typeof source !== "string") return findingsOf(source, path);
  if (PRICES.includes(source)) return [];
  return [{ path, message: `\`${source as string}\` is no input; allowed: ${PRICES.join(", ")}` }];
}

/** Every parameter, with its default where it is left out. */
export const withDefaults = (shape: ParamShape, params: { readonly [name: string]: number } = {}) =>
  Object.fromEntries(Object.entries(shape).map(([name, param]) => [name, params[name] ?? param.default]));

/** The indicator of a spec. Throws where there is none. */
export function knownIndicator(name: string): Indicator {
  const indicator = indicatorOf(name);
  assert(indicator !== undefined, `unknown indicator ${name}`);
  return indicator;
}

/** Bars until a spec has a value: what it needs, after what its input needs for the first one. */
export function barsNeededBy(spec: StudySpec): number {
  const indicator = knownIndicator(spec.indicator);
  const own = indicator.barsNeeded(withDefaults(indicator.params, spec.params));
  const inputs = [spec.of, spec.with].map((source) =>
    typeof source === "object" && !isOtherSymbol(source) ? barsNeededBy(source) : 1,
  );
  return own + Math.max(...inputs) - 1;
}

/** What a spec's value is measured in. */
export function unitOf(spec: StudySpec): Exclude<Unit, "input"> {
  const { outputs } = knownIndicator(spec.indicator);
  const unit = outputs[spec.output ?? (Object.keys(outputs)[0] as string)]?.unit ?? "number";
  if (unit !== "input") return unit;
  if (typeof spec.of === "object") return unitOf(spec.of);
  return spec.of === "volume" ? "volume" : "price";
}
