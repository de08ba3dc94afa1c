import { z } from "zod";
import { type ByProfile, type Limit } from "./limit.ts";

type Words = readonly string[];
const union = (a: Words, b: Words): Words => [...new Set([...a, ...b])];

/** Things that are forbidden, such as symbols; every scope adds its own. */
export const forbiddenLimit = (doc: string, error: string): Limit<Words> => ({
  doc,
  schema: z.array(z.string({ error }).min(1, error), { error }),
  stricter: union,
  suggest: () => "[]",
});

/** Things that are permitted, out of a closed list; only what every scope permits is. */
export const permittedLimit = <T extends string>(
  doc: string,
  all: readonly T[],
  suggested: ByProfile<readonly T[]>,
): Limit<readonly T[]> => ({
  doc,
  schema: z.array(z.enum(all, { error: `one of ${all.join(", ")} is needed` }), {
    error: `a list is needed, out of ${all.join(", ")}`,
  }),
  stricter: (a, b) => a.filter((word) => b.includes(word)),
  suggest: ({ profile }) => `[${suggested[profile].join(", ")}]`,
});

/** A rule that holds, or is waived in words. */
export const ruleLimit = (doc: string, suggested: ByProfile<string>): Limit<"enforced"> => ({
  doc,
  schema: z.literal("enforced", { error: 'enforced is needed, or { waived: "why" }' }),
  stricter: (a) => a,
  suggest: ({ profile }) => suggested[profile],
});

/** One word of a list that runs from the loosest to the strictest. */
export const choiceLimit = <T extends string>(
  doc: string,
  fromLoose: readonly T[],
  suggested: ByProfile<T>,
): Limit<T> => ({
  doc,
  schema: z.enum(fromLoose, { error: `one of ${fromLoose.join(", ")} is needed` }),
  stricter: (a, b) => (fromLoose.indexOf(a) > fromLoose.indexOf(b) ? a : b),
  suggest: ({ profile }) => suggested[profile],
});
