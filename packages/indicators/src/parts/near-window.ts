import { type ExactSum, centered, slide, slideProduct, zeroSum } from "./exact-sum.ts";

/**
 * The last `items.length` numbers, which lie near to each other, as prices do, with the exact sums of them and of their squares,
 * each less `anchor`. While every number is whole and no further than `reach` from the anchor, nothing that a mean or a deviation
 * needs passes 2^53: `sum` and `squares` are then exact as plain doubles, in units of UNIT and of its square. Where one is not,
 * `reach` is −1 and `far` has the sums, while `sum` and `squares` mean nothing: that costs more time, and precision is the same.
 * What is read is worked out there as a number comes, because V8 keeps less in registers where a read may call a function, even
 * one that it never calls.
 */
export type NearWindow = {
  items: number[];
  at: number;
  count: number;
  anchor: number;
  reach: number;
  sum: number;
  squares: number;
  far: FarSums | null;
};

type FarSums = { sum: ExactSum; squares: ExactSum; mean: number; deviation: number };

/**
 * What the plain sums count in: a power of two, so they are as exact as whole micros. V8 adds doubles that were whole every time
 * as checked 64-bit integers, there and back, which takes longer than all the rest of an update; of these most have a fraction.
 */
const UNIT = 2 ** 20;
const PER_MICRO = 1 / UNIT;

/** Nothing is near before the first number. */
export const makeNearWindow = (length: number): NearWindow => ({
  items: Array.from({ length }, () => 0),
  at: 0,
  count: 0,
  anchor: 0,
  reach: -1,
  sum: 0,
  squares: 0,
  far: null,
});

/** (length × reach)² is the largest of the terms. */
const reachOf = ({ items }: NearWindow): number => Math.floor(Math.sqrt(Number.MAX_SAFE_INTEGER) / items.length);

export function pushNear(state: NearWindow, x: number): void {
  const off = x - state.anchor;
  // Before the rest and not instead of it: what V8 knows after the rest, a read need not load again.
  if (Math.abs(off) > state.reach || Math.floor(off) !== off) leaveReach(state, x);
  const { items, at } = state;
  const item = x - state.anchor;
  const out = items[at] as number;
  items[at] = item;
  state.at = at + 1 === items.length ? 0 : at + 1;
  if (state.count < items.length) state.count += 1;
  const step = (item - out) * PER_MICRO;
  state.sum += step;
  state.squares += step * ((item + out) * PER_MICRO);
}

/** Makes the window ready for a number that is out of reach. The first one is the anchor, where it is whole: then taking it off others is exact. */
function leaveReach(state: NearWindow, x: number): void {
  const { anchor, count, at } = state;
  const wasNear = state.reach >= 0;
  const isWhole = Number.isSafeInteger(x);
  if (count === 0 && isWhole) {
    state.anchor = x;
    state.reach = reachOf(state);
    return;
  }
  // Twice in a window at most, which leaves O(1) for each update: who leaves a new anchor's reach finds the anchor still in the window.
  if (isWhole && anchor !== 0 && (wasNear || at === 0)) moveAnchor(state, x);
  if (state.reach < 0 || !isWhole || anchor === 0) pushFar(state, x);
}

function pushFar(state: NearWindow, x: number): void {
  const { items, at, anchor } = state;
  const far = (state.far ??= {
    sum: { hi: state.sum * UNIT, lo: 0 },
    squares: { hi: state.squares * UNIT * UNIT, lo: 0 },
    mean: 0,
    deviation: 0,
  });
  state.reach = -1;
  const item = x - anchor;
  const out = items[at] as number;
  slide(far.sum, item, out);
  slideProduct(far.squares, item, item, out, out);
  const n = items.length;
  far.mean = (far.sum.hi + n * anchor) / n;
  far.deviation = Math.sqrt(Math.max(0, centered(n, far.squares, far.sum, far.sum))) / n;
}

/** Begins anew around `x`, where the price has gone. */
function moveAnchor(state: NearWindow, x: number): void {
  const { anchor, items } = state;
  const far: FarSums = { sum: zeroSum(), squares: zeroSum(), mean: 0, deviation: 0 };
  const reach = reachOf(state);
  let isNear = true;
  for (let index = 0; index < items.length; index++) {
    const item = (items[index] as number) + (anchor - x);
    items[index] = item;
    isNear &&= Math.floor(item) === item && Math.abs(item) <= reach;
    slide(far.sum, item, 0);
    slideProduct(far.squares, item, item, 0, 0);
  }
  state.anchor = x;
  state.reach = isNear ? reach : -1;
  state.sum = isNear ? far.sum.hi * PER_MICRO : 0;
  state.squares = isNear ? far.squares.hi * PER_MICRO * PER_MICRO : 0;
  state.far = isNear ? null : far;
}

export function isFullNear({ count, items }: NearWindow): boolean {
  return count === items.length;
}

/** The last number that came. */
export function lastOfNear({ items, at, anchor }: NearWindow): number {
  return (items[(at === 0 ? items.length : at) - 1] as number) + anchor;
}

/** The mean of a full window. */
export function meanOfNear({ items, anchor, sum, far }: NearWindow): number {
  if (far !== null) return far.mean;
  const n = items.length;
  return ((sum + n * (anchor * PER_MICRO)) / n) * UNIT;
}

/** Standard deviation of the population in a full window. */
export function deviationOf({ items, sum, squares, far }: NearWindow): number {
  if (far !== null) return far.deviation;
  const n = items.length;
  return (Math.sqrt(n * squares - sum * sum) / n) * UNIT;
}

/** The mean of a full window and `deviations` standard deviations more: of near numbers with one division for both. */
export function bandOf({ items, anchor, sum, squares, far }: NearWindow, deviations: number): number {
  if (far !== null) return far.mean + deviations * far.deviation;
  const n = items.length;
  return ((sum + n * (anchor * PER_MICRO) + deviations * Math.sqrt(n * squares - sum * sum)) / n) * UNIT;
}
