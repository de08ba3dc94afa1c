import { ok, type Result } from "@bowline/kernel";
import type { DecodeError } from "../field-reader.ts";
import type { WireFields } from "../framing.ts";
import type { ContentOf, MessageDefinition } from "../layout/index.ts";
import * as account from "./account.ts";
import * as marketData from "./market-data.ts";
import * as news from "./news.ts";
import * as orders from "./orders.ts";
import { placeOrder } from "./place-order.ts";
import * as session from "./session.ts";

/** Every message of a client, by name. */
export const CLIENT_MESSAGES = { ...account, ...marketData, ...news, ...orders, ...session, placeOrder };

type Definitions = typeof CLIENT_MESSAGES;
export type ClientMessageName = keyof Definitions;
/** A request, by its name. */
export type ClientMessageOf<Name extends ClientMessageName> = Name extends ClientMessageName
  ? { readonly type: Name } & ContentOf<Definitions[Name]>
  : never;

/** A request that this package has no decoder for; TWS would know it. */
export interface UnknownMessage {
  readonly type: "unknown";
  readonly messageId: string;
  readonly fields: WireFields;
}

export type KnownClientMessage = ClientMessageOf<ClientMessageName>;
export type ClientMessage = KnownClientMessage | UnknownMessage;

export type CancelOrder = ClientMessageOf<"cancelOrder">;
export type PlaceOrder = ClientMessageOf<"placeOrder">;
export type ReqContractDetails = ClientMessageOf<"reqContractDetails">;
export type ReqExecutions = ClientMessageOf<"reqExecutions">;
export type ReqHistoricalData = ClientMessageOf<"reqHistoricalData">;
export type ReqMktData = ClientMessageOf<"reqMktData">;
export type ReqRealTimeBars = ClientMessageOf<"reqRealTimeBars">;

const definitions = CLIENT_MESSAGES as unknown as Readonly<Record<ClientMessageName, MessageDefinition<object>>>;
const byId = new Map(
  Object.entries(definitions).map(([type, definition]) => [String(definition.id), { type, definition }]),
);

/** One client message as the negotiated version lays it out. Never throws. */
export function decodeClientMessage(serverVersion: number, fields: WireFields): Result<ClientMessage, DecodeError> {
  const messageId = fields[0] ?? "";
  const found = byId.get(messageId);
  if (found === undefined) return ok({ type: "unknown", messageId, fields });
  const content = found.definition.decode(serverVersion, fields, found.type);
  return content.ok ? ok({ type: found.type, ...content.value } as ClientMessage) : content;
}

/** A request as the negotiated version lays it out. */
export const encodeClientMessage = (serverVersion: number, message: KnownClientMessage): WireFields =>
  definitions[message.type].encode(serverVersion, message);
