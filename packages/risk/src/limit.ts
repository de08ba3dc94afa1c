import { formatMicros, MICROS, type Money, money, parseMicros, type Qty, qty } from "@bowline/kernel";
import { z } from "zod";

export const PROFILES = ["careful", "normal"] as const;
export type Profile = (typeof PROFILES)[number];

/** What suggested limits are made from. */
export type Basis = { readonly equity: Money; readonly profile: Profile };

/** One risk limit: how it is written in YAML, what it means, and what to suggest. There is no default: absent is an error. */
export type Limit<T extends number = number> = {
  readonly doc: string;
  readonly schema: z.ZodType<T>;
  /** The suggestion as it is written in YAML. */
  suggest(basis: Basis): string;
};

/** The parsed limits of a check, by name. */
export type LimitValues<L extends Readonly<Record<string, Limit>>> = {
  readonly [K in keyof L]: L[K] extends Limit<infer T> ? T : never;
};

type ByProfile<T> = Readonly<Record<Profile, T>>;

const decimal = (what: string): z.ZodType<number> =>
  z
    .union([z.number(), z.string()], { error: `${what} is needed, such as 2500 or 2500.50` })
    .transform((value, context) => {
      const parsed = parseMicros(String(value));
      if (parsed !== undefined && parsed >= 0) return parsed;
      context.addIssue(`${what} is needed, not negative, with at most six places`);
      return z.NEVER;
    });

const wholeNumber = z.int({ error: "a whole number is needed" }).min(0, "a limit is not negative");

/** Dollars; suggested as a share of equity. */
export const moneyLimit = (doc: string, shareOfEquity: ByProfile<number>): Limit<Money> => ({
  doc: `Dollars. ${doc}`,
  schema: decimal("an amount of dollars").transform(money),
  suggest: ({ equity, profile }) => String(Math.floor((Number(equity) / MICROS) * shareOfEquity[profile])),
});

/** A plain ratio (0.03 is 3 %), in micros of 1. */
export const ratioLimit = (doc: string, suggested: ByProfile<string>): Limit => ({
  doc: `Ratio. ${doc}`,
  schema: decimal("a ratio"),
  suggest: ({ profile }) => suggested[profile],
});

/** Whole shares; suggested as shares for each 1,000 dollars of equity. */
export const sharesLimit = (doc: string, perThousand: ByProfile<number>): Limit<Qty> => ({
  doc: `Shares. ${doc}`,
  schema: wholeNumber.transform((whole) => qty(whole * MICROS)),
  suggest: ({ equity, profile }) =>
    String(Math.max(1, Math.floor((Number(equity) / MICROS / 1000) * perThousand[profile]))),
});

/** A count or a duration, as its documentation says. */
export const countLimit = (doc: string, suggested: ByProfile<number>): Limit => ({
  doc,
  schema: wholeNumber,
  suggest: ({ profile }) => String(suggested[profile]),
});

/** Micros as the text of a denial's detail. */
export const shown = (value: number): string => formatMicros(value);
