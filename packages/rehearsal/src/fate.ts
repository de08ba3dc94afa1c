import type { Entry, Event, EventByKind, EventKind } from "@bowline/contracts";
import type { TradeOutcome } from "./script.ts";

const clOrdIdOf = (entries: readonly Entry[], triggerKey: string): string | undefined => {
  const intent = entries.find(({ event }) => event.kind === "order.intent" && event.order.triggerKey === triggerKey);
  return intent?.event.kind === "order.intent" ? intent.event.order.clOrdId : undefined;
};

type Told = { readonly entries: readonly Entry[]; readonly decisions: readonly Entry[] };

/** The entry that tells that what a trigger led to came to a given end; `blocked` is no order at all, and the record that says why. */
export function fateOf({ entries, decisions }: Told, triggerKey: string, outcome: TradeOutcome): Entry | undefined {
  if (outcome === "blocked") return decisions.find(({ event }) => isBlocked(event, triggerKey));
  const clOrdId = clOrdIdOf(entries, triggerKey);
  const kind = outcome === "unsent" ? "order.submitted" : (`order.${outcome}` as EventKind);
  return entries.find(({ event }) => event.kind === kind && "clOrdId" in event && event.clOrdId === clOrdId);
}

const isBlocked = (event: Event, triggerKey: string): event is EventByKind<"decision"> =>
  event.kind === "decision" && event.triggerKey === triggerKey && event.outcome === "BLOCKED";

/** What became of it instead, in words. */
export function whatBecameOf(entries: readonly Entry[], decisions: readonly Entry[], triggerKey: string): string {
  const blocked = decisions.flatMap(({ event }) =>
    isBlocked(event, triggerKey) ? [`rule ${event.rule} was blocked by ${event.firstBlocker}`] : [],
  );
  const clOrdId = clOrdIdOf(entries, triggerKey);
  const told = entries.flatMap(({ event }): readonly string[] => {
    if (!("clOrdId" in event) || event.clOrdId !== clOrdId || clOrdId === undefined) return [];
    if (event.kind === "order.denied") return [`denied: ${event.reasons.map(({ code }) => code).join(", ")}`];
    return event.kind === "order.rejected" ? [`rejected: ${event.code} ${event.reason}`] : [event.kind];
  });
  if (told.length > 0) return told.join(", then ");
  return blocked.length === 0 ? "nothing became of it" : blocked.join(", ");
}
