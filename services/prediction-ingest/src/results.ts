import type { Entry } from "@bowline/contracts";

/** How many predictions may come in one push or message. */
export const MOST_AT_ONCE = 1_000;

/** One prediction, or `{predictions: […]}`. */
export function rawsOf(told: unknown): readonly unknown[] {
  const list = typeof told === "object" && told !== null ? (told as { predictions?: unknown }).predictions : undefined;
  return Array.isArray(list) ? (list as readonly unknown[]) : [told];
}

/** What became of a prediction, for whoever sent it. */
export function resultOf({ event, seq }: Entry): object {
  if (event.kind === "signal.accepted")
    return { outcome: "accepted", id: event.predictionId, revision: event.revision, seq };
  if (event.kind === "signal.refused")
    return { outcome: "refused", id: event.predictionId, reasons: event.reasons, seq };
  return { outcome: "unknown", seq };
}
