import { type ExactSum, slide } from "./exact-sum.ts";

/**
 * The last `items.length` numbers with their exact sum. While every number is whole and no further than `reach` from 0, it is
 * `sum`, a plain double in units of UNIT; from the first other number on, it is `far`.
 */
export type SumWindow = {
  items: number[];
  at: number;
  count: number;
  reach: number;
  sum: number;
  far: ExactSum | null;
};

/** A power of two, so as exact as whole numbers; why not those, near-window.ts says. */
const UNIT = 2 ** 20;
const PER_WHOLE = 1 / UNIT;

/** Numbers within reach, and what two of them differ by, add up to less than 2^53. */
export const makeSumWindow = (length: number): SumWindow => ({
  items: Array.from({ length }, () => 0),
  at: 0,
  count: 0,
  reach: Math.floor(Number.MAX_SAFE_INTEGER / (2 * length)),
  sum: 0,
  far: null,
});

export function pushSum(state: SumWindow, x: number): void {
  if (Math.abs(x) > state.reach || Math.floor(x) !== x) pushFar(state, x);
  const { items, at } = state;
  const out = items[at] as number;
  items[at] = x;
  state.at = at + 1 === items.length ? 0 : at + 1;
  if (state.count < items.length) state.count += 1;
  state.sum += (x - out) * PER_WHOLE;
}

/** From the first number on that is not whole or out of reach. */
function pushFar(state: SumWindow, x: number): void {
  const far = (state.far ??= { hi: state.sum * UNIT, lo: 0 });
  state.reach = -1;
  slide(far, x, state.items[state.at] as number);
}

export const isFullSum = ({ count, items }: SumWindow): boolean => count === items.length;

/** The sum, rounded once where it needs more than a double. */
export const sumOf = ({ sum, far }: SumWindow): number => (far === null ? sum * UNIT : far.hi);

/** The mean of a full window. */
export const meanOf = (state: SumWindow): number | undefined =>
  isFullSum(state) ? sumOf(state) / state.items.length : undefined;
