import type { Entry, Event, EventByKind } from "@bowline/contracts";

/** Everything that belongs to one decision, from the prediction to the position. */
export type Chain = {
  readonly clOrdId: string;
  readonly signal: Entry | undefined;
  readonly decision: EventByKind<"decision"> | undefined;
  readonly intent: Entry | undefined;
  /** Approval, denial or lapse. */
  readonly verdicts: readonly Entry[];
  /** What execution and the broker said, also of the bracket's legs, and what it did to the position; in journal order. */
  readonly orders: readonly Entry[];
};

/** The clOrdId that an event is about. */
function clOrdIdOf(event: Event): string | undefined {
  if ("order" in event) return event.order.clOrdId;
  return "clOrdId" in event ? event.clOrdId : undefined;
}

const VERDICTS = new Set<Event["kind"]>(["order.approved", "order.denied", "order.lapsed"]);

const isOfOrder = ({ kind }: Event): boolean =>
  kind.startsWith("position.") || (kind.startsWith("order.") && kind !== "order.intent" && !VERDICTS.has(kind));

/** `undefined` where no entry names the order. `entries` are the journal's, `decisions` those of their own stream. */
export function chainOf(clOrdId: string, entries: readonly Entry[], decisions: readonly Entry[]): Chain | undefined {
  const family = familyOf(clOrdId, entries);
  const about = entries.filter(({ event }) => family.has(clOrdIdOf(event) ?? ""));
  const record = decisions.find(({ event }) => event.kind === "decision" && family.has(event.clOrdId ?? ""));
  if (about.length === 0 && record === undefined) return undefined;
  const intent = about.find(({ event }) => event.kind === "order.intent");
  const correlationId = (intent ?? record ?? about[0])?.header.correlationId;
  const decision = record?.event.kind === "decision" ? record.event : undefined;
  return {
    clOrdId,
    signal: entries.find(
      ({ event, header }) => event.kind === "signal.accepted" && header.correlationId === correlationId,
    ),
    decision,
    intent,
    verdicts: about.filter(({ event }) => VERDICTS.has(event.kind)),
    orders: about.filter(({ event }) => isOfOrder(event)),
  };
}

/** The order, its parent, and the other legs of the same bracket. */
function familyOf(clOrdId: string, entries: readonly Entry[]): ReadonlySet<string> {
  const parent = entries.map(({ event }) => event).find((event) => isLegOf(event, clOrdId));
  const root = parent === undefined ? clOrdId : (clOrdIdOf(parent) ?? clOrdId);
  const family = new Set([root, clOrdId]);
  for (const { event } of entries) {
    if (event.kind === "order.submitted" && event.parentClOrdId === root) family.add(event.clOrdId);
  }
  return family;
}

/** Whether an event is about an entry whose bracket has this leg. */
const isLegOf = (event: Event, clOrdId: string): boolean =>
  event.kind === "order.intent" &&
  (event.order.bracket?.stopClOrdId === clOrdId || event.order.bracket?.targetClOrdId === clOrdId);
