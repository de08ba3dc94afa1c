import { type Contract, SecType } from "@stoqey/ib";
import { makeExtendedMarket, type SymbolStep } from "@bowline/matching";

/** The market of `bowline sim --symbols AAPL,SPY,TSLA`, played once more: what the simulator tells is held against it. */
export const SYMBOLS = ["AAPL", "SPY", "TSLA"];
const market = makeExtendedMarket({ seed: 1, groups: { all: SYMBOLS }, sessions: 1 });

/** Epoch seconds of the first session's open. */
export const OPEN = (market.sessions()[0]?.openUs ?? 0) / 1e6;
export const STEP_SECONDS = 5;

/** Micros as the client reads them. */
export const dollars = (micros: number): number => micros / 1e6;

export function stepOf(symbol: string, index: number): SymbolStep {
  const step = market.step(0, index).find((one) => one.symbol === symbol);
  if (step === undefined) throw new Error(`${symbol} is not of this market`);
  return step;
}

/** `count` steps of a symbol from one on. */
export const stepsOf = (symbol: string, first: number, count: number): readonly SymbolStep[] =>
  Array.from({ length: count }, (_, index) => stepOf(symbol, first + index));

export type PlainBar = {
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  readonly volume: number;
};

/** The trades of some steps as one bar. Steps without trades have no part in it. */
export function barOf(steps: readonly SymbolStep[]): PlainBar {
  const traded = steps.filter(({ volume }) => volume > 0);
  return {
    open: dollars(traded[0]?.openPx ?? 0),
    high: dollars(Math.max(...traded.map(({ highPx }) => highPx))),
    low: dollars(Math.min(...traded.map(({ lowPx }) => lowPx))),
    close: dollars(traded.at(-1)?.closePx ?? 0),
    volume: dollars(traded.reduce((sum, { volume }) => sum + volume, 0)),
  };
}

export const stockOf = (symbol: string): Contract => ({
  symbol,
  secType: SecType.STK,
  exchange: "SMART",
  currency: "USD",
});
