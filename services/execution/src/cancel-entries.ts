import type { Core } from "./core.ts";

/**
 * The gate has been silent for too long: entries that work are canceled. What protects a position stays, and so does an
 * entry that filled in part: its stop may go with it. Without a connection the next reconciliation does it.
 */
export function cancelEntries({ book, running, options }: Core, silentMs: number): void {
  const session = running?.link.current();
  const entries = book.open().filter(({ leg, cumQty }) => leg.leg === "ENTRY" && cumQty === 0);
  for (const { ibOrderId } of entries) if (ibOrderId !== undefined) session?.cancelOrder(ibOrderId);
  const canceled = session === undefined ? "no connection to TWS" : `canceled ${entries.length} working entries`;
  const detail = `the risk gate was not heard for ${Math.round(silentMs)} ms: ${canceled}`;
  options.alerts.raise({ severity: "CRITICAL", code: "GATE_SILENT", subject: "", detail });
}
