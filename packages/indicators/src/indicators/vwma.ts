import { type IndicatorBar, SKIP, defineBar, period } from "../indicator.ts";
import { type ExactSum, addProductTo, zeroSum } from "../parts/exact-sum.ts";
import { type SumWindow, makeSumWindow, pushSum, sumOf } from "../parts/sum-window.ts";
import { type Window, isFull, makeWindow, push } from "../parts/window.ts";

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
    const outVolume = volumes.items[volumes.at] as number;
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
        isFull(closes) && sumOf(volumes) > 0 ? products.hi / sumOf(volumes) : undefined,
    },
  },
});
