import { type IndicatorBar, SKIP, defineBar, period } from "../indicator.ts";
import { type ExactSum, addProductTo, zeroSum } from "../parts/exact-sum.ts";
import { type SumWindow, type Window, isFull, makeSumWindow, makeWindow, push, pushSum } from "../parts/window.ts";

type VwmaState = { closes: Window; volumes: SumWindow; products: ExactSum };

/** A mean in which busy bars count more. */
export const vwma = defineBar({
  name: "vwma",
  title: "Volume-weighted moving average",
  doc: "The mean close of the last bars, each weighted with its volume.",
  formula: "Σ close × volume ÷ Σ volume, over `period` bars",
  seeding: "the first full window",
  source: { citation: "TradingView, ta.vwma: sma(close × volume) ÷ sma(volume)" },
  params: { period: period(20) },
  memory: "window",
  missing: SKIP,
  barsNeeded: ({ period: length }) => length,
  init: ({ period: length }): VwmaState => ({
    closes: makeWindow(length),
    volumes: makeSumWindow(length),
    products: zeroSum(),
  }),
  update: ({ closes, volumes, products }, { closePx, volume }: Pick<IndicatorBar, "closePx" | "volume">) => {
    const { window } = volumes;
    const outVolume = window.items[window.at] as number;
    const outClose = push(closes, closePx);
    addProductTo(products, closePx, volume);
    if (outVolume !== 0) addProductTo(products, -outClose, outVolume);
    pushSum(volumes, volume);
  },
  outputs: {
    value: {
      unit: "price",
      doc: "the mean; no value where nothing was traded",
      read: ({ closes, volumes, products }) =>
        isFull(closes) && volumes.sum.hi > 0 ? products.hi / volumes.sum.hi : undefined,
    },
  },
});
