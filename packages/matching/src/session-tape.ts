import { assert, type Px, type Qty } from "@bowline/kernel";
import type { SymbolStep } from "./market.ts";

/**
 * All steps of one symbol in one session, column by column; prices and sizes in micros. Columns of doubles hold safe
 * integers, cost 8 bytes a value and nothing to collect.
 */
export type SymbolTape = {
  readonly bid: Float64Array;
  readonly ask: Float64Array;
  readonly bidSize: Float64Array;
  readonly askSize: Float64Array;
  readonly open: Float64Array;
  readonly high: Float64Array;
  readonly low: Float64Array;
  readonly close: Float64Array;
  readonly volume: Float64Array;
  readonly wap: Float64Array;
  readonly count: Float64Array;
};

export function makeTape(steps: number): SymbolTape {
  const column = () => new Float64Array(steps);
  return {
    bid: column(),
    ask: column(),
    bidSize: column(),
    askSize: column(),
    open: column(),
    high: column(),
    low: column(),
    close: column(),
    volume: column(),
    wap: column(),
    count: column(),
  };
}

/** One step of a tape as an object. The columns were written from safe integers, so they are not checked again here. */
export function stepOfTape(symbol: string, tape: SymbolTape, index: number): SymbolStep {
  assert(index >= 0 && index < tape.bid.length, () => `no step ${index} in a session of ${tape.bid.length}`);
  return {
    symbol,
    bidPx: tape.bid[index] as Px,
    askPx: tape.ask[index] as Px,
    bidQty: tape.bidSize[index] as Qty,
    askQty: tape.askSize[index] as Qty,
    openPx: tape.open[index] as Px,
    highPx: tape.high[index] as Px,
    lowPx: tape.low[index] as Px,
    closePx: tape.close[index] as Px,
    volume: tape.volume[index] as Qty,
    wapPx: tape.wap[index] as Px,
    tradeCount: tape.count[index] ?? 0,
  };
}
