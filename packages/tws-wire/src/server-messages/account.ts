import { decimalText, intText } from "../field-text.ts";
import type { WireFields } from "../framing.ts";
import type { WireContract } from "../wire-types.ts";

/** One account value; `value` is text because some keys are not numbers. */
export interface AccountValueMessage {
  readonly key: string;
  readonly value: string;
  readonly currency: string;
  readonly accountId: string;
}

export const updateAccountValue = (_serverVersion: number, message: AccountValueMessage): WireFields => [
  "6",
  "2",
  message.key,
  message.value,
  message.currency,
  message.accountId,
];

/** Quantities, prices and money in micros; the position is signed. */
export interface PortfolioMessage {
  readonly contract: WireContract;
  readonly positionQty: number;
  readonly marketPx: number;
  readonly marketValue: number;
  readonly avgCost: number;
  readonly unrealizedPnl: number;
  readonly realizedPnl: number;
  readonly accountId: string;
}

export const updatePortfolio = (_serverVersion: number, { contract, ...message }: PortfolioMessage): WireFields => [
  "7",
  "8",
  intText(contract.conId),
  contract.symbol,
  contract.secType,
  contract.lastTradeDate,
  decimalText(contract.strike),
  contract.right === "" ? "0" : contract.right,
  contract.multiplier,
  contract.primaryExch,
  contract.currency,
  contract.localSymbol,
  contract.tradingClass,
  decimalText(message.positionQty),
  decimalText(message.marketPx),
  decimalText(message.marketValue),
  decimalText(message.avgCost),
  decimalText(message.unrealizedPnl),
  decimalText(message.realizedPnl),
  message.accountId,
];

/** `time` is HH:mm in the account's time zone. */
export const updateAccountTime = (_serverVersion: number, message: { readonly time: string }): WireFields => [
  "8",
  "1",
  message.time,
];

export const accountDownloadEnd = (_serverVersion: number, message: { readonly accountId: string }): WireFields => [
  "54",
  "1",
  message.accountId,
];

export interface AccountSummaryMessage {
  readonly reqId: number;
  readonly accountId: string;
  readonly tag: string;
  readonly value: string;
  readonly currency: string;
}

export const accountSummary = (_serverVersion: number, message: AccountSummaryMessage): WireFields => [
  "63",
  "1",
  intText(message.reqId),
  message.accountId,
  message.tag,
  message.value,
  message.currency,
];

export const accountSummaryEnd = (_serverVersion: number, message: { readonly reqId: number }): WireFields => [
  "64",
  "1",
  intText(message.reqId),
];

export interface AccountUpdateMultiMessage {
  readonly reqId: number;
  readonly accountId: string;
  readonly modelCode: string;
  readonly key: string;
  readonly value: string;
  readonly currency: string;
}

export const accountUpdateMulti = (_serverVersion: number, message: AccountUpdateMultiMessage): WireFields => [
  "73",
  "1",
  intText(message.reqId),
  message.accountId,
  message.modelCode,
  message.key,
  message.value,
  message.currency,
];

export const accountUpdateMultiEnd = (_serverVersion: number, message: { readonly reqId: number }): WireFields => [
  "74",
  "1",
  intText(message.reqId),
];
