import { parseMicros } from "@bowline/kernel";
import { z } from "zod";
import { type Limit, waived } from "./limit.ts";

/** How far each index fund may be down on the day, by symbol, in micros of 1. */
export type IndexDrops = Readonly<Record<string, number>>;

/** `{ SPY: 0.05 }`; of a fund that several scopes name the smaller drop holds. */
export const indexDropLimit = (doc: string, suggested = "0.05"): Limit<IndexDrops> => ({
  doc,
  schema: z
    .record(
      z.string(),
      z.union([z.number(), z.string()], { error: "a ratio is needed" }).transform((value, context) => {
        const parsed = parseMicros(String(value));
        if (parsed !== undefined && parsed > 0) return parsed;
        context.addIssue("a ratio above 0 is needed, such as 0.05");
        return z.NEVER;
      }),
      { error: "symbols of index funds with a ratio each are needed, such as { SPY: 0.05 }" },
    )
    // Of no fund it would bound nothing, and nobody would have said so.
    .refine((drops) => Object.keys(drops).length > 0, "name an index fund, such as { SPY: 0.05 }, or waive the limit"),
  stricter: (a, b) => {
    const both = { ...a };
    for (const [symbol, drop] of Object.entries(b)) both[symbol] = Math.min(drop, both[symbol] ?? drop);
    return both;
  },
  suggest: ({ index }) =>
    index === undefined
      ? waived("name an index fund that your groups hold, such as { SPY: 0.05 }")
      : `{ ${index}: ${suggested} }`,
});
