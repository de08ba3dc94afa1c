import { base32Sha256, sha256Words, sha256Hex } from "./sha256.ts";

/** A seeded source of numbers: same seed, same sequence, on every machine. */
export type Prng = {
  /** The next integer in [0, 2^32). */
  uint32(): number;
  /** The next double in [0, 1). */
  unit(): number;
  /** Writes the next doubles in [0, 1), as many as there is room for: what `unit` would give one by one, at less cost. */
  units(into: Float64Array): void;
  /** A standard normal deviate. */
  normal(): number;
  /** The state, to go on later from here. */
  state(): readonly number[];
};

/** sfc32, seeded from any text; `prngFromState` goes on where `state()` was taken. */
export function makePrng(seed: string): Prng {
  const prng = prngFromState([...sha256Words(seed, 3), 1]);
  for (let round = 0; round < 12; round++) prng.uint32();
  return prng;
}

export function prngFromState(state: readonly number[]): Prng {
  let [a = 0, b = 0, c = 0, counter = 1] = state;
  const uint32 = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  const unit = (): number => uint32() / 4_294_967_296;
  const normal = (): number => {
    let total = -6;
    for (let i = 0; i < 12; i++) total += unit();
    return total;
  };
  const units = (into: Float64Array): void => {
    // The state is kept in locals while the loop runs; in the closure every draw would store it.
    let [d, e, f, turn] = [a, b, c, counter];
    for (let at = 0; at < into.length; at++) {
      const sum = (((d + e) | 0) + turn) | 0;
      turn = (turn + 1) | 0;
      d = e ^ (e >>> 9);
      e = (f + (f << 3)) | 0;
      f = (((f << 21) | (f >>> 11)) + sum) | 0;
      into[at] = (sum >>> 0) / 4_294_967_296;
    }
    [a, b, c, counter] = [d, e, f, turn];
  };
  return { uint32, unit, units, normal, state: () => [a, b, c, counter] };
}

/** One uniform number in [0, 1) from a text alone: for pure functions that need noise. */
export const unitOf = (text: string): number => Number.parseInt(sha256Hex(text).slice(0, 8), 16) / 4_294_967_296;

/** A short stable name for a text. */
export const shortId = (text: string): string => base32Sha256(text, 12);
