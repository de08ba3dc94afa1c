import { type ConfigError, ConfigFailure, parseYaml, readTextFile, strict } from "@bowline/config";
import { err, formatMicros, ok, type Result } from "@bowline/kernel";
import { z } from "zod";
import { flattenSchema, makeFlattenPolicy, renderFlatten } from "../flatten/flatten-policy.ts";
import { LIMIT_OWNERS } from "./limit-owners.ts";
import { type LimitBook, makeLimitBook, SCOPE_KINDS } from "./limit-book.ts";
import { type AnyLimit, type Basis, WAIVED } from "./limit.ts";

const limits = LIMIT_OWNERS.flatMap((owner) => Object.entries(owner.limits));

/** A waiver stands for every limit of the scope of everything; narrower scopes only add. */
const waiver = z.strictObject({
  waived: z.string({ error: "the reason is needed in words" }).min(10, "the reason is needed in words"),
});
const isWaiver = (value: unknown): boolean => typeof value === "object" && value !== null && "waived" in value;

const MISSING = '; there is no such line, and what is done without is waived in words: { waived: "why" }';

const settable = ({ schema }: AnyLimit): z.ZodType =>
  z.unknown().transform((value, context) => {
    const parsed = (isWaiver(value) ? waiver : schema).safeParse(value);
    if (parsed.success) return parsed.data as unknown;
    const why = value === undefined ? MISSING : "";
    for (const { message, path } of parsed.error.issues)
      context.addIssue({ code: "custom", message: `${message}${why}`, path });
    return z.NEVER;
  });

const byName = (field: (limit: AnyLimit) => z.ZodType): Record<string, z.ZodType> =>
  Object.fromEntries(limits.map(([name, limit]) => [name, field(limit)]));

const scopes = z.record(z.string(), strict(byName(({ schema }) => schema.optional()))).optional();
const schema = strict({
  flatten: flattenSchema,
  limits: strict(byName(settable)),
  ...Object.fromEntries(SCOPE_KINDS.map((kind) => [kind, scopes])),
});

type Written = {
  readonly flatten?: Readonly<Record<string, unknown>>;
  readonly limits: Readonly<Record<string, unknown>>;
} & { readonly [K in (typeof SCOPE_KINDS)[number]]?: Readonly<Record<string, Readonly<Record<string, unknown>>>> };

/** Limits from YAML text. Every limit must be there, set or waived: an absent or unknown one is an error with its place. */
export function parseLimits(text: string, file: string): Result<LimitBook, readonly ConfigError[]> {
  const parsed = parseYaml(text, file, schema);
  if (!parsed.ok) return err(parsed.error);
  const { limits: written, flatten, ...narrower } = parsed.value.value as unknown as Written;
  const waivers: Record<string, string> = {};
  const everywhere = Object.fromEntries(
    Object.entries(written).map(([name, value]) => {
      if (!isWaiver(value)) return [name, value];
      waivers[name] = (value as { waived: string }).waived;
      return [name, WAIVED];
    }),
  );
  return ok(makeLimitBook({ everywhere, waivers, narrower, flatten: makeFlattenPolicy(flatten) }));
}

/** Reads limits.yaml; throws ConfigFailure with every finding. */
export function readLimits(file: string): LimitBook {
  const book = parseLimits(readTextFile(file, "a limits.yaml; `./bowline limits new` writes one"), file);
  if (!book.ok) throw new ConfigFailure(book.error);
  return book.value;
}

/** A limits.yaml with every limit, each with a comment: a suggestion to be read and changed by a person. */
export function renderLimits(basis: Basis): string {
  const lines = [
    `# Risk limits for ${formatMicros(basis.equity)} dollars of equity, profile ${basis.profile}. Limits have no defaults: every line must stand.`,
    '# These are suggestions, not advice: read each line. What you do without is waived in words: { waived: "why" }.',
    `# Tighter limits for a part stand under ${SCOPE_KINDS.join(", ")}, by name; of all that apply, the strictest holds:`,
    "#   symbols: { GME: { maxConcentration: 0.05 } }",
    ...renderFlatten(),
    "limits:",
  ];
  const written = new Set<string>();
  for (const owner of LIMIT_OWNERS) {
    const own = Object.entries(owner.limits).filter(([name]) => !written.has(name));
    if (own.length === 0) continue;
    for (const [name] of own) written.add(name);
    lines.push(
      ...(lines.at(-1) === "limits:" ? [] : [""]),
      `  # ${owner.code}: ${owner.doc}${owner.exemptsReducing === true ? " Orders that only reduce a position pass." : ""}`,
    );
    for (const [name, limit] of own) lines.push(`  ${name}: ${limit.suggest(basis)} # ${limit.doc}`);
  }
  return `${lines.join("\n")}\n`;
}
