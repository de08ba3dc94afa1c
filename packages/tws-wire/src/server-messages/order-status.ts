import { decimalText, intText } from "../field-text.ts";
import type { WireFields } from "../framing.ts";

export interface OrderStatusMessage {
  readonly orderId: number;
  /** PendingSubmit, PreSubmitted, Submitted, PendingCancel, Cancelled, ApiCancelled, Filled, Inactive. */
  readonly status: string;
  readonly cumQty: number;
  readonly leavesQty: number;
  /** 0 before the first fill. */
  readonly avgPx: number;
  readonly permId: number;
  readonly parentId: number;
  readonly lastPx: number;
  readonly clientId: number;
  readonly whyHeld?: string;
  readonly mktCapPx?: number;
}

export const orderStatus = (_serverVersion: number, message: OrderStatusMessage): WireFields => [
  "3",
  intText(message.orderId),
  message.status,
  decimalText(message.cumQty),
  decimalText(message.leavesQty),
  decimalText(message.avgPx),
  intText(message.permId),
  intText(message.parentId),
  decimalText(message.lastPx),
  intText(message.clientId),
  message.whyHeld ?? "",
  decimalText(message.mktCapPx ?? 0),
];
