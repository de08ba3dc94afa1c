import { adviceFor, choice, z } from "@bowline/config";
import {
  INDICATORS,
  PRICES,
  type Source,
  type StudySpec,
  findingsOf,
  indicatorOf,
  otherSymbolsOf,
} from "@bowline/indicators";
import { BAR_LENGTHS, type BarLength } from "@bowline/kernel";

/** An indicator of a strategy file: what it is, and the bars that it runs over. */
export type DeclaredIndicator = { readonly spec: StudySpec; readonly timeframe: BarLength };

const indicatorName = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*$/, "an indicator's name is letters and digits, such as `fast`: rules call it `ind.fast`");

type Report = (path: readonly string[], message: string) => void;

const declaration = z.unknown().transform((value, context): DeclaredIndicator => {
  const report: Report = (path, message) => context.addIssue({ code: "custom", path: [...path], message });
  const read = readDeclaration(value, report);
  return read ?? z.NEVER;
});

/** `fast: { ema: { period: 12 } }`, with a `timeframe` beside it where it is not one minute. */
export const indicatorsSchema = z.record(indicatorName, declaration);

function readDeclaration(value: unknown, report: Report): DeclaredIndicator | undefined {
  if (!isObject(value))
    return refuse(report, [], "`{ name: parameters }` is needed, such as `{ ema: { period: 12 } }`");
  const { timeframe = "1m", ...rest } = value;
  const known = choice(BAR_LENGTHS).safeParse(timeframe);
  if (!known.success) return refuse(report, ["timeframe"], known.error.issues[0]?.message ?? "");
  const spec = readSpec(rest, [], report);
  if (spec === undefined) return undefined;
  const symbols = otherSymbolsOf(spec);
  if (symbols.length > 1) return refuse(report, [], `one other symbol at most, here are ${symbols.join(", ")}`);
  if (symbols.length > 0 && (known.data === "1d" || known.data === "1w"))
    return refuse(report, ["timeframe"], "another symbol is compared with over bars of up to an hour");
  return { spec, timeframe: known.data };
}

/** One indicator under its name; findings stand at their place in the file. */
function readSpec(value: Record<string, unknown>, path: readonly string[], report: Report): StudySpec | undefined {
  const names = Object.keys(value);
  const [name] = names;
  if (name === undefined || names.length > 1)
    return refuse(
      report,
      path,
      `exactly one indicator stands here, there are ${names.length}: ${names.join(", ") || "none"}`,
    );
  if (indicatorOf(name) === undefined) {
    const all = INDICATORS.map((indicator) => indicator.name);
    return refuse(report, [...path, name], `unknown indicator \`${name}\`; ${adviceFor(name, all)}`);
  }
  const body: unknown = value[name] ?? {};
  if (!isObject(body)) return refuse(report, [...path, name], "`{ parameter: number }` is needed, or `{}`");
  const spec = readBody(name, body, { path: [...path, name], report });
  if (spec === undefined) return undefined;
  // What lies inside was found there.
  const findings = findingsOf({
    ...spec,
    ...(typeof spec.of === "object" ? { of: "close" } : {}),
    ...(typeof spec.with === "object" ? { with: "close" as const } : {}),
  });
  for (const finding of findings) report([...path, name, ...finding.path], finding.message);
  return findings.length > 0 ? undefined : spec;
}

/** As groups.yaml has them; prices of the bar have small letters. */
const SYMBOL = /^[A-Z][A-Z0-9.]{0,14}$/;

type Place = { readonly path: readonly string[]; readonly report: Report };

function readBody(name: string, body: Record<string, unknown>, { path, report }: Place): StudySpec | undefined {
  const { of, with: other, output, ...params } = body;
  for (const [key, param] of Object.entries(params))
    if (typeof param !== "number") return refuse(report, [...path, key], "a number is needed");
  const source = of === undefined ? undefined : readSource(of, [...path, "of"], report);
  const second = other === undefined ? undefined : readOther(other, [...path, "with"], report);
  if ((source === undefined) !== (of === undefined) || (second === undefined) !== (other === undefined))
    return undefined;
  if (output !== undefined && typeof output !== "string")
    return refuse(report, [...path, "output"], "a name is needed");
  return {
    indicator: name,
    params: params as Record<string, number>,
    ...(source === undefined ? {} : { of: source }),
    ...(second === undefined ? {} : { with: second }),
    ...(output === undefined ? {} : { output }),
  };
}

const readOther = (value: unknown, path: readonly string[], report: Report): StudySpec["with"] =>
  typeof value === "string" && SYMBOL.test(value) ? { symbol: value } : readSource(value, path, report);

function readSource(value: unknown, path: readonly string[], report: Report): Source | undefined {
  if (isObject(value)) return readSpec(value, path, report);
  const price = choice(PRICES).safeParse(value);
  return price.success ? price.data : refuse(report, path, price.error.issues[0]?.message ?? "");
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function refuse(report: Report, path: readonly string[], message: string): undefined {
  report(path, message);
  return undefined;
}
