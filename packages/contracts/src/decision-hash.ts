import { type JsonValue, canonicalJson, makeSha256 } from "@bowline/kernel";
import type { EventKind } from "./events/index.ts";
import type { Entry } from "./machine.ts";

/**
 * The business content of a run: intents, verdicts, orders, fills and positions. Left out are facts about how the run
 * went (sessions, leases, heartbeats, doubt and its resolution after a crash) and the market itself.
 */
export const DECISION_KINDS: ReadonlySet<EventKind> = new Set<EventKind>([
  "order.intent",
  "order.cancel-intent",
  "order.approved",
  "order.denied",
  "order.lapsed",
  "order.submitted",
  "order.accepted",
  "order.filled",
  "order.commission",
  "order.canceled",
  "order.rejected",
  "order.expired",
  "order.lost",
  "order.replace-intent",
  "order.replace-approved",
  "order.replace-denied",
  "order.replaced",
  "order.replace-rejected",
  "order.corrected",
  "order.parent-intent",
  "order.parent-state",
  "position.opened",
  "position.increased",
  "position.reduced",
  "position.flipped",
  "position.closed",
  "position.restated",
]);

/** The canonical line of an entry: its simulated time and every business field, keys sorted; nothing of the header but the time. */
export const decisionLine = (entry: Entry): string =>
  canonicalJson({ at: entry.header.eventUs, ...entry.event } as unknown as JsonValue);

/** Collects a run's decision hash: sha256 over the canonical lines in journal order, each ended by a line feed. */
export function makeDecisionHash(): { add(entry: Entry): void; digest(): string } {
  const sha256 = makeSha256();
  return {
    add(entry) {
      if (DECISION_KINDS.has(entry.event.kind)) sha256.add(`${decisionLine(entry)}\n`);
    },
    digest: sha256.hex,
  };
}
