import { intText } from "../field-text.ts";
import type { WireFields } from "../framing.ts";
import { SINCE } from "../protocol-version.ts";

export interface ErrorMessage {
  /** The request or order that failed; -1 for the system's own notices. */
  readonly id: number;
  readonly code: number;
  readonly text: string;
  /** Why an order was refused, in detail. A client parses it as JSON and dies of anything else: so it is a value here. */
  readonly advancedOrderReject?: { readonly [key: string]: unknown };
}

export function errorMessage(serverVersion: number, message: ErrorMessage): WireFields {
  const fields = ["4", "2", intText(message.id), intText(message.code), message.text];
  if (serverVersion < SINCE.advancedOrderReject) return fields;
  const { advancedOrderReject } = message;
  return [...fields, advancedOrderReject === undefined ? "" : JSON.stringify(advancedOrderReject)];
}
