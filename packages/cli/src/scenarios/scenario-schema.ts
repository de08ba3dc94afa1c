import { sessionOf } from "@bowline/calendar";
import { adviceFor, choice, strict, z } from "@bowline/config";
import { DIRECTIONS, LEGS, SIDES } from "@bowline/contracts";
import { decimal, price, timeOfDay } from "./scenario-parts.ts";

const symbol = z
  .string({ error: "a symbol is needed, such as AAPL" })
  .regex(/^[A-Z][A-Z0-9.]{0,14}$/, "a symbol is capital letters, digits and dots, such as BRK.B");
const symbols = z
  .record(symbol, price, { error: "symbols with their prices are needed, such as `{ AAPL: 100 }`" })
  .refine((all) => Object.keys(all).length > 0, "at least one symbol is needed");
const word = (what: string) => z.string({ error: `${what} is needed` }).min(1);
const yes = z.boolean({ error: "true or false is needed" });
const whole = (least: number, most: number) => {
  const error = `a whole number from ${least} to ${most} is needed`;
  return z.number({ error }).int({ error }).min(least, error).max(most, error);
};
const shares = (least: number) => whole(least, 1_000_000_000);
const minutes = whole(1, 10_000);

/** The market before the first step, and where it stands then. */
const given = {
  date: z
    .string({ error: 'a trading day is needed, in quotes: "2024-03-04"' })
    .refine((date) => isTradingDay(date), "is no trading day of the exchange")
    .describe('A trading day, in quotes: "2024-03-04".'),
  equity: decimal(1, 1_000_000_000).describe("Dollars in the account."),
  symbols: symbols.describe(
    "What trades, all in one ticker group, and the price at the open; steps mean the first where they name none.",
  ),
  spread: decimal(0, 1000).describe("Dollars from bid to ask."),
  range: decimal(0, 1000).describe(
    "Dollars from the lowest to the highest price of a minute in which the price stands still.",
  ),
  volume: whole(0, 100_000_000).describe("Shares a minute."),
  previousClose: symbols.describe("Where the session before closed; the prices at the open where it is left out."),
  history: strict({ from: symbols, minutes }).describe(
    "How the price came to the close before: straight from there, over so many minutes of regular trading.",
  ),
};

const prediction = strict({
  symbol: symbol.optional(),
  direction: choice(DIRECTIONS),
  confidence: decimal(0, 1).default(700_000),
  model: word("the name of a model").default("model"),
  horizonMinutes: minutes.default(15),
  validMinutes: minutes.default(5).describe("How long it counts."),
  target: price.optional(),
  stop: price.optional(),
});
export type GivenPrediction = z.output<typeof prediction>;

const order = strict({
  side: choice(SIDES).optional(),
  quantity: shares(0).optional(),
  type: word("a type of order, such as LMT,").optional(),
  limit: price.optional(),
  stop: price.optional(),
  target: price.optional(),
});
export type ExpectedOrder = z.output<typeof order>;

const rule = word("the id of a rule");
const about = { symbol: symbol.optional() };
const SHAPES = {
  fires: strict({ fires: rule, ...about, order: order.optional(), orders: z.array(order).optional() }).describe(
    "The rule fires, and orders this where it says so.",
  ),
  blocked: strict({
    blocked: rule,
    ...about,
    by: word("the name of the condition that blocks"),
    unknown: yes.describe("Whether it blocks for what is missing, stale or in doubt.").optional(),
  }).describe("The rule does not fire, and this condition is the first that held it up."),
  order: strict({ order, rule: rule.optional(), ...about }).describe("An order that no firing led to."),
  denied: strict({ denied: rule, ...about, code: word("the code of a reason").optional() }).describe(
    "The risk gate denies the rule's order.",
  ),
  filled: strict({
    filled: choice(LEGS),
    ...about,
    price: price.optional(),
    quantity: shares(1).optional(),
  }).describe("This leg is filled."),
  replaced: strict({
    replaced: choice(LEGS),
    ...about,
    stop: price.optional(),
    limit: price.optional(),
    quantity: shares(1).optional(),
  }).describe("The order of this leg is changed."),
  position: strict({ position: whole(-1_000_000_000, 1_000_000_000), ...about }).describe(
    "So many shares are held then, negative when short.",
  ),
} as const;
type Word = keyof typeof SHAPES;
const WORDS = Object.keys(SHAPES) as readonly Word[];

/** Something that must have come about, with what it must be. */
export type Expectation = { readonly [K in Word]: z.output<(typeof SHAPES)[K]> & { readonly is: K } }[Word];

const expectation = z.unknown().transform((value, context): Expectation => {
  const keys = typeof value === "object" && value !== null ? Object.keys(value) : [];
  const is = WORDS.find((one) => keys.includes(one));
  if (is === undefined) {
    const message = `one of ${WORDS.join(", ")} is needed`;
    const [first] = keys;
    if (first === undefined) context.addIssue({ code: "custom", message });
    else context.addIssue({ code: "custom", path: [first], message: `\`${first}\`: ${adviceFor(first, WORDS)}` });
    return z.NEVER;
  }
  const parsed = SHAPES[is].safeParse(value);
  if (parsed.success) return { is, ...parsed.data } as Expectation;
  for (const issue of parsed.error.issues) {
    const path = issue.code === "unrecognized_keys" ? [...issue.path, issue.keys[0] ?? ""] : issue.path;
    context.addIssue({ code: "custom", path: [...path], message: issue.message });
  }
  return z.NEVER;
});

const step = strict({
  at: timeOfDay.describe(
    "Time at the exchange, in quotes; the step holds for this minute, and for all since the step before.",
  ),
  price: price.optional().describe("The first symbol comes to this price, straight from the step before."),
  prices: symbols.optional().describe("The same for each symbol that is named."),
  spread: given.spread.optional(),
  range: given.range.optional(),
  volume: given.volume.optional(),
  halted: yes.optional().describe("Whether trading is halted."),
  silent: yes.optional().describe("The strategy hears no quote and no bar any more."),
  prediction: z
    .preprocess((one) => (one === undefined || Array.isArray(one) ? one : [one]), z.array(prediction).optional())
    .optional()
    .describe("What the model says then: one, or a list."),
  expect: z
    .preprocess(
      (what) => (what === "nothing" ? [] : what),
      z.array(expectation, { error: "`nothing`, or a list of what is expected, is needed" }).optional(),
    )
    .optional()
    .describe("`nothing`, or a list of what follows; whatever a rule does and no step expects is a failure."),
});
export type Step = z.output<typeof step>;

const scenario = strict({
  name: z
    .string({ error: "missing; a sentence that says what is shown is needed" })
    .min(1)
    .describe("A sentence that says what is shown."),
  given: strict(given).partial().default({}).describe("For this scenario alone."),
  steps: z
    .array(step, { error: "a list of steps is needed, each behind a dash" })
    .min(1, "at least one step is needed"),
});

export const fileSchema = strict({
  given: strict(given).partial().default({}).describe("The market before the first step of each scenario."),
  scenarios: z
    .array(scenario, { error: "a list of scenarios is needed, each behind a dash" })
    .min(1, "at least one scenario is needed"),
});

/** What a step's `prediction` and `expect` are made of: their reading hides it. */
export const STEP_PARTS = { prediction, expectations: Object.values(SHAPES) };

function isTradingDay(date: string): boolean {
  try {
    return sessionOf(date) !== undefined;
  } catch {
    return false;
  }
}
