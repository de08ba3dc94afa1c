import type { Part } from "./minute-of-parts.ts";

type Content = Omit<Part, "closeUs">;

/** Whether two bars of the same interval say the same: prices, volume, average price and number of trades. */
export const isSameBar = (a: Content, b: Content): boolean =>
  a.openPx === b.openPx &&
  a.highPx === b.highPx &&
  a.lowPx === b.lowPx &&
  a.closePx === b.closePx &&
  a.volume === b.volume &&
  a.wapPx === b.wapPx &&
  a.tradeCount === b.tradeCount;
