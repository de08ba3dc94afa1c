import { makePrng, MICROS, type Qty, shares } from "@bowline/kernel";

/** Whether shares can be borrowed for a short sale. EASY at once, HARD after a locate, NONE not at all. */
export type BorrowFlag = "EASY" | "HARD" | "NONE";

/** What IB tells of borrowing: tick 46 (shortable), tick 89 (shares) and the fee. */
export type Borrow = {
  readonly flag: BorrowFlag;
  /** Above 2.5: at least 1000 shares are there; 1.5 to 2.5: to be located; below: not for sale short. */
  readonly shortable: number;
  readonly shortableQty: Qty;
  /** A year, in micros of 1. */
  readonly feeMicros: number;
};

export type BorrowTraits = {
  /** Parts of the symbols that are hard to borrow and that are not to be had, as ratios. */
  readonly hardRatio: number;
  readonly noneRatio: number;
  /** Symbols that are one or the other whatever the draw says. */
  readonly hard?: readonly string[] | undefined;
  readonly none?: readonly string[] | undefined;
};

/** Every symbol is easy to borrow. */
const EASY_TO_BORROW: BorrowTraits = { hardRatio: 0, noneRatio: 0 };

/** The number that stands for each flag in tick 46. */
const SHORTABLE: Readonly<Record<BorrowFlag, number>> = { EASY: 3, HARD: 2, NONE: 1 };

function flagOf(symbol: string, draw: number, traits: BorrowTraits): BorrowFlag {
  if (traits.none?.includes(symbol) === true) return "NONE";
  if (traits.hard?.includes(symbol) === true) return "HARD";
  if (draw < traits.noneRatio) return "NONE";
  return draw < traits.noneRatio + traits.hardRatio ? "HARD" : "EASY";
}

/** The same seed and symbol give the same answer. */
export function borrowOf(seed: string | number, symbol: string, traits: BorrowTraits = EASY_TO_BORROW): Borrow {
  const prng = makePrng(`${seed}/borrow/${symbol}`);
  const flag = flagOf(symbol, prng.unit(), traits);
  const [size, fee] = [prng.unit(), prng.unit()];
  const lots = { EASY: 1000 * 100 ** size, HARD: 1 + 8 * size, NONE: 0 }[flag];
  const yearly = { EASY: 0.0025, HARD: 0.02 * 25 ** fee, NONE: 0 }[flag];
  return {
    flag,
    shortable: SHORTABLE[flag],
    shortableQty: shares(Math.floor(lots) * 100),
    feeMicros: Math.round(yearly * MICROS),
  };
}
