import type { Entry, EventByKind } from "@bowline/contracts";

type Change = EventByKind<"order.replace-approved">;

/** Changes of working orders that are approved and have no answer in the journal, and when they were written to the socket. */
export type Changes = {
  observe(entry: Pick<Entry, "event" | "header" | "seq">): void;
  readonly open: ReadonlyMap<string, { readonly change: Change; readonly seq: number }>;
  /** By clOrdId, on this process's monotonic clock. */
  readonly sentMs: Map<string, number>;
};

export function makeChanges(): Changes {
  const open = new Map<string, { readonly change: Change; readonly seq: number }>();
  return {
    open,
    sentMs: new Map(),
    observe({ event, header, seq }) {
      if (event.kind === "order.replace-approved" && header.machine === "risk-gate")
        open.set(event.replaceId, { change: event, seq });
      else if (event.kind === "order.replaced" || event.kind === "order.replace-rejected") open.delete(event.replaceId);
    },
  };
}
