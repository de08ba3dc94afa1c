import { strict, z } from "@bowline/config";
import { parseMicros } from "@bowline/kernel";
import { DEFAULT_ADMISSION_RULES } from "./admission.ts";
import { mappingSchema } from "./mapping.ts";

export const DEFAULT_POLL_SECONDS = 5;
export const DEFAULT_TIMEOUT_MS = 5_000;

export const httpUrl = z.url({
  protocol: /^https?$/,
  error: "an address such as http://127.0.0.1:8085/v1/predictions is wanted",
});

const confidence = z.number().transform((value, context): number => {
  const micros = parseMicros(String(value));
  if (micros !== undefined && micros >= 0 && micros <= 1_000_000) return micros;
  context.addIssue({ code: "custom", message: "a confidence lies between 0 and 1 and has at most six places" });
  return z.NEVER;
});

const word = (what: string) => z.string().regex(/^[A-Za-z0-9_.-]{1,64}$/, what);

const apiSchema = strict({
  url: httpUrl,
  tokenFile: z.string().min(1).optional(),
  /** The token as it is, in a header of that name; without it `Authorization: Bearer …`. */
  tokenHeader: word("the name of a header is wanted").optional(),
  /** Path of the list in the answer; an empty one is the answer itself. */
  list: z.string().default("predictions"),
  /** Path of the cursor in the answer; `false` where there is none. */
  cursor: z.union([z.string().min(1), z.literal(false)]).default("cursor"),
  /** Names of the question's parameters; `false` leaves one out. */
  after: z.union([word("the name of a parameter is wanted"), z.literal(false)]).default("after"),
  asOf: z.union([word("the name of a parameter is wanted"), z.literal(false)]).default("asOf"),
  pollSeconds: z.number().min(1).max(3_600).default(DEFAULT_POLL_SECONDS),
  timeoutMs: z.int().min(100).max(60_000).default(DEFAULT_TIMEOUT_MS),
});
export type ApiFile = z.output<typeof apiSchema>;

/** Subjects of our own are out of reach: what stands there is ours alone. */
const subject = z
  .string()
  .regex(/^model(\.[A-Za-z0-9_*>-]+)+$/, "a subject below `model.` is wanted, such as model.predictions.>");

const thresholds = z.record(z.string().min(1), strict({ minConfidence: confidence })).default({});

/** predictions.yaml. */
export const settingsSchema = strict({
  source: z.union(
    [
      strict({ api: apiSchema }),
      strict({ csv: z.string().min(1) }),
      strict({ nats: strict({ subject }) }),
      strict({ push: z.literal("only") }),
    ],
    "one of `api: {url, …}`, `csv: FILE`, `nats: {subject: …}` or `push: only` is wanted",
  ),
  mapping: mappingSchema.optional(),
  admission: strict({
    minConfidence: confidence.default(DEFAULT_ADMISSION_RULES.minConfidence),
    models: thresholds,
    symbols: thresholds,
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
  }).prefault({}),
  push: strict({ tokenFile: z.string().min(1) }).optional(),
});
export type SettingsFile = z.output<typeof settingsSchema>;
