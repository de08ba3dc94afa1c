import { type Ema, emaOf, makeEma, pushEma } from "./smoothing.ts";

/** EMAs of EMAs: each begins with the first value of the one before it. `values` holds those that are warm, in order. */
export type EmaChain = { stages: Ema[]; values: number[] };

export const makeEmaChain = (length: number, depth: number): EmaChain => ({
  stages: Array.from({ length: depth }, () => makeEma(length)),
  values: [],
});

export function pushEmaChain(chain: EmaChain, x: number): void {
  let input = x;
  for (let depth = 0; depth < chain.stages.length; depth++) {
    const stage = chain.stages[depth] as Ema;
    pushEma(stage, input);
    const value = emaOf(stage);
    if (value === undefined) return;
    chain.values[depth] = value;
    input = value;
  }
}
