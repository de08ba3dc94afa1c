import { strict, z } from "@bowline/config";
import { defineCondition } from "../define-condition.ts";
import { type SessionMinute, parseMinuteOfDay, sessionMinute, showMinuteOfDay } from "../exchange-time.ts";
import { type Leaf, inRange, makeLeaf, showRange } from "../leaf.ts";
import { rangeOf, saysSomething, whole } from "../schema-parts.ts";

const HINT = 'a time of day is "HH:MM" in exchange time, such as "09:45"';

const timeOfDay = z.string({ error: HINT }).transform((text, context) => {
  const minute = parseMinuteOfDay(text);
  if (minute !== undefined) return minute;
  context.addIssue({ code: "custom", message: HINT });
  return z.NEVER;
});

const minutes = rangeOf(whole(0, 390));

const schema = strict({
  /** From this minute on. */
  after: timeOfDay.optional(),
  /** Up to this minute, itself excluded. */
  before: timeOfDay.optional(),
  minutesSinceOpen: minutes.optional(),
  minutesToClose: minutes.optional(),
})
  .refine(saysSomething, "needs at least one of after, before, minutesSinceOpen, minutesToClose")
  .refine(
    ({ after, before }) => after === undefined || before === undefined || after < before,
    "`after` is not before `before`: never true",
  );

/** Holds inside regular trading hours, in exchange time. UNKNOWN before the first clock and on days without a session. */
export const time = defineCondition({
  name: "time",
  schema,
  leaves: ({ after, before, minutesSinceOpen, minutesToClose }) => {
    const leaves: Leaf[] = [];
    if (after !== undefined || before !== undefined) leaves.push(clockLeaf(after, before));
    if (minutesSinceOpen !== undefined) leaves.push(minutesLeaf("sinceOpen", minutesSinceOpen));
    if (minutesToClose !== undefined) leaves.push(minutesLeaf("toClose", minutesToClose));
    return leaves;
  },
});

const clockLeaf = (after: number | undefined, before: number | undefined): Leaf =>
  makeLeaf<SessionMinute>({
    name: "time.ofDay",
    threshold: [
      ...(after === undefined ? [] : [`from ${showMinuteOfDay(after)}`]),
      ...(before === undefined ? [] : [`before ${showMinuteOfDay(before)}`]),
    ].join(" "),
    read: sessionMinute,
    holds: ({ regular, ofDay }) =>
      regular && (after === undefined || ofDay >= after) && (before === undefined || ofDay < before),
    show: ({ regular, ofDay }) => (regular ? showMinuteOfDay(ofDay) : "market closed"),
  });

type Bounds = { readonly min?: number | undefined; readonly max?: number | undefined };

const minutesLeaf = (which: "sinceOpen" | "toClose", { min, max }: Bounds): Leaf =>
  makeLeaf<SessionMinute>({
    name: `time.${which}`,
    threshold: `${showRange(min, max)} min`,
    read: sessionMinute,
    holds: (now) => now.regular && inRange(now[which], min, max),
    show: (now) => (now.regular ? `${now[which]} min` : "market closed"),
  });
