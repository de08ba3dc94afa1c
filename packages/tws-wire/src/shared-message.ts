import { assert } from "@bowline/kernel";
import type { WireFields } from "./framing.ts";
import type { MessageDefinition } from "./layout/index.ts";
import { SERVER_MESSAGES, type ServerMessageName, type ServerMessageOf } from "./server-messages/index.ts";

/** A message for many requests at one version: encoded once, it differs in the request's id alone. */
export interface SharedMessage {
  readonly name: ServerMessageName;
  /** The body before and after the id, NULs included. */
  readonly head: string;
  readonly tail: string;
  /** All of it is ASCII: as many bytes as characters. */
  readonly isPlain: boolean;
  fieldsFor(reqId: number): WireFields;
}

type NameWithReqId = {
  [Name in ServerMessageName]: ServerMessageOf<Name> extends { readonly reqId: number } ? Name : never;
}[ServerMessageName];

/** What such a message says, but for whom. */
export type SharedContent<Name extends NameWithReqId> =
  ServerMessageOf<Name> extends infer Message ? (Message extends unknown ? Omit<Message, "reqId"> : never) : never;

/** Where the id stands: what comes before it is one field each, in every message that has one. */
const places = new Map<string, number>();
function placeOf(name: string, { fields }: MessageDefinition<never>): number {
  const known = places.get(name);
  if (known !== undefined) return known;
  const before = Object.entries(fields).slice(0, Object.keys(fields).indexOf("reqId"));
  assert(
    before.every(([, { shape }]) => shape.is === "literal"),
    `${name} has its request's id behind fields that may vary`,
  );
  places.set(name, before.length + 1);
  return before.length + 1;
}

const ASCII = /^[\0-\u007f]*$/;
const joined = (fields: WireFields): string => (fields.length === 0 ? "" : `${fields.join("\0")}\0`);

export function shareMessage<Name extends NameWithReqId>(
  name: Name,
  serverVersion: number,
  content: SharedContent<Name>,
): SharedMessage {
  const definition = SERVER_MESSAGES[name] as unknown as MessageDefinition<never>;
  const encode = definition.encode as (serverVersion: number, message: unknown) => WireFields;
  const fields = encode(serverVersion, { ...content, reqId: 0 });
  const at = placeOf(name, definition);
  const [head, tail] = [joined(fields.slice(0, at)), joined(fields.slice(at + 1))];
  return {
    name,
    head,
    tail,
    isPlain: ASCII.test(tail),
    fieldsFor: (reqId) => fields.with(at, String(reqId)),
  };
}
