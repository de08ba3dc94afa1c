import { type ConfigError, ConfigFailure, parseYaml, readTextFile, strict, z } from "@bowline/config";
import { err, ok, parseMicros, type Result } from "@bowline/kernel";
import { isinCheckDigit, type ListingEntry, STOCK_TYPES } from "./instrument.ts";

const decimal = z
  .union([z.string(), z.number()])
  .transform((value, context) => {
    const micros = parseMicros(String(value));
    if (micros !== undefined && micros > 0) return micros;
    context.addIssue({ code: "custom", message: "a positive decimal with at most six places, such as 0.01" });
    return z.NEVER;
  })
  .optional();

const code = (what: string) => z.string().regex(/^[A-Z0-9]{2,10}$/, what);

const listing = strict({
  symbol: z.string().regex(/^[A-Z0-9][A-Z0-9.]{0,11}$/, "a symbol is upper-case, such as AAPL or BRK.B"),
  name: z.string().min(1),
  primaryExchange: code("IB's name of the exchange, such as NASDAQ or NYSE"),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, "an ISO currency, such as USD")
    .default("USD"),
  type: z.enum(STOCK_TYPES).default("COMMON"),
  industry: z.string().default(""),
  category: z.string().default(""),
  subcategory: z.string().default(""),
  conId: z.int().min(1).max(2_147_483_647).optional(),
  isin: z
    .string()
    .regex(/^[A-Z]{2}[A-Z0-9]{9}\d$/, "an ISIN has two letters, nine letters or digits and a check digit")
    .refine((isin) => isinCheckDigit(isin.slice(0, 11)) === Number(isin.at(-1)), "the ISIN's check digit is wrong")
    .optional(),
  minTick: decimal,
  sizeIncrement: decimal,
  marketRule: z.int().min(1).optional(),
});

const schema = strict({
  /** `extend` adds to the built-in listings and replaces those of the same symbol, exchange and currency. */
  mode: z.enum(["extend", "replace"]).default("extend"),
  instruments: z.array(listing).min(1, "at least one instrument is needed"),
});

export type Listings = { readonly mode: "extend" | "replace"; readonly entries: readonly ListingEntry[] };

export const listingKey = ({ symbol, primaryExchange, currency }: ListingEntry): string =>
  `${symbol} ${primaryExchange} ${currency}`;

/** A user's listings from YAML or JSON text: every finding with file, line and column. */
export function parseListings(text: string, file: string): Result<Listings, readonly ConfigError[]> {
  const parsed = parseYaml(text, file, schema);
  if (!parsed.ok) return parsed;
  const { value, errorAt } = parsed.value;
  const errors: ConfigError[] = [];
  const seen = new Map<string | number, string>();
  const entries = value.instruments.map(({ minTick, sizeIncrement, marketRule, ...rest }, index): ListingEntry => {
    const entry = { ...rest, minTickPx: minTick, qtyIncrement: sizeIncrement, marketRuleId: marketRule };
    const twice = (key: string | number | undefined, field: string): void => {
      if (key === undefined) return;
      const first = seen.get(key);
      if (first === undefined) seen.set(key, `instruments[${index}]`);
      else errors.push(errorAt(["instruments", index, field], `${key} stands at ${first} already`));
    };
    twice(listingKey(entry), "symbol");
    twice(entry.conId, "conId");
    return entry;
  });
  return errors.length > 0 ? err(errors) : ok({ mode: value.mode, entries });
}

/** Reads a user's file of instruments; throws ConfigFailure with every finding. */
export function readListings(file: string): Listings {
  const listings = parseListings(readTextFile(file, "a file of instruments (YAML or JSON)"), file);
  if (!listings.ok) throw new ConfigFailure(listings.error);
  return listings.value;
}
