import { describe, expect, test } from "vitest";
import { CLIENT_MESSAGES, decodeClientMessage, encodeClientMessage } from "./client-messages/index.ts";
import type { WireFields } from "./framing.ts";
import { GOLDEN_VERSIONS, textOf } from "./test-goldens.ts";
import { STOQEY_REQUESTS } from "./test-stoqey-requests.ts";
import { connectReal, startTestServer } from "./test-support.ts";
import { versionTable } from "./test-version-table.ts";

type Captured = { readonly name: string; readonly fields: WireFields };

const LAST = "globalCancel";

/** What the real client sends at one version. The requests that it does not know there it refuses by itself. */
async function capture(version: number): Promise<readonly Captured[]> {
  const server = await startTestServer({ maxVersion: version });
  const client = await connectReal(server);
  for (const ask of STOQEY_REQUESTS) ask(client.ib);
  client.ib.reqGlobalCancel();
  let cancels = 0;
  while (cancels < 2) if ((await server.messages.next()).type === LAST) cancels += 1;
  client.ib.disconnect();
  await server.server.close();
  return server.frames.filter(({ direction }) => direction === "in").slice(0, -1);
}

const captured = new Map(
  await Promise.all(GOLDEN_VERSIONS.map(async (version) => [version, await capture(version)] as const)),
);

/** The nth message of a name stands in one line for all versions at which its bytes are the same. */
function table(): string {
  const rows = [...captured].flatMap(([version, frames]) => {
    const seen = new Map<string, number>();
    return frames.map(({ name, fields }) => {
      seen.set(name, (seen.get(name) ?? 0) + 1);
      return { key: `${name} ${seen.get(name)}`, version, text: textOf(fields) };
    });
  });
  return versionTable(rows);
}

test("the real client sends what is recorded: message, which of its kind, versions, bytes", async () => {
  await expect(table()).toMatchFileSnapshot("../goldens/stoqey-requests.txt");
});

describe.each(GOLDEN_VERSIONS)("what @stoqey/ib sends at %i", (version) => {
  const frames = captured.get(version) ?? [];

  test.each(frames.map(({ name, fields }) => [name, fields] as const))(
    "is read as %s, and comes back",
    (name, fields) => {
      const message = decodeClientMessage(version, fields);
      if (!message.ok || message.value.type === "unknown") throw new Error(JSON.stringify(message));
      expect(message.value.type).toBe(name);
      const again = encodeClientMessage(version, message.value);
      expect(again).toHaveLength(fields.length);
      expect(decodeClientMessage(version, again)).toEqual(message);
    },
  );

  test("is every request that exists there, but those of certified clients", () => {
    const seen = new Set(frames.map(({ name }) => name));
    const known = Object.entries(CLIENT_MESSAGES).filter(([, { since }]) => since <= version);
    const certified = ["verifyAndAuthMessage", "verifyAndAuthRequest", "verifyMessage", "verifyRequest"];
    const missing = known.map(([name]) => name).filter((name) => !seen.has(name));
    expect(missing.sort()).toEqual(certified);
  });
});
