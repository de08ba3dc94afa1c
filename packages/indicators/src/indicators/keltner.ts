import { type IndicatorBar, SKIP, defineBar, factor, period } from "../indicator.ts";
import { type Ema, emaOf, makeEma, pushEma, wilderOf } from "../parts/smoothing.ts";
import { type AtrState, atr } from "./atr.ts";

type KeltnerState = { middle: Ema; range: AtrState; multiple: number };

const band = ({ middle, range, multiple }: KeltnerState, side: number): number | undefined => {
  const center = emaOf(middle);
  const reach = wilderOf(range);
  return center === undefined || reach === undefined ? undefined : center + side * multiple * reach;
};

/** An average with bands as wide as the bars reach. */
export const keltner = defineBar({
  name: "keltner",
  title: "Keltner channels",
  doc: "An EMA of the close with a band on either side, a multiple of the average true range away.",
  formula: "middle = EMA(close, period); upper, lower = middle ± multiple × ATR(atrPeriod)",
  seeding: "EMA and ATR as they are by themselves",
  source: { citation: "ChartSchool, Keltner Channels: Linda Raschke's form, EMA 20 and 2 × ATR 10" },
  params: { period: period(20), atrPeriod: period(10), multiple: factor(2, 0.1, 20, "average ranges to a band") },
  memory: "recursive",
  missing: SKIP,
  barsNeeded: ({ period: length, atrPeriod }) => Math.max(length, atrPeriod + 1),
  init: ({ period: length, atrPeriod, multiple }): KeltnerState => ({
    middle: makeEma(length),
    range: atr.init({ period: atrPeriod }),
    multiple,
  }),
  update: (state, bar: Pick<IndicatorBar, "highPx" | "lowPx" | "closePx">) => {
    pushEma(state.middle, bar.closePx);
    atr.update(state.range, bar);
  },
  outputs: {
    middle: { unit: "price", doc: "the average", read: ({ middle }) => emaOf(middle) },
    upper: { unit: "price", doc: "the upper band", read: (state) => band(state, 1) },
    lower: { unit: "price", doc: "the lower band", read: (state) => band(state, -1) },
  },
});
