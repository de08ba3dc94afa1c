/** From `fromPx` on, prices are multiples of `incrementPx`; both in micros. */
export type PriceIncrement = { readonly fromPx: number; readonly incrementPx: number };

/**
 * The market rules that instruments may name. 26 is the one that IB's documents show with US stocks: cents. 557 is for stocks that
 * trade below a dollar, where US exchanges take hundredths of a cent. Other ids are not known here.
 */
const RULES: ReadonlyMap<number, readonly PriceIncrement[]> = new Map([
  [26, [{ fromPx: 0, incrementPx: 10_000 }]],
  [
    557,
    [
      { fromPx: 0, incrementPx: 100 },
      { fromPx: 1_000_000, incrementPx: 10_000 },
    ],
  ],
]);

export const marketRuleOf = (id: number): readonly PriceIncrement[] | undefined => RULES.get(id);
