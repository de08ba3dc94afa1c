import { base32Sha256, sha256Hex } from "./sha256.ts";

/** A seeded source of numbers: same seed, same sequence, on every machine. */
export type Prng = {
  /** The next integer in [0, 2^32). */
  uint32(): number;
  /** The next double in [0, 1). */
  unit(): number;
  /** A standard normal deviate. */
  normal(): number;
  /** The state, to go on later from here. */
  state(): readonly number[];
};

/** sfc32, seeded from any text; `prngFromState` goes on where `state()` was taken. */
export function makePrng(seed: string): Prng {
  const hex = sha256Hex(seed);
  const word = (index: number) => Number.parseInt(hex.slice(index * 8, index * 8 + 8), 16) | 0;
  const prng = prngFromState([word(0), word(1), word(2), 1]);
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
  return { uint32, unit, normal, state: () => [a, b, c, counter] };
}

/** One uniform number in [0, 1) from a text alone: for pure functions that need noise. */
export const unitOf = (text: string): number => Number.parseInt(sha256Hex(text).slice(0, 8), 16) / 4_294_967_296;

/** A short stable name for a text. */
export const shortId = (text: string): string => base32Sha256(text, 12);
