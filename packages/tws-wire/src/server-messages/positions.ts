import { decimalText, intText } from "../field-text.ts";
import type { WireFields } from "../framing.ts";
import type { WireContract } from "../wire-types.ts";
import { contractFields } from "./contract-fields.ts";

/** The position is signed; `avgCost` is per share. Both in micros. */
export interface PositionMessage {
  readonly accountId: string;
  readonly contract: WireContract;
  readonly positionQty: number;
  readonly avgCost: number;
}

export const position = (_serverVersion: number, message: PositionMessage): WireFields => [
  "61",
  "3",
  message.accountId,
  ...contractFields(message.contract),
  decimalText(message.positionQty),
  decimalText(message.avgCost),
];

export const positionEnd = (_serverVersion: number): WireFields => ["62", "1"];

export const positionMulti = (
  _serverVersion: number,
  message: PositionMessage & { readonly reqId: number; readonly modelCode: string },
): WireFields => [
  "71",
  "1",
  intText(message.reqId),
  message.accountId,
  ...contractFields(message.contract),
  decimalText(message.positionQty),
  decimalText(message.avgCost),
  message.modelCode,
];

export const positionMultiEnd = (_serverVersion: number, message: { readonly reqId: number }): WireFields => [
  "72",
  "1",
  intText(message.reqId),
];
