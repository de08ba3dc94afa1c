import { adviceFor, choice, z } from "@bowline/config";
import { BAR_LENGTHS, type BarLength } from "@bowline/kernel";
import { parseMinuteOfDay } from "./exchange-time.ts";
import { oneOrMore, whole } from "./schema-parts.ts";

/** What becomes of an order of ours, as triggers name it. */
const ORDER_EVENTS = ["accepted", "replaced", "canceled", "expired", "rejected", "denied", "lapsed", "lost"] as const;
const POSITION_EVENTS = ["opened", "increased", "reduced", "flipped", "closed"] as const;
const SESSION_EVENTS = ["open", "close"] as const;

/** What can trigger a rule. `shape` is shown to whoever writes something else. */
export const TRIGGERS = {
  prediction: { shape: "prediction", doc: "A prediction for the symbol was accepted." },
  bar: {
    shape: "bar, or { bar: 5m }",
    doc: "A bar of the symbol closed, with or without a trade; of one minute where no length stands there.",
  },
  quote: {
    shape: "quote",
    doc: "A quote of the symbol was journaled: at most four a second, as market-data paces them.",
  },
  fill: { shape: "fill", doc: "An order of the strategy in the symbol was filled, wholly or in part." },
  order: {
    shape: "order, or { order: [rejected, canceled] }",
    doc: `Something became of an order of the strategy: ${ORDER_EVENTS.join(", ")}.`,
  },
  position: {
    shape: "position, or { position: [closed] }",
    doc: `The strategy's position changed: ${POSITION_EVENTS.join(", ")}.`,
  },
  clock: {
    shape: 'clock, or { clock: "15:45" }',
    doc: "A minute began: each minute, or the one of that time of day at the exchange. Once for each symbol.",
  },
  every: {
    shape: "{ every: 15 }",
    doc: "Every so many minutes of regular trading, counted from the open. Once for each symbol.",
  },
  session: {
    shape: "{ session: open }, or { session: close }",
    doc: "Regular trading began, or ended. Once for each symbol.",
  },
} as const;
export type TriggerWord = keyof typeof TRIGGERS;

/** What a rule listens to: keys such as `bar:5m`, `order:rejected`, `clock:945`. */
export type Trigger = {
  readonly word: TriggerWord;
  readonly keys: readonly string[];
  readonly timeframe?: BarLength;
};

const WORDS = Object.keys(TRIGGERS) as [TriggerWord, ...TriggerWord[]];
const HINT = 'a time of day is "HH:MM" in exchange time, such as "09:45"';

const timeOfDay = z.string({ error: HINT }).transform((text, context) => {
  const minute = parseMinuteOfDay(text);
  if (minute !== undefined) return `clock:${minute}`;
  context.addIssue({ code: "custom", message: HINT });
  return z.NEVER;
});

/** What may stand behind each word, and the keys that it comes to. */
export const ARGUMENTS: Partial<Record<TriggerWord, z.ZodType<readonly string[]>>> = {
  bar: choice(BAR_LENGTHS).transform((timeframe) => [`bar:${timeframe}`]),
  order: oneOrMore(choice(ORDER_EVENTS)).transform((events) => events.map((event) => `order:${event}`)),
  position: oneOrMore(choice(POSITION_EVENTS)).transform((events) => events.map((event) => `position:${event}`)),
  clock: timeOfDay.transform((key) => [key]),
  every: whole(1, 390).transform((minutes) => [`every:${minutes}`]),
  session: choice(SESSION_EVENTS).transform((event) => [`session:${event}`]),
};

/** The keys of a word that stands alone. */
const ALONE: Partial<Record<TriggerWord, readonly string[]>> = {
  prediction: ["prediction"],
  bar: ["bar:1m"],
  quote: ["quote"],
  fill: ["fill"],
  order: ORDER_EVENTS.map((event) => `order:${event}`),
  position: POSITION_EVENTS.map((event) => `position:${event}`),
  clock: ["clock"],
};

/** `on`: a word, or `{ word: argument }`. */
export const triggerSchema = z.unknown().transform((value, context): Trigger => {
  const report = (path: PropertyKey[], message: string): typeof z.NEVER => {
    context.addIssue({ code: "custom", path, message });
    return z.NEVER;
  };
  if (value === undefined) return report([], `missing; one of ${WORDS.join(", ")} is needed`);
  if (typeof value === "string") {
    const keys = ALONE[value as TriggerWord];
    if (keys !== undefined) return made(value as TriggerWord, keys);
    if (!(value in TRIGGERS)) return report([], `\`${value}\` is not known; ${adviceFor(value, WORDS)}`);
    return report([], `\`${TRIGGERS[value as TriggerWord].shape}\` is needed`);
  }
  const entries = typeof value === "object" && value !== null ? Object.entries(value) : [];
  const [word, argument] = (entries[0] ?? ["", undefined]) as [string, unknown];
  const schema = ARGUMENTS[word as TriggerWord];
  if (entries.length !== 1) return report([], `one of ${WORDS.join(", ")} is needed, alone or as \`{ bar: 5m }\``);
  if (schema === undefined)
    return report([word], `\`{ ${word}: … }\` is no trigger; ${adviceFor(word, Object.keys(ARGUMENTS))}`);
  const parsed = schema.safeParse(argument);
  if (parsed.success) return made(word as TriggerWord, parsed.data);
  for (const issue of parsed.error.issues) report([word, ...issue.path], issue.message);
  return z.NEVER;
});

function made(word: TriggerWord, keys: readonly string[]): Trigger {
  if (word !== "bar") return { word, keys };
  return { word, keys, timeframe: (keys[0] ?? "").slice("bar:".length) as BarLength };
}
