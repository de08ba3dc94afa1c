import { readFileSync } from "node:fs";
import { ConfigFailure, z } from "@bowline/config";
import { canonicalJson, type JsonValue, sha256Hex } from "@bowline/kernel";
import { parseCrashPoint } from "./crash-point.ts";

/** What every service takes from its environment. */
const baseShape = {
  /** Where NATS listens. */
  BOWLINE_NATS_URL: z.string().regex(/^(nats|tls):\/\/.+/, "an address such as nats://127.0.0.1:4222"),
  /** User, where the server asks for one. */
  BOWLINE_NATS_USER: z.string().optional(),
  /** File with that user's password. */
  BOWLINE_NATS_PASSWORD_FILE: z.string().optional(),
  /** File with the private ed25519 key that this service signs with. */
  BOWLINE_SIGNING_KEY_FILE: z.string().optional(),
  /** File with the public keys that this service believes; without one it looks at no signature. */
  BOWLINE_TRUSTED_KEYS: z.string().optional(),
  /** Where /healthz, /readyz and /metrics are served. */
  BOWLINE_HTTP_HOST: z.string().default("127.0.0.1"),
  /** 0 takes a free port; the log line `listening` names it. */
  BOWLINE_HTTP_PORT: z.coerce.number().int().min(0).max(65_535).default(0),
  /** JSON lines on standard output from this level on. */
  BOWLINE_LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "silent"]).default("info"),
  /** Set where the market is simulated: time comes from the simulator. */
  BOWLINE_SIMULATED: z.enum(["0", "1"]).default("0"),
  /** A machine's state is kept every so many seconds of journal time. */
  BOWLINE_SNAPSHOT_SECONDS: z.coerce.number().int().min(1).max(300).default(300),
  /** Random delays up to this before every publish and report: for tests of determinism. */
  BOWLINE_TEST_DELAY_MS: z.coerce.number().int().min(0).max(1000).default(0),
  /**
   * For rehearsals of a crash: `before-publish:KIND` or `after-publish:KIND`, and `:n` for the n-th event of that kind. The process kills itself there, as `kill -9` would.
   */
  BOWLINE_TEST_CRASH_AT: z
    .string()
    .transform((text, context) => {
      const point = parseCrashPoint(text);
      if (point !== undefined) return point;
      context.addIssue("before-publish:KIND or after-publish:KIND, with :n for the n-th time");
      return z.NEVER;
    })
    .optional(),
  /** Name of the build, for the headers of entries. */
  BOWLINE_BUILD: z.string().min(1).default("dev"),
};

const baseSchema = z.object(baseShape);
export type BaseConfig = z.infer<typeof baseSchema>;

/** The effective configuration of a service: parsed once, frozen. Throws ConfigFailure that names each variable. */
export function readServiceConfig<S extends z.ZodRawShape>(
  env: NodeJS.ProcessEnv,
  shape: S,
): Readonly<BaseConfig & z.infer<z.ZodObject<S>>> {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = z.object({ ...baseShape, ...shape }).safeParse(present);
  if (parsed.success) return Object.freeze(parsed.data) as Readonly<BaseConfig & z.infer<z.ZodObject<S>>>;
  throw new ConfigFailure(
    parsed.error.issues.map((issue) => ({
      file: "environment",
      line: 0,
      column: 0,
      path: issue.path.join("."),
      message: issue.message,
    })),
  );
}

/** A secret from a file, without its line feed. */
export const readSecret = (file: string): string => readFileSync(file, "utf8").trim();

const SECRET = /PASSWORD|TOKEN|SECRET/;

/** The configuration as it may be shown, and its hash. */
export function describeConfig(config: object): { readonly hash: string; readonly text: string } {
  const shown = Object.fromEntries(
    Object.entries(config)
      .filter(([, value]) => isPlain(value))
      .map(([key, value]) => [key, SECRET.test(key) ? "[redacted]" : value]),
  );
  const text = canonicalJson(shown as JsonValue);
  return { hash: sha256Hex(text).slice(0, 12), text };
}

const isPlain = (value: unknown): boolean => ["string", "number", "boolean"].includes(typeof value);
