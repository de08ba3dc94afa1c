import { type ExactSum, centered, slide, slideProduct, zeroSum } from "./exact-sum.ts";
import { type Window, isFull, makeWindow, push } from "./window.ts";

/**
 * A window of numbers that lie near to each other, as prices do, with the exact sums of them and of their squares, each less
 * `anchor`. While every number is whole and no further than `reach` from the anchor, nothing that a mean or a deviation needs
 * passes 2^53: `sum` and `squares` are then exact as plain doubles. Where one is not, `reach` is −1 and `far` has the sums:
 * that costs more time, and precision is the same.
 */
export type NearWindow = {
  window: Window;
  anchor: number;
  reach: number;
  sum: number;
  squares: number;
  far: { sum: ExactSum; squares: ExactSum } | null;
};

/** Nothing is near before the first number. */
export const makeNearWindow = (length: number): NearWindow => ({
  window: makeWindow(length),
  anchor: 0,
  reach: -1,
  sum: 0,
  squares: 0,
  far: null,
});

/** (length × reach)² is the largest of the terms. */
const reachOf = ({ window }: NearWindow): number =>
  Math.floor(Math.sqrt(Number.MAX_SAFE_INTEGER) / window.items.length);

export function pushNear(state: NearWindow, x: number): void {
  const item = x - state.anchor;
  if (Math.abs(item) <= state.reach && Math.floor(item) === item) {
    const out = push(state.window, item);
    const step = item - out;
    state.sum += step;
    state.squares += step * (item + out);
    return;
  }
  if (state.window.count > 0) pushFar(state, x);
  else begin(state, x);
}

/** The first number is the anchor, where it is whole: then taking it off others is exact. */
function begin(state: NearWindow, x: number): void {
  if (!Number.isSafeInteger(x)) return pushFar(state, x);
  state.anchor = x;
  state.reach = reachOf(state);
  push(state.window, 0);
}

function pushFar(state: NearWindow, x: number): void {
  const { window, anchor } = state;
  const item = x - anchor;
  const out = push(window, item);
  const far = (state.far ??= { sum: { hi: state.sum, lo: 0 }, squares: { hi: state.squares, lo: 0 } });
  state.reach = -1;
  slide(far.sum, item, out);
  slideProduct(far.squares, item, item, out, out);
  // Once in a window at most, which leaves O(1) for each update.
  if (window.at === 0 && anchor !== 0 && Number.isSafeInteger(x)) moveAnchor(state, x);
}

/** Begins anew around `x`, where the price has gone. */
function moveAnchor(state: NearWindow, x: number): void {
  const { anchor, window } = state;
  const far = { sum: zeroSum(), squares: zeroSum() };
  window.items = window.items.map((item) => item + (anchor - x));
  for (const item of window.items) {
    slide(far.sum, item, 0);
    slideProduct(far.squares, item, item, 0, 0);
  }
  const reach = reachOf(state);
  const isNear = window.items.every((item) => Math.floor(item) === item && Math.abs(item) <= reach);
  state.anchor = x;
  state.reach = isNear ? reach : -1;
  state.sum = isNear ? far.sum.hi : 0;
  state.squares = isNear ? far.squares.hi : 0;
  state.far = isNear ? null : far;
}

export const isFullNear = (state: NearWindow): boolean => isFull(state.window);

/** The mean of a full window. */
export function meanOfNear(state: NearWindow): number {
  const n = state.window.items.length;
  const sum = state.far === null ? state.sum : state.far.sum.hi;
  return (sum + n * state.anchor) / n;
}

/** Standard deviation of the population in a full window: exact sums, one rounding, then a root. */
export function deviationOf(state: NearWindow): number {
  const n = state.window.items.length;
  if (state.far !== null) return rootOf(centered(n, state.far.squares, state.far.sum, state.far.sum)) / n;
  return rootOf(n * state.squares - state.sum * state.sum) / n;
}

const rootOf = (spread: number): number => Math.sqrt(Math.max(0, spread));
