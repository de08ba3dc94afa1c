import type { IndicatorBar } from "../indicator.ts";

/** The larger of the bar's own range and its reach from the close before; whole micros, exact. */
export const trueRange = ({ highPx, lowPx }: Pick<IndicatorBar, "highPx" | "lowPx">, before: number): number =>
  Math.max(highPx - lowPx, Math.abs(highPx - before), Math.abs(lowPx - before));
