import type { Us } from "@bowline/kernel";

/** A traded minute in dollars and shares, for drawing only. */
export type ChartBar = {
  readonly closeUs: Us;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  readonly volume: number;
};

/** An indicator at the close of each bar: dollars for a price, shares for a volume; null where it has no value. */
export type ChartLine = {
  readonly name: string;
  readonly title: string;
  /** Whether it belongs among the prices. */
  readonly isPrice: boolean;
  readonly values: readonly (number | null)[];
};

export type ChartOrder = {
  readonly atUs: Us;
  readonly clOrdId: string;
  readonly rule: string;
  readonly leg: string;
  readonly side: string;
  readonly ordType: string;
  readonly orderQty: number;
  readonly lmtPx?: number;
  readonly stopPx?: number;
};

export type ChartFill = {
  readonly atUs: Us;
  readonly clOrdId: string;
  readonly execId: string;
  readonly side: string;
  readonly lastQty: number;
  readonly lastPx: number;
};

/** One symbol's session, as it is drawn. */
export type SessionChart = {
  readonly symbol: string;
  readonly date: string;
  readonly bars: readonly ChartBar[];
  readonly lines: readonly ChartLine[];
  readonly orders: readonly ChartOrder[];
  readonly fills: readonly ChartFill[];
};
