/** From `fromPx` on, prices are multiples of `incrementPx`; both in micros. */
export type PriceIncrement = { readonly fromPx: number; readonly incrementPx: number };

/**
 * The market rules that clients ask for. 26 is the one that IB's documents show with US stocks: cents. 557 is for stocks that trade
 * below a dollar, where US exchanges take hundredths of a cent. 32, 67, 635 and 2806 belong to other instruments of IB: their
 * increments are those that stoqey/ib's tests found at a real TWS. Other ids are not known here.
 */
const RULES: ReadonlyMap<number, readonly PriceIncrement[]> = new Map([
  [26, [{ fromPx: 0, incrementPx: 10_000 }]],
  [32, [{ fromPx: 0, incrementPx: 10_000 }]],
  [67, [{ fromPx: 0, incrementPx: 250_000 }]],
  [635, [{ fromPx: 0, incrementPx: 100 }]],
  [2806, [{ fromPx: 0, incrementPx: 250_000 }]],
  [
    557,
    [
      { fromPx: 0, incrementPx: 100 },
      { fromPx: 1_000_000, incrementPx: 10_000 },
    ],
  ],
]);

export const marketRuleOf = (id: number): readonly PriceIncrement[] | undefined => RULES.get(id);
