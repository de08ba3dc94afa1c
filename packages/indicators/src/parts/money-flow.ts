import type { IndicatorBar } from "../indicator.ts";

export type FlowBar = Pick<IndicatorBar, "highPx" | "lowPx" | "closePx" | "volume">;

/** Volume times where the close stands in the bar: all of it at the high, all of it negative at the low, 0 without a range. */
export const flowOf = ({ highPx, lowPx, closePx, volume }: FlowBar): number =>
  highPx === lowPx ? 0 : ((closePx - lowPx - (highPx - closePx)) / (highPx - lowPx)) * volume + 0;
