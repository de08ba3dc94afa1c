import type { EventByKind } from "@bowline/contracts";

/** What speaks against an entry on a quote, in words; `undefined` where nothing does. */
export function quoteDoubtOf({ doubts, dataType }: EventByKind<"md.quote">): string | undefined {
  const isLive = dataType === undefined || dataType === "LIVE";
  if (isLive) return doubts;
  return doubts === undefined ? dataType : `${dataType}, ${doubts}`;
}
