import { CORE_MESSAGES, type CoreMessageDefinition } from "../../packages/contracts/src/core-messages.ts";
import { EVENT_DEFINITIONS, isRecord } from "../../packages/contracts/src/events/index.ts";
import type { EventDefinition } from "../../packages/contracts/src/schema/index.ts";
import { ROOT, subjectFilter } from "../../packages/contracts/src/subjects.ts";
import { anchor, code, opening, sections, table } from "./markdown.ts";

const DEFINITIONS = EVENT_DEFINITIONS as unknown as readonly EventDefinition[];
const CORE = CORE_MESSAGES as unknown as readonly CoreMessageDefinition[];

/** Decision records are the only entries beside the journal: nothing decides on them. */
export function streamsOf(kind: string): string {
  if (kind === "shadow.decision") return "`SHADOW`";
  if (isRecord({ kind })) return "`DECISIONS`";
  return kind.startsWith("order.") ? "`JOURNAL`, `ORDERS`" : "`JOURNAL`";
}

export function renderSubjects(): string {
  return sections([
    opening("Subjects and streams", "packages/contracts/src/events and packages/bus/src/streams.ts"),
    `Lower-case tokens, ids last, the ticker group before the symbol, so that one wildcard takes a group:
\`bw.order.>\` is everything about orders, \`bw.order.filled.banks.*\` the fills of one group. A dot in a symbol becomes a
dash (\`BRK.B\` → \`BRK-B\`).`,
    "## Entries",
    table(
      ["subject", "filter", "event", "stream"],
      DEFINITIONS.map((d) => [
        code(`${ROOT}.${d.subject}`),
        code(subjectFilter(d)),
        `[${d.kind}](events.md#${anchor(d.kind)})`,
        streamsOf(d.kind),
      ]),
    ),
    "## Core NATS",
    table(
      ["subject", "what"],
      CORE.map((d) => [code(d.subject), d.doc]),
    ),
    "## Streams and buckets",
    table(
      ["name", "holds", "kept"],
      [
        [
          "`JOURNAL`",
          "every fact that a decision rests on, in one order",
          "30 days, or a size; full refuses what is new",
        ],
        ["`DECISIONS`", "why each rule fired or did not", "30 days"],
        ["`SHADOW`", "what a candidate file would have decided", "30 days"],
        ["`ORDERS`", "the journal's `bw.order.>` once more", "for ever"],
        ["`DEADLETTER`", "entries that could not be read, as JSON with the reason", "until 256 MB"],
        ["`TICKS`", "raw ticks; only where it is asked for, as lock-step does", "1 day"],
        ["KV `leases`", "who runs which machine or edge", "the newest value"],
        ["KV `crashes`", "at which entry a machine crashed, and how often", "the newest value"],
        [
          "objects `snapshots`",
          "state and outbox of every machine",
          "the last two of each; of strategies also 160 of the past, for `./bowline explain`",
        ],
      ],
    ),
    `\`bowline streams apply\` creates or updates all of them; \`demo\` and \`up\` do it when they start. A service never does.`,
  ]);
}
