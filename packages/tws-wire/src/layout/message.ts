import { err, ok, type Result } from "@bowline/kernel";
import { type DecodeError, makeFieldReader } from "../field-reader.ts";
import type { WireFields } from "../framing.ts";
import { type Fields, type MessageOf, readFields, writeFields } from "./field.ts";

/** A message without content needs no argument. */
type Content<T> = object extends T ? [message?: T] : [message: T];

/** One message of the protocol at every version. */
export interface MessageDefinition<T> {
  /** The first field. */
  readonly id: number;
  /** The first version whose peers know it; 157 where they all do. */
  readonly since: number;
  readonly fields: Fields;
  encode(serverVersion: number, ...content: Content<T>): WireFields;
  /** Never throws: hostile fields are an error, which names the message so. */
  decode(serverVersion: number, fields: WireFields, messageName?: string): Result<T, DecodeError>;
}

type Options = {
  readonly since?: number;
  /** Nothing may follow the last field: an order that was read out of step would be another order. */
  readonly isExact?: boolean;
};

const define =
  (direction: "in" | "out") =>
  <const L extends Fields>(id: number, fields: L, options: Options = {}): MessageDefinition<MessageOf<L>> => ({
    id,
    since: options.since ?? 157,
    fields,
    encode(serverVersion, ...[message]) {
      const out = [String(id)];
      writeFields(fields, message ?? {}, out, serverVersion);
      return out;
    },
    decode(serverVersion, wireFields, messageName = "unknown") {
      const reader = makeFieldReader(wireFields, { direction, messageName });
      const message = readFields(fields, reader, serverVersion) as MessageOf<L>;
      if (options.isExact === true) reader.end();
      return reader.failure === undefined ? ok(message) : err(reader.failure);
    },
  });

/** A message from the server. Its decimals may be doubles as Java writes them: they are read to the nearest micro. */
export const serverMessage = define("out");

/** A message from a client. A decimal must be one of micros. */
export const clientMessage = define("in");

export type ContentOf<M> = M extends MessageDefinition<infer T> ? T : never;
