import { type IndicatorBar, atr, bollinger, ema, macd, rsi, sma } from "@bowline/indicators";
import { assert } from "@bowline/kernel";
import * as technical from "technicalindicators";
import * as signals from "trading-signals";
import { BARE } from "./bare-loops.ts";

/** What both libraries are fed with: dollars, as their users would. */
export type DollarBar = { readonly high: number; readonly low: number; readonly close: number };
export type Market = {
  readonly bars: readonly IndicatorBar[];
  readonly dollars: readonly DollarBar[];
};

/** Runs over all bars, reads the value after each, and gives their sum: so that nothing is left out. */
export type Contestant = (market: Market) => number;
export const LIBRARIES = ["ours", "bare loop", "trading-signals", "technicalindicators"] as const;
export type Library = (typeof LIBRARIES)[number];
export type Contest = { readonly name: string; readonly of: Readonly<Record<Library, Contestant>> };

type Reader<S> = { ready?(state: S): boolean; read(state: S): number | undefined };

/** An output that says when it is warm: asked first, as a hot loop should (see `Output.ready`). */
function readerOf<S>(output: Reader<S> | undefined): Required<Reader<S>> {
  assert(output?.ready !== undefined, "an output in the contest says when it is warm");
  const { ready, read } = output;
  return { ready, read };
}

/** Each has a loop of its own, as each bare loop has: what V8 learns of one is not held against another. */
const OURS = {
  sma: ({ bars }) => {
    const { update } = sma;
    const { ready, read } = readerOf(sma.outputs.value);
    const state = sma.init({ period: 30 });
    let sum = 0;
    for (let index = 0; index < bars.length; index++) {
      update(state, bars[index]?.closePx ?? 0);
      if (ready(state)) sum += read(state) ?? 0;
    }
    return sum;
  },
  ema: ({ bars }) => {
    const { update } = ema;
    const { ready, read } = readerOf(ema.outputs.value);
    const state = ema.init({ period: 30 });
    let sum = 0;
    for (let index = 0; index < bars.length; index++) {
      update(state, bars[index]?.closePx ?? 0);
      if (ready(state)) sum += read(state) ?? 0;
    }
    return sum;
  },
  rsi: ({ bars }) => {
    const { update } = rsi;
    const { ready, read } = readerOf(rsi.outputs.value);
    const state = rsi.init({ period: 14 });
    let sum = 0;
    for (let index = 0; index < bars.length; index++) {
      update(state, bars[index]?.closePx ?? 0);
      if (ready(state)) sum += read(state) ?? 0;
    }
    return sum;
  },
  atr: ({ bars }) => {
    const { update } = atr;
    const { ready, read } = readerOf(atr.outputs.value);
    const state = atr.init({ period: 14 });
    let sum = 0;
    for (const bar of bars) {
      update(state, bar);
      if (ready(state)) sum += read(state) ?? 0;
    }
    return sum;
  },
  macd: ({ bars }) => {
    const { update } = macd;
    const { ready, read } = readerOf(macd.outputs.signal);
    const state = macd.init({ fast: 12, slow: 26, signal: 9 });
    let sum = 0;
    for (let index = 0; index < bars.length; index++) {
      update(state, bars[index]?.closePx ?? 0);
      if (ready(state)) sum += read(state) ?? 0;
    }
    return sum;
  },
  bollinger: ({ bars }) => {
    const { update } = bollinger;
    const { ready, read } = readerOf(bollinger.outputs.upper);
    const state = bollinger.init({ period: 20, deviations: 2 });
    let sum = 0;
    for (let index = 0; index < bars.length; index++) {
      update(state, bars[index]?.closePx ?? 0);
      if (ready(state)) sum += read(state) ?? 0;
    }
    return sum;
  },
} satisfies Readonly<Record<string, Contestant>>;

/** An indicator of trading-signals, over closes. */
const overCloses =
  <R>(make: () => { update(price: number, replace: boolean): R | null }, read: (result: R) => number): Contestant =>
  ({ dollars }) => {
    const indicator = make();
    let sum = 0;
    for (const { close } of dollars) {
      const result = indicator.update(close, false);
      if (result !== null) sum += read(result);
    }
    return sum;
  };

/** One of technicalindicators: it streams by `nextValue`. */
const streamed =
  <R>(make: () => { nextValue(input: number): R | undefined }, read: (result: R) => number): Contestant =>
  ({ dollars }) => {
    const indicator = make();
    let sum = 0;
    for (const { close } of dollars) {
      const result = indicator.nextValue(close);
      if (result !== undefined) sum += read(result);
    }
    return sum;
  };

const itself = (value: number): number => value;

export const CONTESTS: readonly Contest[] = [
  {
    name: "SMA(30)",
    of: {
      ours: OURS.sma,
      "bare loop": BARE.sma,
      "trading-signals": overCloses(() => new signals.SMA(30), itself),
      technicalindicators: streamed(() => new technical.SMA({ period: 30, values: [] }), itself),
    },
  },
  {
    name: "EMA(30)",
    of: {
      ours: OURS.ema,
      "bare loop": BARE.ema,
      "trading-signals": overCloses(() => new signals.EMA(30), itself),
      technicalindicators: streamed(() => new technical.EMA({ period: 30, values: [] }), itself),
    },
  },
  {
    name: "RSI(14)",
    of: {
      ours: OURS.rsi,
      "bare loop": BARE.rsi,
      "trading-signals": overCloses(() => new signals.RSI(14), itself),
      technicalindicators: streamed(() => new technical.RSI({ period: 14, values: [] }), itself),
    },
  },
  {
    name: "ATR(14)",
    of: {
      ours: OURS.atr,
      "bare loop": BARE.atr,
      "trading-signals": ({ dollars }) => {
        const indicator = new signals.ATR(14);
        let sum = 0;
        for (const bar of dollars) sum += indicator.update(bar, false) ?? 0;
        return sum;
      },
      technicalindicators: ({ dollars }) => {
        const indicator = new technical.ATR({ period: 14, high: [], low: [], close: [] });
        let sum = 0;
        for (const bar of dollars) sum += indicator.nextValue(bar) ?? 0;
        return sum;
      },
    },
  },
  {
    name: "MACD(12,26,9)",
    of: {
      ours: OURS.macd,
      "bare loop": BARE.macd,
      "trading-signals": overCloses(
        () => new signals.MACD(new signals.EMA(12), new signals.EMA(26), new signals.EMA(9)),
        ({ signal }) => signal,
      ),
      technicalindicators: streamed(
        () =>
          new technical.MACD({
            values: [],
            fastPeriod: 12,
            slowPeriod: 26,
            signalPeriod: 9,
            SimpleMAOscillator: false,
            SimpleMASignal: false,
          }),
        ({ signal = 0 }) => signal,
      ),
    },
  },
  {
    name: "Bollinger(20,2)",
    of: {
      ours: OURS.bollinger,
      "bare loop": BARE.bollinger,
      "trading-signals": overCloses(
        () => new signals.BollingerBands(20, 2),
        ({ upper }) => upper,
      ),
      technicalindicators: streamed(
        () => new technical.BollingerBands({ period: 20, stdDev: 2, values: [] }),
        ({ upper }) => upper,
      ),
    },
  },
];
