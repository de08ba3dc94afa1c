import { DIRECTIONS, LEGS, SIDES } from "@bowline/contracts";
import { type ConfigError, type ParsedYaml, choice, parseYaml, strict, z } from "@bowline/config";
import { sessionOf } from "@bowline/calendar";
import { type Result, err, ok } from "@bowline/kernel";
import { decimal, price, showTime, timeOfDay } from "./scenario-parts.ts";

const symbol = z
  .string()
  .regex(/^[A-Z][A-Z0-9.]{0,14}$/, "a symbol is capital letters, digits and dots, such as BRK.B");
const symbols = z
  .record(symbol, price, { error: "symbols with their prices are needed, such as `{ AAPL: 100 }`" })
  .refine((all) => Object.keys(all).length > 0, "at least one symbol is needed");

/** The market before the first step, and where it stands then. */
const given = {
  /** A trading day. */
  date: z
    .string({ error: 'a trading day is needed, in quotes: "2024-03-04"' })
    .refine((date) => isTradingDay(date), "is no trading day of the exchange"),
  equity: decimal(1, 1_000_000_000),
  /** What trades, all in one ticker group, and the price at the open; steps mean the first where they name none. */
  symbols,
  spread: decimal(0, 1000),
  /** From the lowest to the highest price of a minute in which the price stands still. */
  range: decimal(0, 1000),
  /** Shares a minute. */
  volume: z.number().int().min(0).max(100_000_000),
  /** Where the session before closed; the prices at the open where it is left out. */
  previousClose: symbols,
  /** How the price came to the close before: straight from there, over so many minutes of regular trading. */
  history: strict({ from: symbols, minutes: z.number().int().min(1).max(10_000) }),
};

const prediction = strict({
  symbol: symbol.optional(),
  direction: choice(DIRECTIONS),
  confidence: decimal(0, 1).default(700_000),
  model: z.string().min(1).default("model"),
  horizonMinutes: z.number().int().min(1).max(10_000).default(15),
  /** How long it counts. */
  validMinutes: z.number().int().min(1).max(10_000).default(5),
  target: price.optional(),
  stop: price.optional(),
});
export type GivenPrediction = z.output<typeof prediction>;

const order = strict({
  side: choice(SIDES).optional(),
  quantity: z.number().int().min(0).optional(),
  type: z.string().optional(),
  limit: price.optional(),
  stop: price.optional(),
  target: price.optional(),
});
export type ExpectedOrder = z.output<typeof order>;

const about = { symbol: symbol.optional() };
const SHAPES = {
  fires: strict({ fires: z.string(), ...about, order: order.optional(), orders: z.array(order).optional() }),
  blocked: strict({
    blocked: z.string(),
    ...about,
    by: z.string({ error: "the name of the condition that blocks is needed" }),
    /** Whether it blocks for what is missing, stale or in doubt. */
    unknown: z.boolean().optional(),
  }),
  order: strict({ order, rule: z.string().optional(), ...about }),
  denied: strict({ denied: z.string(), ...about, code: z.string().optional() }),
  filled: strict({
    filled: choice(LEGS),
    ...about,
    price: price.optional(),
    quantity: z.number().int().positive().optional(),
  }),
  replaced: strict({
    replaced: choice(LEGS),
    ...about,
    stop: price.optional(),
    limit: price.optional(),
    quantity: z.number().int().positive().optional(),
  }),
  position: strict({ position: z.number().int(), ...about }),
} as const;
type Word = keyof typeof SHAPES;
const WORDS = Object.keys(SHAPES) as readonly Word[];

/** Something that must have come about, with what it must be. */
export type Expectation = { readonly [K in Word]: z.output<(typeof SHAPES)[K]> & { readonly is: K } }[Word];

