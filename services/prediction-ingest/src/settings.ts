import { dirname, extname, resolve } from "node:path";
import {
  type ConfigError,
  ConfigFailure,
  type Groups,
  type ParsedYaml,
  readTextFile,
  readYamlFile,
} from "@bowline/config";
import { type AdmissionRules, DEFAULT_ADMISSION_RULES } from "./admission.ts";
import type { Mapping } from "./mapping.ts";
import { type AvailablePrediction, parsePredictionsCsv } from "./predictions-csv.ts";
import {
  type ApiFile,
  DEFAULT_POLL_SECONDS,
  DEFAULT_TIMEOUT_MS,
  httpUrl,
  type SettingsFile,
  settingsSchema,
} from "./settings-schema.ts";

/** How the answer of an API is read, and what its questions carry. */
export type ApiShape = Pick<ApiFile, "list" | "cursor" | "after" | "asOf" | "tokenHeader">;
export const OUR_API: ApiShape = {
  list: "predictions",
  cursor: "cursor",
  after: "after",
  asOf: "asOf",
  tokenHeader: undefined,
};

export type SourceSettings =
  | {
      readonly type: "api";
      readonly url: string;
      readonly tokenFile: string | undefined;
      readonly shape: ApiShape;
      readonly pollMs: number;
      readonly timeoutMs: number;
    }
  | { readonly type: "csv"; readonly predictions: readonly AvailablePrediction[] }
  | { readonly type: "nats"; readonly subject: string }
  | { readonly type: "push" };

export type PredictionSettings = {
  readonly source: SourceSettings;
  /** How what comes is read; as it is where there is none. Files of ours are never mapped. */
  readonly mapping: Mapping | undefined;
  readonly rules: AdmissionRules;
  /** File with the token that pushes must carry; without one nothing can be pushed. */
  readonly pushTokenFile: string | undefined;
};

/**
 * Where predictions come from: an http(s) address, a CSV file, or a YAML file that says it all. Paths inside the YAML file are
 * relative to it. Throws ConfigFailure with file, line and column, also for thresholds of symbols that are in no group.
 */
export function readPredictionSettings(where: string, groups: Groups, tokenFile?: string): PredictionSettings {
  if (/^https?:\/\//.test(where))
    return withDefaults({
      type: "api",
      url: checkedUrl(where),
      tokenFile,
      shape: OUR_API,
      pollMs: DEFAULT_POLL_SECONDS * 1000,
      timeoutMs: DEFAULT_TIMEOUT_MS,
    });
  const extension = extname(where).toLowerCase();
  if (extension === ".csv") return withDefaults({ type: "csv", predictions: readPredictionsCsv(where) });
  if (extension === ".yaml" || extension === ".yml") return readSettingsFile(where, groups, tokenFile);
  throw failure(where, "predictions come from an http(s) address, a .csv file or a .yaml file");
}

const withDefaults = (source: SourceSettings): PredictionSettings => ({
  source,
  mapping: undefined,
  rules: DEFAULT_ADMISSION_RULES,
  pushTokenFile: undefined,
});

function checkedUrl(url: string): string {
  const parsed = httpUrl.safeParse(url);
  if (parsed.success) return parsed.data;
  throw failure(url, "an address such as http://127.0.0.1:8085/v1/predictions is wanted");
}

function readSettingsFile(file: string, groups: Groups, tokenFile: string | undefined): PredictionSettings {
  const parsed = readYamlFile(file, "a predictions.yaml that says where predictions come from", settingsSchema);
  const findings = findingsOf(parsed, groups);
  if (findings.length > 0) throw new ConfigFailure(findings);
  const { source, mapping, admission, push } = parsed.value;
  const beside = (path: string): string => resolve(dirname(file), path);
  return {
    source: sourceOf(source, beside, tokenFile),
    mapping,
    rules: {
      minConfidence: admission.minConfidence,
      minConfidenceOfModel: leastOf(admission.models),
      minConfidenceOfSymbol: leastOf(admission.symbols),
      maxAgeMs: Math.round(admission.maxAgeSeconds * 1000),
      maxAheadMs: Math.round(admission.maxAheadSeconds * 1000),
    },
    pushTokenFile: push === undefined ? undefined : beside(push.tokenFile),
  };
}

/** What the schema cannot see. */
function findingsOf({ value, errorAt }: ParsedYaml<SettingsFile>, groups: Groups): readonly ConfigError[] {
  const { source, admission, mapping, push } = value;
  const strangers = Object.keys(admission.symbols).filter((symbol) => groups.groupOf(symbol) === undefined);
  return [
    ...strangers.map((symbol) => errorAt(["admission", "symbols", symbol], "the symbol is in no group")),
    ...("csv" in source && mapping !== undefined ? [errorAt(["mapping"], "a file of predictions is not mapped")] : []),
    ...("push" in source && push === undefined
      ? [errorAt(["source", "push"], "`push: {tokenFile: …}` is missing")]
      : []),
  ];
}

const leastOf = (of: Readonly<Record<string, { readonly minConfidence: number }>>): ReadonlyMap<string, number> =>
  new Map(Object.entries(of).map(([name, { minConfidence }]) => [name, minConfidence]));

function sourceOf(
  source: SettingsFile["source"],
  beside: (path: string) => string,
  tokenFile: string | undefined,
): SourceSettings {
  if ("csv" in source) return { type: "csv", predictions: readPredictionsCsv(beside(source.csv)) };
  if ("nats" in source) return { type: "nats", subject: source.nats.subject };
  if ("push" in source) return { type: "push" };
  const { url, pollSeconds, timeoutMs, tokenFile: named, ...shape } = source.api;
  return {
    type: "api",
    url,
    tokenFile: named === undefined ? tokenFile : beside(named),
    shape: { ...OUR_API, ...shape },
    pollMs: Math.round(pollSeconds * 1000),
    timeoutMs,
  };
}

/** Reads a file of predictions; throws ConfigFailure with every finding. */
export function readPredictionsCsv(file: string): readonly AvailablePrediction[] {
  const parsed = parsePredictionsCsv(readTextFile(file, "a CSV file of predictions"), file);
  if (!parsed.ok) throw new ConfigFailure(parsed.error);
  return parsed.value;
}

const failure = (file: string, message: string): ConfigFailure =>
  new ConfigFailure([{ file, line: 0, column: 0, path: "", message }]);
