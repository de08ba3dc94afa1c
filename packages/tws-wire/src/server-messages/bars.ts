import { decimalText, intText } from "../field-text.ts";
import type { WireFields } from "../framing.ts";

/** Prices, volume and volume-weighted price in micros; `count` is the number of trades. */
export interface WireBar {
  readonly openPx: number;
  readonly highPx: number;
  readonly lowPx: number;
  readonly closePx: number;
  readonly volumeQty: number;
  readonly wapPx: number;
  readonly count: number;
}

const barFields = (bar: WireBar): readonly string[] => [
  decimalText(bar.openPx),
  decimalText(bar.highPx),
  decimalText(bar.lowPx),
  decimalText(bar.closePx),
  decimalText(bar.volumeQty),
  decimalText(bar.wapPx),
  intText(bar.count),
];

/** A 5-second bar, stamped with the unix second of its start. */
export const realtimeBar = (
  _serverVersion: number,
  message: { readonly reqId: number; readonly startEpochSeconds: number; readonly bar: WireBar },
): WireFields => ["50", "3", intText(message.reqId), intText(message.startEpochSeconds), ...barFields(message.bar)];

export interface HistoricalDataMessage {
  readonly reqId: number;
  /** The range as text, in the form of the bars' dates. */
  readonly start: string;
  readonly end: string;
  /** Dates as asked for: `wireTime`, `wireDate` or unix seconds. One message holds all bars. */
  readonly bars: readonly (WireBar & { readonly date: string })[];
}

export const historicalData = (_serverVersion: number, message: HistoricalDataMessage): WireFields => [
  "17",
  intText(message.reqId),
  message.start,
  message.end,
  intText(message.bars.length),
  ...message.bars.flatMap((bar) => [bar.date, ...barFields(bar)]),
];
