import type { IndicatorBar } from "./indicator.ts";

/** The numbers of a bar that an indicator can run over. */
export const PRICES = ["open", "high", "low", "close", "hl2", "hlc3", "ohlc4", "volume"] as const;
export type PriceName = (typeof PRICES)[number];

const READ: Readonly<Record<PriceName, (bar: IndicatorBar) => number>> = {
  open: ({ openPx }) => openPx,
  high: ({ highPx }) => highPx,
  low: ({ lowPx }) => lowPx,
  close: ({ closePx }) => closePx,
  hl2: ({ highPx, lowPx }) => (highPx + lowPx) / 2,
  hlc3: ({ highPx, lowPx, closePx }) => (highPx + lowPx + closePx) / 3,
  ohlc4: ({ openPx, highPx, lowPx, closePx }) => (openPx + highPx + lowPx + closePx) / 4,
  volume: ({ volume }) => volume,
};

/** How a number is read from a bar; micros of a dollar, of a share for `volume`. */
export const priceReader = (name: PriceName): ((bar: IndicatorBar) => number) => READ[name];
