import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CLIENT_MESSAGES } from "../../packages/tws-wire/src/client-messages/index.ts";
import type { Fields, MessageDefinition, Shape } from "../../packages/tws-wire/src/layout/index.ts";
import { MAX_SERVER_VERSION, MIN_SERVER_VERSION } from "../../packages/tws-wire/src/protocol-version.ts";
import { SERVER_MESSAGES } from "../../packages/tws-wire/src/server-messages/index.ts";
import { code, opening, sections, table } from "./markdown.ts";

type Definitions = Readonly<Record<string, MessageDefinition<object>>>;
type Gate = { readonly since: number; readonly until: number; readonly names: string[] };

const GOLDENS = "packages/tws-wire/goldens";
const GOLDEN_VERSIONS = "157, 164, 173, 176, 178, 193";

/** The fields that come or go within the versions, in the order of the wire. */
function gatesOf(fields: Fields, gates: Map<string, Gate> = new Map()): Map<string, Gate> {
  for (const [name, { shape }] of Object.entries(fields)) {
    if (shape.is === "gated") {
      const { since, until } = shape;
      const gate = gates.get(`${since} ${until}`) ?? { since, until, names: [] };
      gate.names.push(...namesWithin(name, shape.of));
      gates.set(`${since} ${until}`, gate);
    } else for (const within of fieldsWithin(shape)) gatesOf(within, gates);
  }
  return gates;
}

const namesWithin = (name: string, shape: Shape): readonly string[] =>
  shape.is === "when" ? Object.keys(shape.fields) : [name];

function fieldsWithin(shape: Shape): readonly Fields[] {
  if (shape.is === "choice") return Object.values(shape.variants).map(({ fields }) => fields);
  if (shape.is === "list") return fieldsWithin(shape.of);
  return shape.is === "group" || shape.is === "when" || shape.is === "shaped" ? [shape.fields] : [];
}

function gateText({ since, until, names }: Gate): string {
  const range =
    until === Infinity ? `≥ ${since}` : since < MIN_SERVER_VERSION ? `< ${until}` : `${since}..${until - 1}`;
  return `${range}: ${names.map(code).join(", ")}`;
}

/** The versions that stand beside a message in a recording of the real client. */
function seenIn(root: string, file: string, keyWords: number): ReadonlyMap<string, ReadonlySet<string>> {
  const seen = new Map<string, Set<string>>();
  for (const line of readFileSync(join(root, GOLDENS, file), "utf8")
    .trimEnd()
    .split("\n")) {
    const words = line.split(" ");
    const [name = "", range = ""] = [words[0], words[keyWords]];
    if (/Decoding error|Underrun|No parser/.test(line)) continue;
    const versions = seen.get(name) ?? new Set();
    for (const version of range === "all" ? GOLDEN_VERSIONS.split(", ") : range.split(",")) versions.add(version);
    seen.set(name, versions);
  }
  return seen;
}

const seenText = (versions: ReadonlySet<string> | undefined): string => {
  if (versions === undefined) return "not run";
  return [...versions].toSorted().join(", ") === GOLDEN_VERSIONS ? "all six" : [...versions].toSorted().join(", ");
};

function messageTable(definitions: Definitions, seen: ReadonlyMap<string, ReadonlySet<string>>): string {
  const rows = Object.entries(definitions)
    .toSorted(([, a], [, b]) => a.id - b.id)
    .map(([name, { id, since, fields }]) => [
      String(id),
      code(name),
      `${since}..${MAX_SERVER_VERSION}`,
      [...gatesOf(fields).values()].map(gateText).join("; "),
      seenText(seen.get(name)),
    ]);
  return table(["id", "message", "versions", "fields by version", "seen with @stoqey/ib"], rows);
}

export function renderTwsMessages(root: string): string {
  const clients = CLIENT_MESSAGES as unknown as Definitions;
  const servers = SERVER_MESSAGES as unknown as Definitions;
  return sections([
    opening("Messages of the TWS protocol", "the declarations in packages/tws-wire/src"),
    `What \`@bowline/tws-wire\` reads and writes, at each server version from ${MIN_SERVER_VERSION} to ${MAX_SERVER_VERSION}: \
${Object.keys(clients).length} messages of a client, ${Object.keys(servers).length} of the server, each both ways. A field without a \
version is there at all of them.`,
    `Seen with: \`@stoqey/ib\` 1.6.10, over a socket, at the versions ${GOLDEN_VERSIONS} ("all six"). What it sent is in \
\`${GOLDENS}/stoqey-requests.txt\`, what it made of each field of the server's messages in \`${GOLDENS}/stoqey-reads.txt\`; both are \
taken again by the tests. "not run": no such message has passed between the two. Every call of \`IBApi\` and \`IBApiNext\` is made against the simulator's \
own process as well, at 193, and trading at all six, by \`e2e/simulator\`; what the simulator never sends is not seen there. With ib_async, IBKR's own clients and the
others of other languages: not run, for any message.`,
    "## From the client",
    messageTable(clients, seenIn(root, "stoqey-requests.txt", 2)),
    "## From the server",
    messageTable(servers, seenIn(root, "stoqey-reads.txt", 1)),
    `Below 177 \`@stoqey/ib\` reads a completed order out of step and reports its own error 505; it has no reader for the four
messages of a certified client's handshake.`,
  ]);
}
