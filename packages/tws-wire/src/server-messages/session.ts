import { intText } from "../field-text.ts";
import type { WireFields } from "../framing.ts";

/** The accounts of this session, comma separated; sent right after startApi. */
export const managedAccounts = (
  _serverVersion: number,
  message: { readonly accounts: readonly string[] },
): WireFields => ["15", "1", message.accounts.join(",")];

/** The next order id that this client may use. Clients hold their requests until it comes. */
export const nextValidId = (_serverVersion: number, message: { readonly orderId: number }): WireFields => [
  "9",
  "1",
  intText(message.orderId),
];

/** Unix seconds. Also the fence: all that was asked before has been answered when it comes. */
export const currentTime = (_serverVersion: number, message: { readonly epochSeconds: number }): WireFields => [
  "49",
  "1",
  intText(message.epochSeconds),
];
