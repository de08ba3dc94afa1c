import { decimalText, intText } from "../field-text.ts";
import type { WireFields } from "../framing.ts";

/** The tick types that this project uses. */
export const TICK_TYPE = {
  bidSize: 0,
  bid: 1,
  ask: 2,
  askSize: 3,
  last: 4,
  lastSize: 5,
  high: 6,
  low: 7,
  volume: 8,
  close: 9,
  open: 14,
  lastTimestamp: 45,
  halted: 49,
  delayedBid: 66,
  delayedAsk: 67,
  delayedLast: 68,
} as const;

export interface TickPriceMessage {
  readonly reqId: number;
  readonly tickType: number;
  /** Micros. */
  readonly px: number;
  /** Micros; clients show it as the size tick that belongs to the price. */
  readonly qty?: number;
  readonly canAutoExecute?: boolean;
  readonly pastLimit?: boolean;
  readonly preOpen?: boolean;
}

export function tickPrice(_serverVersion: number, message: TickPriceMessage): WireFields {
  const mask =
    (message.canAutoExecute === true ? 1 : 0) +
    (message.pastLimit === true ? 2 : 0) +
    (message.preOpen === true ? 4 : 0);
  return [
    "1",
    "6",
    intText(message.reqId),
    intText(message.tickType),
    decimalText(message.px),
    decimalText(message.qty),
    intText(mask),
  ];
}

export const tickSize = (
  _serverVersion: number,
  message: { readonly reqId: number; readonly tickType: number; readonly qty: number },
): WireFields => ["2", "6", intText(message.reqId), intText(message.tickType), decimalText(message.qty)];

/** A number that is neither price nor size, in micros; `halted` is one: 0 trading, 1 halted, 2 volatility halt. */
export const tickGeneric = (
  _serverVersion: number,
  message: { readonly reqId: number; readonly tickType: number; readonly valueMicros: number },
): WireFields => ["45", "6", intText(message.reqId), intText(message.tickType), decimalText(message.valueMicros)];

/** A tick as text; `lastTimestamp` is one, in unix seconds. */
export const tickString = (
  _serverVersion: number,
  message: { readonly reqId: number; readonly tickType: number; readonly value: string },
): WireFields => ["46", "6", intText(message.reqId), intText(message.tickType), message.value];

/** 1 live, 2 frozen, 3 delayed, 4 delayed and frozen. */
export const marketDataType = (
  _serverVersion: number,
  message: { readonly reqId: number; readonly marketDataType: number },
): WireFields => ["58", "1", intText(message.reqId), intText(message.marketDataType)];

/** Sent once per subscription. One client reads `minTick` as an integer: take tick sizes from contract details. */
export const tickReqParams = (
  _serverVersion: number,
  message: {
    readonly reqId: number;
    readonly minTickPx: number;
    readonly bboExchange: string;
    readonly snapshotPermissions: number;
  },
): WireFields => [
  "81",
  intText(message.reqId),
  decimalText(message.minTickPx),
  message.bboExchange,
  intText(message.snapshotPermissions),
];

export const tickSnapshotEnd = (_serverVersion: number, message: { readonly reqId: number }): WireFields => [
  "57",
  "1",
  intText(message.reqId),
];
