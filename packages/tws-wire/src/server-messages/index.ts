import { err, ok, type Result } from "@bowline/kernel";
import { type DecodeError, makeFieldReader } from "../field-reader.ts";
import type { WireFields } from "../framing.ts";
import type { ContentOf, MessageDefinition } from "../layout/index.ts";
import * as account from "./account.ts";
import * as bars from "./bars.ts";
import { completedOrder } from "./completed-order.ts";
import * as contractDetails from "./contract-details.ts";
import * as depth from "./depth.ts";
import * as documents from "./documents.ts";
import * as executions from "./executions.ts";
import * as instruments from "./instruments.ts";
import { openOrder } from "./open-order.ts";
import * as session from "./session.ts";
import * as ticks from "./ticks.ts";

/** Every message of the server that is declared, by name. */
export const SERVER_MESSAGES = {
  ...account,
  ...bars,
  ...contractDetails,
  ...depth,
  ...documents,
  ...executions,
  ...instruments,
  ...session,
  ...ticks,
  completedOrder,
  openOrder,
};

type Definitions = typeof SERVER_MESSAGES;
export type ServerMessageName = keyof Definitions;
/** What one message of the server says, by its name. */
export type ServerMessageOf<Name extends ServerMessageName> = ContentOf<Definitions[Name]>;

type Encoders = { readonly [Name in ServerMessageName]: Definitions[Name]["encode"] };
const encoders = Object.fromEntries(
  Object.entries(SERVER_MESSAGES).map(([name, definition]) => [name, definition.encode]),
) as unknown as Encoders;

/** The encoder of each message of the server: `encode.tickPrice(serverVersion, message)` gives its fields. */
export const encode = { ...encoders, errorMessage: encoders.error };

export type ServerMessage = {
  [Name in ServerMessageName]: { readonly name: Name; readonly content: ServerMessageOf<Name> };
}[ServerMessageName];

const byId = new Map(
  Object.entries(SERVER_MESSAGES as unknown as Readonly<Record<ServerMessageName, MessageDefinition<object>>>).map(
    ([name, definition]) => [String(definition.id), { name: name as ServerMessageName, definition }],
  ),
);

/** One message of a server: of this one in a log, or of a TWS in a recording. Never throws. */
export function decodeServerMessage(serverVersion: number, fields: WireFields): Result<ServerMessage, DecodeError> {
  const found = byId.get(fields[0] ?? "");
  if (found === undefined) {
    const reader = makeFieldReader(fields, { direction: "out" });
    reader.fail("messageId", "NOT_KNOWN", fields[0]);
    return err(reader.failure as DecodeError);
  }
  const content = found.definition.decode(serverVersion, fields, found.name);
  return content.ok ? ok({ name: found.name, content: content.value } as ServerMessage) : content;
}
