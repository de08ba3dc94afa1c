import { dirname, extname, resolve } from "node:path";
import { ConfigFailure, readTextFile, readYamlFile, z } from "@bowline/config";
import { parseMicros } from "@bowline/kernel";
import { type AdmissionRules, DEFAULT_ADMISSION_RULES } from "./admission.ts";
import { type AvailablePrediction, parsePredictionsCsv } from "./predictions-csv.ts";

export type SourceSettings =
  | {
      readonly type: "api";
      readonly url: string;
      readonly tokenFile: string | undefined;
      readonly pollMs: number;
      readonly timeoutMs: number;
    }
  | { readonly type: "csv"; readonly predictions: readonly AvailablePrediction[] };

export type PredictionSettings = {
  readonly source: SourceSettings;
  readonly rules: AdmissionRules;
  /** File with the token that pushes must carry; without one nothing can be pushed. */
  readonly pushTokenFile: string | undefined;
};

const DEFAULT_POLL_SECONDS = 5;
const DEFAULT_TIMEOUT_MS = 5_000;
const httpUrl = z.url({
  protocol: /^https?$/,
  error: "an address such as http://127.0.0.1:8085/v1/predictions is wanted",
});

const confidence = z.number().transform((value, context): number => {
  const micros = parseMicros(String(value));
  if (micros !== undefined && micros >= 0 && micros <= 1_000_000) return micros;
  context.addIssue({ code: "custom", message: "a confidence lies between 0 and 1 and has at most six places" });
  return z.NEVER;
});

const apiSchema = z.strictObject({
  url: httpUrl,
  tokenFile: z.string().min(1).optional(),
  pollSeconds: z.number().min(1).max(3_600).default(DEFAULT_POLL_SECONDS),
  timeoutMs: z.int().min(100).max(60_000).default(DEFAULT_TIMEOUT_MS),
});

/** predictions.yaml. */
const settingsSchema = z.strictObject({
  source: z.union(
    [z.strictObject({ api: apiSchema }), z.strictObject({ csv: z.string().min(1) })],
    "either `api: {url, …}` or `csv: FILE` is wanted",
  ),
  admission: z
    .strictObject({
      minConfidence: confidence.default(DEFAULT_ADMISSION_RULES.minConfidence),
      maxAgeSeconds: z
        .number()
        .min(1)
        .max(86_400)
        .default(DEFAULT_ADMISSION_RULES.maxAgeMs / 1000),
      maxAheadSeconds: z
        .number()
        .min(0)
        .max(60)
        .default(DEFAULT_ADMISSION_RULES.maxAheadMs / 1000),
    })
    .prefault({}),
  push: z.strictObject({ tokenFile: z.string().min(1) }).optional(),
});

/**
 * Where predictions come from: an http(s) address, a CSV file, or a YAML file that says it all. Paths inside the YAML file are
 * relative to it. Throws ConfigFailure with file, line and column.
 */
export function readPredictionSettings(where: string, tokenFile?: string): PredictionSettings {
  if (/^https?:\/\//.test(where))
    return withDefaults({
      type: "api",
      url: checkedUrl(where),
      tokenFile,
      pollMs: DEFAULT_POLL_SECONDS * 1000,
      timeoutMs: DEFAULT_TIMEOUT_MS,
    });
  const extension = extname(where).toLowerCase();
  if (extension === ".csv") return withDefaults({ type: "csv", predictions: readPredictionsCsv(where) });
  if (extension === ".yaml" || extension === ".yml") return readSettingsFile(where, tokenFile);
  throw failure(where, "predictions come from an http(s) address, a .csv file or a .yaml file");
}

const withDefaults = (source: SourceSettings): PredictionSettings => ({
  source,
  rules: DEFAULT_ADMISSION_RULES,
  pushTokenFile: undefined,
});

function checkedUrl(url: string): string {
  const parsed = httpUrl.safeParse(url);
  if (parsed.success) return parsed.data;
  throw failure(url, "an address such as http://127.0.0.1:8085/v1/predictions is wanted");
}

function readSettingsFile(file: string, tokenFile: string | undefined): PredictionSettings {
  const { value } = readYamlFile(file, "a predictions.yaml that says where predictions come from", settingsSchema);
  const beside = (path: string): string => resolve(dirname(file), path);
  const { minConfidence, maxAgeSeconds, maxAheadSeconds } = value.admission;
  return {
    source:
      "csv" in value.source
        ? { type: "csv", predictions: readPredictionsCsv(beside(value.source.csv)) }
        : apiSettings(value.source.api, beside, tokenFile),
    rules: {
      minConfidence,
      maxAgeMs: Math.round(maxAgeSeconds * 1000),
      maxAheadMs: Math.round(maxAheadSeconds * 1000),
    },
    pushTokenFile: value.push === undefined ? undefined : beside(value.push.tokenFile),
  };
}

function apiSettings(
  api: z.output<typeof apiSchema>,
  beside: (path: string) => string,
  tokenFile: string | undefined,
): SourceSettings {
  const named = api.tokenFile === undefined ? tokenFile : beside(api.tokenFile);
  return {
    type: "api",
    url: api.url,
    tokenFile: named,
    pollMs: Math.round(api.pollSeconds * 1000),
    timeoutMs: api.timeoutMs,
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
