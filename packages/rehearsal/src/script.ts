import { type ConfigError, parseYaml, strict, z } from "@bowline/config";
import type { EventKind } from "@bowline/contracts";
import type { Result } from "@bowline/kernel";
import { durationMs } from "./duration.ts";
import { eventKinds } from "./event-kinds.ts";
import { faultSchema } from "./fault.ts";
import { LAW_NAMES } from "./laws.ts";

const kind = z.enum(eventKinds as [EventKind, ...EventKind[]]);
/** Fields of an event and the values that they must have, as `bowline tap` shows them. */
const where = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({});

/** What may become of an order that is traded. */
const OUTCOMES = [
  "filled",
  "blocked",
  "denied",
  "lapsed",
  "accepted",
  "rejected",
  "canceled",
  "unknown",
  "lost",
  "unsent",
  "any",
] as const;
export type TradeOutcome = (typeof OUTCOMES)[number];

/** Every kind of step, by the key that makes it one. */
const STEPS = {
  inject: strict({ inject: faultSchema }),
  trade: strict({
    trade: z.string().min(1).describe("A symbol, or `any`: the next one that holds nothing."),
    outcome: z.enum(OUTCOMES).default("filled"),
    within: durationMs.default(10_000),
  }),
  leave: strict({ leave: z.string().min(1), within: durationMs.default(10_000) }),
  expect: strict({ expect: kind, where, within: durationMs.default(5000) }),
  never: strict({ never: kind, where, for: durationMs }),
  pause: strict({ pause: durationMs }),
} as const;
type StepName = keyof typeof STEPS;
const STEP_NAMES = Object.keys(STEPS) as StepName[];

/** One step of a rehearsal. */
export type Step = z.output<(typeof STEPS)[StepName]>;

/** Which kind of step it is decides what else stands in it; so a finding is about that kind alone. */
const step = z.record(z.string(), z.unknown()).transform((value, context): Step => {
  const names = STEP_NAMES.filter((name) => name in value);
  const [name] = names;
  if (name === undefined || names.length > 1) {
    context.addIssue({ code: "custom", message: `a step is exactly one of: ${STEP_NAMES.join(", ")}` });
    return z.NEVER;
  }
  const parsed = STEPS[name].safeParse(value);
  if (parsed.success) return parsed.data;
  for (const { path, message } of parsed.error.issues) context.addIssue({ code: "custom", path, message });
  return z.NEVER;
});

const scriptSchema = strict({
  rehearsal: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, "small letters, digits and hyphens are wanted"),
  about: z.string().min(1),
  /** Rows of the fault matrix that it plays. */
  rows: z.array(z.int().min(1)).default([]),
  /** Pitfalls that other systems fell into and that it plays. */
  pitfalls: z.array(z.int().min(1)).default([]),
  steps: z.array(step).min(1),
  /** Laws that must hold from the first step to the end, beside those that always must. */
  holds: z.array(z.enum(LAW_NAMES)).min(1),
  /** The system cannot be used any more afterwards, as its books are meant to differ. */
  spoils: z.boolean().default(false),
});

/** A rehearsal: what goes wrong, when, and what must hold. */
export type Script = z.output<typeof scriptSchema>;

/** Reads a script; errors name file, line and column. */
export function parseScript(text: string, file: string): Result<Script, readonly ConfigError[]> {
  const parsed = parseYaml(text, file, scriptSchema);
  return parsed.ok ? { ok: true, value: parsed.value.value } : parsed;
}
