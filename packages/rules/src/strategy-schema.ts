import { choice, strict, z } from "@bowline/config";
import { indicatorsSchema } from "./indicators-schema.ts";
import { parametersSchema, substituteParameters } from "./parameters.ts";
import { actionsSchema } from "./read-actions.ts";
import { predictionPolicySchema } from "./prediction-policy.ts";
import { oneOrMore, saysSomething, whole } from "./schema-parts.ts";
import { type TriggerWord, triggerSchema } from "./triggers.ts";
import { variablesSchema } from "./variables.ts";
import { whenSchema } from "./when/read-when.ts";

const name = (what: string) =>
  z
    .string({ error: `missing; ${what} is needed` })
    .regex(/^[a-z][a-z0-9-]{0,39}$/, `${what} is lower-case letters, digits and dashes, 40 at most`);

/** How far a rule's memory reaches: its cooldown, its count of fires, whether it is armed. */
const SCOPES = ["symbol", "group"] as const;
export type RuleScope = (typeof SCOPES)[number];

/** These come several times a second, or are caused by what a rule does: each would fire. */
const NEED_REST: ReadonlySet<TriggerWord> = new Set<TriggerWord>(["quote", "fill", "order", "position"]);

const ruleSchema = strict({
  id: name("an id"),
  /** Of rules that want the same, the one with the greatest number acts; then the first in alphabetical order. */
  priority: whole(-1000, 1000).default(0),
  on: triggerSchema,
  when: whenSchema.prefault([]),
  do: actionsSchema,
  /** After firing, the rule rests so long. */
  cooldownMinutes: whole(0, 10_000).default(0),
  maxFires: strict({ perSession: whole(1, 10_000).optional(), perPosition: whole(1, 10_000).optional() })
    .refine(saysSomething, "needs `perSession`, `perPosition` or both")
    .optional(),
  /** `edge` fires once when the condition comes true, and again only after it was false. */
  mode: choice(["level", "edge"]).default("level"),
  /** With `mode: edge`: what arms the rule again, instead of its condition being false. */
  rearm: whenSchema.optional(),
  scope: choice(SCOPES).default("symbol"),
})
  .refine(({ mode, rearm }) => mode === "edge" || rearm === undefined, {
    path: ["rearm"],
    message: "`rearm` belongs to `mode: edge`",
  })
  .refine(({ on, cooldownMinutes, mode }) => !NEED_REST.has(on.word) || cooldownMinutes > 0 || mode === "edge", {
    path: ["cooldownMinutes"],
    error: (issue) => restNeeded((issue.input as { on: { word: TriggerWord } }).on.word),
  });

const restNeeded = (word: TriggerWord): string =>
  word === "quote"
    ? "`on: quote` needs a cooldown of at least 1, or `mode: edge`: quotes come several times a second, and each would fire"
    : `\`on: ${word}\` needs a cooldown of at least 1, or \`mode: edge\`: what the rule does can trigger it again`;

const conditionName = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*$/, "a condition's name is letters and digits, such as `calmMarket`");

/** For the people who choose between strategies. */
const aboutSchema = strict({
  works: z.string({ error: "missing; a sentence that says when it works is needed" }).min(1),
  fails: z.string({ error: "missing; a sentence that says when it fails is needed" }).min(1),
});
export type StrategyAbout = z.output<typeof aboutSchema>;

const fileSchema = strict({
  strategy: name("a name"),
  description: z.string({ error: "missing; a sentence that says what the strategy does is needed" }).min(1),
  about: aboutSchema.optional(),
  groups: z.union([z.literal("all"), oneOrMore(z.string().min(1))], {
    error: "`all`, or a list of ticker groups, is needed",
  }),
  parameters: parametersSchema.default({}),
  indicators: indicatorsSchema.default({}),
  /** What its rules remember. */
  vars: variablesSchema.default({}),
  /** That the strategy rests on predictions, and what it does when the model falls silent. */
  predictions: predictionPolicySchema.optional(),
  /** Conditions with a name, which expressions and `when` lists call by it. */
  conditions: z.record(conditionName, whenSchema).default({}),
  rules: z
    .array(ruleSchema, { error: "a list of rules is needed, each behind a dash" })
    .min(1, "at least one rule is needed"),
});

/** A strategy file, parameters filled in. */
export const strategySchema = z.preprocess(substituteParameters, fileSchema);

export type StrategyFile = z.output<typeof fileSchema>;
export type RuleFile = StrategyFile["rules"][number];
