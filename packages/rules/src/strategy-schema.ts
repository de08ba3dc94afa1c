import { choice, strict, z } from "@bowline/config";
import { ACTIONS } from "./actions/index.ts";
import { CONDITIONS } from "./conditions/index.ts";
import { indicatorsSchema } from "./indicators-schema.ts";
import { oneOf } from "./one-of.ts";
import { parametersSchema, substituteParameters } from "./parameters.ts";
import { oneOrMore, whole } from "./schema-parts.ts";

/** What can trigger a rule: an accepted prediction, a closed one-minute bar, a quote of the symbol, or the start of a minute. */
export const TRIGGERS = ["prediction", "bar", "quote", "clock"] as const;
export type Trigger = (typeof TRIGGERS)[number];

const name = (what: string) =>
  z
    .string({ error: `missing; ${what} is needed` })
    .regex(/^[a-z][a-z0-9-]{0,39}$/, `${what} is lower-case letters, digits and dashes, 40 at most`);

const ruleSchema = strict({
  id: name("an id"),
  on: choice(TRIGGERS),
  when: z
    .array(oneOf("condition", CONDITIONS), { error: "a list of conditions is needed, each behind a dash" })
    .default([]),
  do: oneOf("action", ACTIONS),
  /** After firing, the rule rests so long for that symbol. */
  cooldownMinutes: whole(0, 10_000).default(0),
}).refine(({ on, cooldownMinutes }) => on !== "quote" || cooldownMinutes > 0, {
  path: ["cooldownMinutes"],
  message: "`on: quote` needs a cooldown of at least 1: quotes come several times a second, and each would fire",
});

const fileSchema = strict({
  strategy: name("a name"),
  description: z.string({ error: "missing; a sentence that says what the strategy does is needed" }).min(1),
  groups: z.union([z.literal("all"), oneOrMore(z.string().min(1))], {
    error: "`all`, or a list of ticker groups, is needed",
  }),
  parameters: parametersSchema.default({}),
  indicators: indicatorsSchema.default({}),
  rules: z
    .array(ruleSchema, { error: "a list of rules is needed, each behind a dash" })
    .min(1, "at least one rule is needed"),
});

/** A strategy file, parameters filled in. */
export const strategySchema = z.preprocess(substituteParameters, fileSchema);

export type StrategyFile = z.output<typeof fileSchema>;
export type RuleFile = StrategyFile["rules"][number];
