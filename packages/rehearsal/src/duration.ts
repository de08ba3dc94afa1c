import { z } from "@bowline/config";

const UNIT_MS: Readonly<Record<string, number>> = { ms: 1, s: 1000, min: 60_000 };

/** "500 ms", "5 s", "2 min" as milliseconds. */
export const durationMs = z.string().transform((text, context): number => {
  const match = /^(\d+(?:\.\d+)?) ?(ms|s|min)$/.exec(text);
  if (match !== null) return Math.round(Number(match[1]) * (UNIT_MS[match[2] ?? ""] ?? 0));
  context.addIssue({ code: "custom", message: "a duration such as 500 ms, 5 s or 2 min is wanted" });
  return z.NEVER;
});
