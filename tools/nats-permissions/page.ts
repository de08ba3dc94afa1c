import type { ServiceContract } from "../../packages/contracts/src/service-contract.ts";
import { code, opening, sections, table } from "../docs/markdown.ts";
import { LISTING, READING } from "./subjects.ts";
import { type User, usersOf } from "./users.ts";

/** docs/reference/permissions.md. */
export function renderPermissions(contracts: readonly ServiceContract[]): string {
  const users = usersOf(contracts);
  return sections([
    opening("NATS permissions", "services/*/src/contract.ts"),
    `Under \`docker compose\` every service has a NATS user and a password of its own, and may publish what its contract
declares, on its own subjects, and nothing else: **one writer a subject**. \`pnpm nats-permissions\` writes
\`deploy/nats/nats-server.conf\` from the contracts; a test holds the file, and a real server, to them.
\`./bowline demo\` and \`./bowline up\` start a server of their own on the loopback interface, without users.`,
    `**Reading is open.** Every user may subscribe to every subject, and read every stream: NATS cannot limit a consumer
with several filters by its filter. Who can read one entry can read them all, positions and account included.`,
    `**They stop mistakes, not a thief.** JetStream sends the answer to a request wherever the request says, and asks no
permission for that. Who holds a service's password can so have the server's answer, or a stored message, put on a
subject that the service may not publish on: with some work one that reads like an approval. Keep the passwords as
you keep the account's.`,
    "## Users",
    table(
      ["user", "what it is"],
      users.map(({ name, doc }) => [code(name), doc]),
    ),
    "## Entries",
    `Who may publish on which subject of the journal and of \`DECISIONS\`. \`operator\` and \`monitor\` both carry a person's
commands, \`execution\` the kills that came to it past NATS, and \`operator\` cancels and puts strategy files into force beside \`strategy\`
and records beside \`recorder\`: the only subjects with more than one user.`,
    table(
      ["subject", "user"],
      bySubject(users, (subject) => subject.startsWith("bw.")),
    ),
    "## Beside the journal",
    `Leases, crash counts and the entry of a snapshot bear the name of their machine, so that nobody takes another's
(\`$O.snapshots.M.\` ends with the name in base64; \`strategy\` may write any but those of the other services). Chunks
of snapshots have random names; a changed one does not have the digest that the snapshot's entry tells, and is not used.`,
    table(
      ["subject", "users"],
      bySubject(users, (subject) => !subject.startsWith("bw.") && ![...READING, ...LISTING].includes(subject)),
    ),
    `Every service, \`demo-predictor\`, \`recorder\` and \`operator\` may ask the JetStream API what reading takes, and change no
stream with it:`,
    READING.map((subject) => `- ${code(subject)}`).join("\n"),
    `\`operator\` may list streams and consumers besides: ${LISTING.map(code).join(", ")}.`,
  ]);
}

function bySubject(users: readonly User[], wanted: (subject: string) => boolean): readonly (readonly string[])[] {
  const pairs = users.flatMap(({ name, publish }) => publish.filter(wanted).map((subject) => ({ subject, name })));
  return [...Map.groupBy(pairs, ({ subject }) => subject)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([subject, found]) => [code(subject), found.map(({ name }) => name).join(", ")]);
}
