/**
 * The highest number (`sign` 1) or the lowest (`sign` −1) of the last `length`, and how many bars ago it was: of equal ones the
 * latest. Each number enters and leaves the queue once, so an update costs O(1) over any run of bars.
 */
export type Extreme = {
  sign: number;
  length: number;
  /** How many numbers came so far. */
  seen: number;
  /** A ring of candidates, best first: their numbers times `sign`, and when they came. */
  values: number[];
  times: number[];
  head: number;
  size: number;
};

export const makeExtreme = (length: number, sign: 1 | -1): Extreme => ({
  sign,
  length,
  seen: 0,
  values: Array.from({ length }, () => 0),
  times: Array.from({ length }, () => 0),
  head: 0,
  size: 0,
});

export function pushExtreme(state: Extreme, x: number): void {
  const { values, times, length } = state;
  const value = x * state.sign + 0;
  if (state.size > 0 && (times[state.head] as number) <= state.seen - length) {
    state.head = state.head + 1 === length ? 0 : state.head + 1;
    state.size -= 1;
  }
  while (state.size > 0 && (values[(state.head + state.size - 1) % length] as number) <= value) state.size -= 1;
  const tail = (state.head + state.size) % length;
  values[tail] = value;
  times[tail] = state.seen;
  state.size += 1;
  state.seen += 1;
}

/** `undefined` before `length` numbers came. */
export const extremeOf = (state: Extreme): number | undefined =>
  state.seen < state.length ? undefined : (state.values[state.head] as number) * state.sign + 0;

/** 0 where the last number is the extreme one. */
export const extremeAge = (state: Extreme): number => state.seen - 1 - (state.times[state.head] as number);
