import { describe, expect, test } from "vitest";
import { GOLDEN_VERSIONS, goldensAt, readGoldens, textOf } from "../test-goldens.ts";
import { decodeServerMessage, SERVER_MESSAGES, type ServerMessageName } from "./index.ts";

const goldens = readGoldens("server-messages.txt");

describe.each(GOLDEN_VERSIONS)("at %i", (version) => {
  test.each(goldensAt(goldens, version).map(({ text, ...golden }) => [text, golden] as const))(
    "%s",
    (text, { name, fields }) => {
      const message = decodeServerMessage(version, fields);
      if (!message.ok) throw new Error(JSON.stringify(message.error));
      expect(message.value.name).toBe(name);
      const { encode } = SERVER_MESSAGES[name as ServerMessageName] as {
        encode: (version: number, content: object) => readonly string[];
      };
      expect(textOf(encode(version, message.value.content))).toBe(text);
    },
  );

  test("every message has its golden", () => {
    const known = Object.entries(SERVER_MESSAGES).filter(([, { since }]) => since <= version);
    const seen = new Set(goldensAt(goldens, version).map(({ name }) => name));
    expect(known.map(([name]) => name).filter((name) => !seen.has(name))).toEqual([]);
  });
});
