import { strict } from "@bowline/config";
import { micros, MICROS, type Money, money, parseMicros } from "@bowline/kernel";
import { z } from "zod";
import type { BreakerCode } from "../breaking/breaker-codes.ts";

/** Breakers over a loss: they halt, and may flatten instead. */
export const LOSS_BREAKERS = [
  "DAILY_LOSS_HALT_BREAKER",
  "WEEKLY_LOSS_BREAKER",
  "MONTHLY_LOSS_BREAKER",
  "DRAWDOWN_BREAKER",
] as const satisfies readonly BreakerCode[];
export type LossBreaker = (typeof LOSS_BREAKERS)[number];

/** How the gate itself closes positions, while a scope is FLATTENING, and protects them. Ratios in micros of 1. */
export type FlattenPolicy = {
  /** How far from the price at which the closing of a symbol began an order of it may go. */
  readonly collar: number;
  /** How far beyond the far side of the quote a limit stands; once more for each try that was not filled. */
  readonly through: number;
  /** What one slice is worth at most. */
  readonly sliceNotional: Money;
  /** One slice against the size that the quote shows on the side that it takes, and against the average daily volume, where they are known. */
  readonly sliceDisplayedMultiple: number;
  readonly sliceAdvShare: number;
  /** After so long a slice that is not filled is canceled, and priced anew when that is known. */
  readonly repriceSeconds: number;
  /** What has waited for so long is told to a person. */
  readonly alertSeconds: number;
  readonly outsideRth: "wait" | "extended";
  readonly beyondCollar: "wait" | "market";
  /**
   * What becomes of a position that lost its stop, and that no exit closes: its symbol goes to REDUCING and the rest is the strategy's, or
   * the gate also places the stop again after `protectAfterSeconds`.
   */
  readonly onNaked: "reduce" | "protect";
  readonly protectAfterSeconds: number;
  /** Loss breakers that flatten where they would halt. */
  readonly onBreach: { readonly [K in LossBreaker]?: "halt" | "flatten" | undefined };
};

type Field<T> = { readonly doc: string; readonly written: string; readonly schema: z.ZodType<T> };

const decimal = (what: string): z.ZodType<number> =>
  z.union([z.number(), z.string()], { error: `${what} is needed` }).transform((value, context) => {
    const parsed = parseMicros(String(value));
    if (parsed !== undefined && parsed > 0) return parsed;
    context.addIssue(`${what} above 0 is needed, with at most six places`);
    return z.NEVER;
  });
const ratio = decimal("a ratio, such as 0.03,");
const seconds = z.int({ error: "whole seconds are needed" }).min(1, "at least a second").max(3600, "at most an hour");
const word = <T extends string>(words: readonly T[]): z.ZodType<T> =>
  z.enum(words, { error: `one of ${words.join(", ")} is needed` });

/** Each setting as `limits new` writes it, which is also what holds where it is left out. */
const FIELDS: { readonly [K in keyof FlattenPolicy]: Field<FlattenPolicy[K]> } = {
  collar: {
    doc: "Ratio. How far from the price at which the closing of a symbol began its orders may go.",
    written: "0.03",
    schema: ratio,
  },
  through: {
    doc: "Ratio. How far beyond the quote a limit stands, to be filled at once; once more for each try that was not.",
    written: "0.001",
    schema: ratio,
  },
  sliceNotional: {
    doc: "Dollars. What one slice is worth at most; one share is always sent.",
    written: "100000",
    schema: decimal("an amount of dollars").transform(money),
  },
  sliceDisplayedMultiple: {
    doc: "Ratio. A slice against the size shown on the side that it takes.",
    written: "10",
    schema: ratio,
  },
  sliceAdvShare: {
    doc: "Ratio. A slice against the average daily volume, where it is known.",
    written: "0.01",
    schema: ratio,
  },
  repriceSeconds: {
    doc: "Seconds until a slice that is not filled is canceled and priced anew.",
    written: "10",
    schema: seconds,
  },
  alertSeconds: { doc: "Seconds of waiting after which a person is told.", written: "30", schema: seconds },
  outsideRth: {
    doc: "Outside regular hours: wait for the open, or trade in extended hours.",
    written: "wait",
    schema: word(["wait", "extended"]),
  },
  beyondCollar: {
    doc: "Where the quote is beyond the collar: wait for a person, or send market orders.",
    written: "wait",
    schema: word(["wait", "market"]),
  },
  onNaked: {
    doc: "Where a position lost its stop, and no exit follows: reduce leaves it to the strategy, protect places the stop again.",
    written: "reduce",
    schema: word(["reduce", "protect"]),
  },
  protectAfterSeconds: {
    doc: "Seconds that a strategy has to close such a position itself.",
    written: "2",
    schema: seconds,
  },
  onBreach: {
    doc: `What a breaker over a loss does, such as { DRAWDOWN_BREAKER: flatten }; those that are not named halt. Of ${LOSS_BREAKERS.join(", ")}.`,
    written: "{}",
    schema: strict(
      Object.fromEntries(LOSS_BREAKERS.map((code) => [code, word(["halt", "flatten"]).optional()])),
    ) as unknown as z.ZodType<FlattenPolicy["onBreach"]>,
  },
};
const fields = Object.entries(FIELDS) as readonly (readonly [string, Field<unknown>])[];

/** The section `flatten` of a limits.yaml. */
export const flattenSchema = strict(
  Object.fromEntries(fields.map(([name, { schema }]) => [name, schema.optional()])),
).optional();

export const DEFAULT_FLATTEN: FlattenPolicy = {
  collar: micros("0.03"),
  through: micros("0.001"),
  sliceNotional: money(micros("100000")),
  sliceDisplayedMultiple: 10 * MICROS,
  sliceAdvShare: micros("0.01"),
  repriceSeconds: 10,
  alertSeconds: 30,
  outsideRth: "wait",
  beyondCollar: "wait",
  onNaked: "reduce",
  protectAfterSeconds: 2,
  onBreach: {},
};

/** What is written, with the defaults for the rest. */
export const makeFlattenPolicy = (written: Readonly<Record<string, unknown>> = {}): FlattenPolicy => ({
  ...DEFAULT_FLATTEN,
  ...(Object.fromEntries(Object.entries(written).filter(([, value]) => value !== undefined)) as Partial<FlattenPolicy>),
});

/** The section as `limits new` writes it: the defaults, with comments. */
export const renderFlatten = (): readonly string[] => [
  "# How the gate itself closes positions, by `./bowline kill --flatten` and by breakers that are told to, and protects them. These have",
  "# defaults: what is written here.",
  "flatten:",
  ...fields.map(([name, { doc, written }]) => `  ${name}: ${written} # ${doc}`),
];
