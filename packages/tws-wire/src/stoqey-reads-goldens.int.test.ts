import { EventName, type IBApi } from "@stoqey/ib";
import { expect, test } from "vitest";
import { GOLDEN_VERSIONS, goldensAt, readGoldens } from "./test-goldens.ts";
import { connectReal, startTestServer } from "./test-support.ts";
import { versionTable } from "./test-version-table.ts";

/** Every golden of the server, as it stands, over a socket to the real client: what it makes of each field is recorded. */

const goldens = readGoldens("server-messages.txt");

/** A certified client's handshake: this one has no reader for it. */
const UNREAD = new Set(["verifyMessageApi", "verifyCompleted", "verifyAndAuthMessageApi", "verifyAndAuthCompleted"]);
const ABOUT_THE_SOCKET = new Set<string>(["all", "result", "received", "sent", "server", "connected"]);
const END = ["49", "1", "7"];

const plain = (value: unknown): unknown => {
  if (value instanceof Error) return value.message;
  return value instanceof Map ? [...value] : value;
};

function listenTo(ib: IBApi): unknown[][] {
  const events: unknown[][] = [];
  for (const name of Object.values(EventName)) {
    if (ABOUT_THE_SOCKET.has(name)) continue;
    ib.on(name as EventName.all, (...args: unknown[]) => events.push([name, ...args]));
  }
  return events;
}

/** What each golden of a version becomes: its events, up to that of the time which is sent after it. */
async function readAll(version: number) {
  const server = await startTestServer({ maxVersion: version });
  const client = await connectReal(server);
  const events = listenTo(client.ib);
  const rows: { key: string; version: number; text: string }[] = [];
  for (const { name, fields } of goldensAt(goldens, version)) {
    events.length = 0;
    await client.eventOf(EventName.currentTime, () => {
      client.session.send(fields);
      if (name !== "currentTime") client.session.send(END);
    });
    const seen = name === "currentTime" ? events : events.slice(0, -1);
    for (const event of seen)
      rows.push({ key: name, version, text: JSON.stringify(event, (_key, value) => plain(value)) });
    if (seen.length === 0) rows.push({ key: name, version, text: "nothing" });
  }
  client.ib.disconnect();
  await server.server.close();
  return rows;
}

test("the real client reads every golden to its end, and what is recorded of each field", async () => {
  const rows = (await Promise.all(GOLDEN_VERSIONS.map(readAll))).flat();
  await expect(versionTable(rows)).toMatchFileSnapshot("../goldens/stoqey-reads.txt");
  const unread = rows.filter(({ text }) => text === "nothing" || /Decoding error|Underrun|No parser/.test(text));
  // Below 177 it takes the profile of a completed order for the field after it.
  const known = unread.filter(({ key, version }) => !UNREAD.has(key) && !(key === "completedOrder" && version < 177));
  expect(known).toEqual([]);
});
