import type { TradingState } from "./market.ts";
import type { SymbolTape } from "./session-tape.ts";

/** A tape and what stands beside it: from each step on its state, until the next one. Steps rise; the first is 0. */
export type ExtendedTape = {
  readonly tape: SymbolTape;
  readonly states: readonly { readonly step: number; readonly state: TradingState }[];
};

const TRADING: TradingState = { halted: 0 };

/** The state of a step. */
export function stateAt({ states }: ExtendedTape, step: number): TradingState {
  let [low, high] = [0, states.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((states[middle]?.step ?? 0) <= step) low = middle + 1;
    else high = middle;
  }
  return states[low - 1]?.state ?? TRADING;
}

/** Parts of a day, one after the other, as one tape. */
export function joinTapes(parts: readonly ExtendedTape[]): ExtendedTape {
  const [first] = parts;
  if (first === undefined) throw new RangeError("no tapes to join");
  if (parts.length === 1) return first;
  const length = parts.reduce((sum, { tape }) => sum + tape.bid.length, 0);
  const states: { step: number; state: TradingState }[] = [];
  const joined = Object.fromEntries(
    (Object.keys(first.tape) as (keyof SymbolTape)[]).map((name) => {
      const column = new Float64Array(length);
      let at = 0;
      for (const { tape } of parts) {
        column.set(tape[name], at);
        at += tape[name].length;
      }
      return [name, column];
    }),
  ) as unknown as SymbolTape;
  let at = 0;
  for (const { tape, states: own } of parts) {
    for (const { step, state } of own) states.push({ step: at + step, state });
    at += tape.bid.length;
  }
  return { tape: joined, states };
}
