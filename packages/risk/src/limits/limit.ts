import {
  formatMicros,
  MICROS,
  type Money,
  money,
  parseMicros,
  type Qty,
  qty,
  scaleMoney,
  ZERO_MONEY,
} from "@bowline/kernel";
import { z } from "zod";

export const PROFILES = ["careful", "normal"] as const;
export type Profile = (typeof PROFILES)[number];

/** What suggested limits are made from. */
export type Basis = {
  readonly equity: Money;
  readonly profile: Profile;
  /** An index fund that daily bars, as of every symbol, are asked of: what needs them is waived where it is left out. */
  readonly index?: string | undefined;
};
export type ByProfile<T> = Readonly<Record<Profile, T>>;

/** A limit that somebody has done without, in words: what it bounds is not asked. */
export const WAIVED = "waived";
export type Waived = typeof WAIVED;

/** One risk limit: how it is written in YAML, what it means, and what to suggest. There is no default: absent is an error. */
export type Limit<T = number> = {
  readonly doc: string;
  readonly schema: z.ZodType<T>;
  /** The stricter of two: where several scopes name a limit, whatever it denies stays denied. */
  stricter(a: T, b: T): T;
  /** The suggestion as it is written in YAML. */
  suggest(basis: Basis): string;
};
// oxlint-disable-next-line typescript/no-explicit-any -- a limit of some value; its own check knows which
export type AnyLimit = Limit<any>;
export type Limits = Readonly<Record<string, AnyLimit>>;

/** The limits of a check as it reads them, by name. */
export type LimitValues<L extends Limits> = {
  readonly [K in keyof L]: (L[K] extends Limit<infer T> ? T : never) | Waived;
};

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

/** A larger number is stricter where the limit is a least, a wait or a window, and not a most. */
type Direction = "most" | "least";
const stricterBy =
  (direction: Direction) =>
  <T extends number>(a: T, b: T): T =>
    a < b === (direction === "most") ? a : b;

/** A suggestion to do without a limit, with the reason that is written beside it. */
export const waived = (why: string): string => `{ waived: ${JSON.stringify(why)} }`;

/** Dollars; suggested as a share of equity. */
export const moneyLimit = (
  doc: string,
  shareOfEquity: ByProfile<number>,
  direction: Direction = "most",
): Limit<Money> => ({
  doc: `Dollars. ${doc}`,
  schema: decimal("an amount of dollars").transform(money),
  stricter: stricterBy(direction),
  suggest: ({ equity, profile }) => String(Math.floor((Number(equity) / MICROS) * shareOfEquity[profile])),
});

/** A plain ratio (0.03 is 3 %), in micros of 1. */
export const ratioLimit = (doc: string, suggested: ByProfile<string>, direction: Direction = "most"): Limit => ({
  doc: `Ratio. ${doc}`,
  schema: decimal("a ratio"),
  stricter: stricterBy(direction),
  suggest: ({ profile }) => suggested[profile],
});

/** Whole shares; suggested as shares for each 1,000 dollars of equity. */
export const sharesLimit = (doc: string, perThousand: ByProfile<number>): Limit<Qty> => ({
  doc: `Shares. ${doc}`,
  schema: wholeNumber.transform((whole) => qty(whole * MICROS)),
  stricter: stricterBy("most"),
  suggest: ({ equity, profile }) =>
    String(Math.max(1, Math.floor((Number(equity) / MICROS / 1000) * perThousand[profile]))),
});

/** A count or a duration, as its documentation says. */
export const countLimit = (
  doc: string,
  suggested: ByProfile<number | string>,
  direction: Direction = "most",
): Limit => ({
  doc,
  schema: wholeNumber,
  stricter: stricterBy(direction),
  suggest: ({ profile }) => String(suggested[profile]),
});

/** Set where there are daily bars of every symbol and of an index fund, and waived otherwise. */
export const suggestWithBars =
  (suggest: (basis: Basis & { readonly index: string }) => string): ((basis: Basis) => string) =>
  ({ index, ...basis }) =>
    index === undefined ? waived("daily bars are not asked for in this set-up") : suggest({ ...basis, index });

export const isOver = (value: number, most: number | Waived): boolean => most !== WAIVED && value > most;
export const isUnder = (value: number, least: number | Waived): boolean => least !== WAIVED && value < least;

/** A part of an amount as a limit: a ratio of equity becomes dollars, none where there is no equity left; `undefined` where the amount is not known. */
export const partOf = (amount: Money | undefined, ratio: number | Waived): Money | Waived | undefined => {
  if (ratio === WAIVED) return WAIVED;
  return amount === undefined ? undefined : scaleMoney(amount > 0 ? amount : ZERO_MONEY, ratio);
};

/** Micros as the text of a denial's detail. */
export const shown = (value: number | Waived): string => (value === WAIVED ? WAIVED : formatMicros(value));
