import "./protobuf.ts";
import { type Result, err, ok } from "@bowline/kernel";
import { bowline } from "./gen/bowline.js";
import { EVENT_DEFINITIONS, type Event } from "./events/index.ts";
import { type Header, SCHEMA_VERSION } from "./header.ts";
import { protoMessageName } from "./proto-names.ts";
import { type EventDefinition } from "./schema/index.ts";
import { definitionOf, kindOfSubject } from "./subjects.ts";
import { type Plain, type Translation, compileTranslation, headerTranslation } from "./translate.ts";

type Wire = { encode(message: Plain): { finish(): Uint8Array }; decode(bytes: Uint8Array): Plain };
type EventCodec = { readonly wire: Wire; readonly translation: Translation };

function wireOf(path: string): Wire {
  let node: unknown = { bowline };
  for (const part of path.split(".")) node = (node as Record<string, unknown>)[part];
  return node as Wire;
}

const codecs = new Map<string, EventCodec>(
  EVENT_DEFINITIONS.map((d) => [
    d.kind,
    { wire: wireOf(protoMessageName(d as unknown as EventDefinition)), translation: compileTranslation(d.fields) },
  ]),
);

const codecOf = (kind: string): EventCodec => {
  const codec = codecs.get(kind);
  if (codec === undefined) throw new RangeError(`unknown event kind ${kind}`);
  return codec;
};

/** An event with its header as protobuf bytes. Throws where the event breaks its own contract: that is our bug. */
export function encodeEvent(header: Header, event: Event): Uint8Array {
  const { wire, translation } = codecOf(event.kind);
  const message = translation.toWire(event as unknown as Plain);
  message["header"] = headerTranslation.toWire(header as unknown as Plain);
  return wire.encode(message).finish();
}

export type DecodeError =
  | { readonly type: "unknown-subject"; readonly subject: string }
  | { readonly type: "malformed"; readonly subject: string; readonly message: string };

export type DecodedEvent = { readonly header: Header; readonly event: Event };

/** Bytes from a subject as an event: every field checked, an empty payload or an unspecified enum refused. */
export function decodeEvent(subject: string, bytes: Uint8Array): Result<DecodedEvent, DecodeError> {
  const kind = kindOfSubject(subject);
  if (kind === undefined) return err({ type: "unknown-subject", subject });
  const { wire, translation } = codecOf(kind);
  try {
    const message = wire.decode(bytes);
    const wireHeader = message["header"] as Plain | null | undefined;
    if (wireHeader === null || wireHeader === undefined)
      return err({ type: "malformed", subject, message: "no header" });
    const header = headerTranslation.fromWire(wireHeader) as unknown as Header;
    if (header.schemaVersion !== SCHEMA_VERSION) {
      return err({
        type: "malformed",
        subject,
        message: `schema version ${header.schemaVersion}, this build reads ${SCHEMA_VERSION}`,
      });
    }
    const event = translation.fromWire(message);
    event["kind"] = definitionOf(kind).kind;
    return ok({ header, event: event as unknown as Event });
  } catch (failure) {
    return err({ type: "malformed", subject, message: failure instanceof Error ? failure.message : String(failure) });
  }
}
