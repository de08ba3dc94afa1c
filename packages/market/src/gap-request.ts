import type { Us } from "@bowline/kernel";

const PREFIX = "gap-";

/** The id of a request for the minutes of a gap: one that is made again has another. */
export const gapRequestId = (symbol: string, endUs: Us, attempt: number): string =>
  `${PREFIX}${symbol}-${endUs}-${attempt}`;

/** Whether a history answers a gap: its bars come as corrections, and none of them is a warm-up's. */
export const isGapAnswer = ({ requestId }: { readonly requestId: string }): boolean => requestId.startsWith(PREFIX);
