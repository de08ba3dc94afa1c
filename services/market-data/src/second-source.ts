import { type ConfigError, ConfigFailure, readTextFile, readYamlFile, strict, z } from "@bowline/config";
import { err, MICROS, mulDiv, ok, parseMicros, px, type Result, type Us, us, US_PER_SECOND } from "@bowline/kernel";
import type { DivergenceLimits, SecondPrice } from "@bowline/market";

/** Where a second source's prices come from, and what is made of them. */
export type SecondSource = {
  readonly limits: DivergenceLimits;
  /** The subject that it publishes on; the prices of a file are known from the start. */
  readonly subject: string | undefined;
  /** Prices of a file, by time. */
  readonly prices: readonly SecondPrice[];
};

const ratio = z
  .union([z.number(), z.string()], { error: "a ratio is needed, such as 0.01 for 1 %" })
  .transform((value, context) => {
    const parsed = parseMicros(String(value));
    if (parsed !== undefined && parsed > 0 && parsed < MICROS) return parsed;
    context.addIssue("a ratio above 0 and below 1 is needed, such as 0.01 for 1 %");
    return z.NEVER;
  });

const schema = strict({
  /** Its name, as entries and denials tell it. */
  source: z.string().min(1, "a name is needed"),
  subject: z
    .string()
    .regex(/^second(\.[A-Za-z0-9_*>-]+)+$/, "a subject below `second.` is wanted, such as second.prices.>")
    .optional(),
  csv: z.string().min(1).optional(),
  bound: ratio,
  holdSeconds: z.int().min(1).max(3600),
  staleSeconds: z.int().min(1).max(3600),
}).refine(({ subject, csv }) => (subject === undefined) !== (csv === undefined), {
  message: "one of `subject` and `csv` is needed",
});

/** Reads the YAML file of a second source, and its CSV where it names one. Throws ConfigFailure with every finding. */
export function readSecondSource(file: string): SecondSource {
  const { source, subject, csv, bound, holdSeconds, staleSeconds } = readYamlFile(
    file,
    "a file that describes the second source",
    schema,
  ).value;
  const limits = { source, bound, holdUs: holdSeconds * US_PER_SECOND, staleUs: staleSeconds * US_PER_SECOND };
  if (csv === undefined) return { limits, subject, prices: [] };
  const prices = pricesOfCsv(readTextFile(csv, "the second source's prices"), csv);
  if (!prices.ok) throw new ConfigFailure(prices.error);
  return { limits, subject, prices: prices.value };
}

const told = z.union([z.number(), z.string()]).transform((value) => parseMicros(String(value)) ?? 0);
const messageSchema = z.object({
  symbol: z.string().min(1),
  atUs: z.int().positive(),
  px: told.optional(),
  bidPx: told.optional(),
  askPx: told.optional(),
});

/** A price out of a message; what is wrong with it where it is none. A price is `px`, or the middle of `bidPx` and `askPx`. */
export function priceOfMessage(bytes: Uint8Array): Result<SecondPrice, string> {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return err("it is no JSON");
  }
  const parsed = messageSchema.safeParse(value);
  if (!parsed.success)
    return err(parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; "));
  const { symbol, atUs, px: onePx, bidPx, askPx } = parsed.data;
  return priceOf(symbol, us(atUs), onePx ?? middleOf(bidPx, askPx));
}

function middleOf(bidPx: number | undefined, askPx: number | undefined): number | undefined {
  return bidPx === undefined || askPx === undefined || bidPx <= 0 || bidPx > askPx
    ? undefined
    : mulDiv(bidPx + askPx, 1, 2);
}

const priceOf = (symbol: string, atUs: Us, price: number | undefined): Result<SecondPrice, string> =>
  price === undefined || price <= 0
    ? err(`${symbol}: no positive px, nor a bidPx that is not above an askPx`)
    : ok({ symbol, px: px(price), atUs });

const HEADER = "at_us,symbol,px";

/** Rows of `at_us,symbol,px`, rising in time: unix microseconds, a symbol, dollars. */
export function pricesOfCsv(text: string, file: string): Result<readonly SecondPrice[], readonly ConfigError[]> {
  const [header, ...lines] = text.trimEnd().split(/\r?\n/);
  const errorAt = (line: number, message: string): ConfigError => ({ file, line, column: 1, path: "", message });
  if (header !== HEADER) return err([errorAt(1, `the header ${HEADER} is needed`)]);
  const prices: SecondPrice[] = [];
  for (const [index, line] of lines.entries()) {
    const [atUs = "", symbol = "", price = ""] = line.split(",");
    const read =
      /^\d+$/.test(atUs) && symbol !== "" ? priceOf(symbol, us(Number(atUs)), parseMicros(price)) : err("no row");
    if (!read.ok) return err([errorAt(index + 2, `${JSON.stringify(line)} is no row of ${HEADER}`)]);
    if (read.value.atUs < (prices.at(-1)?.atUs ?? 0))
      return err([errorAt(index + 2, "is earlier than the row before")]);
    prices.push(read.value);
  }
  return ok(prices);
}