const expectation = z.unknown().transform((value, context): Expectation => {
  const keys = typeof value === "object" && value !== null ? Object.keys(value) : [];
  const is = WORDS.find((word) => keys.includes(word));
  if (is === undefined) {
    context.addIssue({ code: "custom", message: `one of ${WORDS.join(", ")} is needed` });
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
  at: timeOfDay,
  /** The first symbol comes to this price, straight from the step before. */
  price: price.optional(),
  prices: symbols.optional(),
  spread: given.spread.optional(),
  range: given.range.optional(),
  volume: given.volume.optional(),
  halted: z.boolean().optional(),
  /** The strategy hears no quote and no bar any more. */
  silent: z.boolean().optional(),
  prediction: z
    .preprocess((one) => (one === undefined || Array.isArray(one) ? one : [one]), z.array(prediction).optional())
    .optional(),
  expect: z
    .preprocess(
      (what) => (what === "nothing" ? [] : what),
      z.array(expectation, { error: "`nothing`, or a list of what is expected, is needed" }).optional(),
    )
    .optional(),
});
export type Step = z.output<typeof step>;

const scenario = strict({
  name: z.string({ error: "missing; a sentence that says what is shown is needed" }).min(1),
  given: strict(given).partial().default({}),
  steps: z
    .array(step, { error: "a list of steps is needed, each behind a dash" })
    .min(1, "at least one step is needed"),
});

const fileSchema = strict({
  given: strict(given).partial().default({}),
  scenarios: z
    .array(scenario, { error: "a list of scenarios is needed, each behind a dash" })
    .min(1, "at least one scenario is needed"),
});
type ScenarioFile = z.output<typeof fileSchema>;

const DEFAULTS = {
  date: "2024-03-04",
  equity: 1_000_000_000_000,
  symbols: { AAPL: 100_000_000 } as Readonly<Record<string, number>>,
  spread: 20_000,
  range: 200_000,
  volume: 12_000,
};

/** Where a scenario stands at its beginning: what the file does not say is filled in. */
export type Given = typeof DEFAULTS & Partial<Pick<ScenarioFile["given"], "previousClose" | "history">>;

export type Place = Pick<ConfigError, "file" | "line" | "column">;

export type Scenario = {
  readonly name: string;
  readonly given: Given;
  readonly steps: readonly (Step & { readonly place: Place; readonly expectPlaces: readonly Place[] })[];
  readonly place: Place;
};

/** Scenarios from YAML text, or every finding with file, line and column. */
export function parseScenarios(text: string, file: string): Result<readonly Scenario[], readonly ConfigError[]> {
  const parsed = parseYaml(text, file, fileSchema);
  if (!parsed.ok) return parsed;
  const scenarios = parsed.value.value.scenarios.map((_, index) => scenarioAt(parsed.value, index));
  const findings = scenarios.flatMap((one, index) => findingsOf(one, ["scenarios", index], parsed.value));
  return findings.length > 0 ? err(findings) : ok(scenarios);
}

function scenarioAt({ value, locate }: ParsedYaml<ScenarioFile>, index: number): Scenario {
  const { name, given: own, steps } = value.scenarios[index] as ScenarioFile["scenarios"][number];
  const placeOf = (...path: readonly PropertyKey[]): Place => ({ file: "", ...locate(["scenarios", index, ...path]) });
  return {
    name,
    given: { ...DEFAULTS, ...value.given, ...own } as Given,
    place: placeOf(),
    steps: steps.map((one, at) => ({
      ...one,
      place: placeOf("steps", at),
      expectPlaces: (one.expect ?? []).map((_, item) => placeOf("steps", at, "expect", item)),
    })),
  };
}

function findingsOf(
  { given: { date, symbols: known }, steps }: Scenario,
  path: readonly PropertyKey[],
  { errorAt }: ParsedYaml<unknown>,
): readonly ConfigError[] {
  const session = sessionOf(date);
  const closes = session === undefined ? 0 : OPEN_MINUTE + (session.closeUs - session.openUs) / 60_000_000;
  return steps.flatMap((one, index) => {
    const at = [...path, "steps", index];
    const before = steps[index - 1]?.at ?? OPEN_MINUTE - 1;
    const named = [...Object.keys(one.prices ?? {}), ...(one.prediction ?? []).flatMap((each) => each.symbol ?? [])];
    const expected = (one.expect ?? []).flatMap((each) => each.symbol ?? []);
    return [
      ...(one.at <= before ? [errorAt([...at, "at"], "is not after the step before, or lies before the open")] : []),
      ...(one.at >= closes ? [errorAt([...at, "at"], `lies after the close at ${showTime(closes)} on ${date}`)] : []),
      ...[...named, ...expected]
        .filter((name) => !(name in known))
        .map((name) => errorAt(at, `\`${name}\` is not given: ${Object.keys(known).join(", ")}`)),
    ];
  });
}

/** US equities open then on every trading day. */
export const OPEN_MINUTE = 570;

function isTradingDay(date: string): boolean {
  try {
    return sessionOf(date) !== undefined;
  } catch {
    return false;
  }
}
