/** What a trade does to the bar of its minute. */
export type SaleEffect = {
  /** Whether it sets the last price, and so the open or the close. IF_FIRST: only where no trade of the day has done so yet. */
  readonly last: "SETS" | "IF_FIRST" | "NO";
  readonly highLow: boolean;
  readonly volume: boolean;
};

/** A condition of a sale: its code in the source's own writing, its name, and what a trade that carries it may do. */
export type SaleCondition = { readonly code: string; readonly name: string; readonly effect: SaleEffect };

/** What a trade does by all its conditions, and the codes that the table does not have: they let it count for volume alone. */
export type Sale = { readonly effect: SaleEffect; readonly unknown: readonly string[] };

/** How one source writes conditions, and what they mean. */
export type SaleConvention = {
  readonly name: string;
  readonly source: string;
  readonly conditions: readonly SaleCondition[];
  saleOf(conditions: string): Sale;
};

export const ALL: SaleEffect = { last: "SETS", highLow: true, volume: true };
export const HIGH_LOW: SaleEffect = { last: "IF_FIRST", highLow: true, volume: true };
export const VOLUME: SaleEffect = { last: "NO", highLow: false, volume: true };
export const NOTHING: SaleEffect = { last: "NO", highLow: false, volume: false };
export const PRICES: SaleEffect = { last: "SETS", highLow: true, volume: false };

const RANK = { NO: 0, IF_FIRST: 1, SETS: 2 } as const;

/** A trade with several conditions does what each of them allows. */
export const stricter = (a: SaleEffect, b: SaleEffect): SaleEffect => ({
  last: RANK[a.last] <= RANK[b.last] ? a.last : b.last,
  highLow: a.highLow && b.highLow,
  volume: a.volume && b.volume,
});
