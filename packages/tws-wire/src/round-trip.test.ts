import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CLIENT_MESSAGES, decodeClientMessage } from "./client-messages/index.ts";
import { encodeFrame, makeByteQueue, takeFrame } from "./framing.ts";
import type { MessageDefinition } from "./layout/index.ts";
import { decodeServerMessage, SERVER_MESSAGES } from "./server-messages/index.ts";
import { valuesOf } from "./test-arbitraries.ts";

const version = fc.integer({ min: 157, max: 193 });

type Definitions = Readonly<Record<string, MessageDefinition<object>>>;
const clients = Object.entries(CLIENT_MESSAGES as unknown as Definitions);
const servers = Object.entries(SERVER_MESSAGES as unknown as Definitions);

/** Through bytes and back. */
function overTheWire(definition: MessageDefinition<object>, serverVersion: number, content: object) {
  const queue = makeByteQueue();
  queue.push(encodeFrame(definition.encode(serverVersion, content)));
  const frame = takeFrame(queue);
  if (!frame.ok || frame.value === undefined) throw new Error("the frame is whole");
  return frame.value;
}

const cases = (definition: MessageDefinition<object>) =>
  version.chain((serverVersion) => fc.tuple(fc.constant(serverVersion), valuesOf(definition.fields, serverVersion)));

describe("decode(encode(x)) is x at any version, for the client's", () => {
  test.each(clients)("%s", (type, definition) => {
    fc.assert(
      fc.property(cases(definition), ([serverVersion, content]) => {
        const fields = overTheWire(definition, serverVersion, content);
        expect(decodeClientMessage(serverVersion, fields)).toEqual({ ok: true, value: { type, ...content } });
      }),
    );
  });
});

describe("decode(encode(x)) is x at any version, for the server's", () => {
  test.each(servers)("%s", (name, definition) => {
    fc.assert(
      fc.property(cases(definition), ([serverVersion, content]) => {
        const fields = overTheWire(definition, serverVersion, content);
        expect(decodeServerMessage(serverVersion, fields)).toEqual({ ok: true, value: { name, content } });
      }),
    );
  });
});

test("no two messages of one direction share an id", () => {
  for (const definitions of [clients, servers]) {
    expect(new Set(definitions.map(([, { id }]) => id)).size).toBe(definitions.length);
  }
});
