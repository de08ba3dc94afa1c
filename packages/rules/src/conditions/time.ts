import { strict, z } from "@bowline/config";
import { type LeafText, defineCondition, isWithin, quoted } from "../define-condition.ts";
import { parseMinuteOfDay, sessionMinute, showMinuteOfDay } from "../exchange-time.ts";
import type { Facts } from "../facts.ts";
import { showRange } from "../leaf.ts";
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

export const time = defineCondition({
  name: "time",
  group: "time",
  doc: "Regular trading is going on, and it is between two times of day, or so many minutes after the open or before the close.",
  schema,
  leaves: ({ after, before, minutesSinceOpen, minutesToClose }) => {
    const leaves: LeafText[] = [];
    if (after !== undefined || before !== undefined) leaves.push(ofDayLeaf(after, before));
    if (minutesSinceOpen !== undefined) leaves.push(minutesLeaf("sinceOpen", minutesSinceOpen));
    if (minutesToClose !== undefined) leaves.push(minutesLeaf("toClose", minutesToClose));
    return leaves;
  },
});

function ofDayLeaf(after: number | undefined, before: number | undefined): LeafText {
  const bounds = [
    ...(after === undefined ? [] : [["from", ">=", showMinuteOfDay(after)] as const]),
    ...(before === undefined ? [] : [["before", "<", showMinuteOfDay(before)] as const]),
  ];
  return {
    name: "time.ofDay",
    threshold: bounds.map(([word, , text]) => `${word} ${text}`).join(" "),
    test: ["session.regular", ...bounds.map(([, sign, text]) => `clock.time ${sign} time(${quoted(text)})`)].join(
      " && ",
    ),
    show: (facts) => showMinute(facts, ({ ofDay }) => showMinuteOfDay(ofDay)),
  };
}

type Bounds = { readonly min?: number | undefined; readonly max?: number | undefined };
const FACTS = { sinceOpen: "session.minutes_since_open", toClose: "session.minutes_to_close" } as const;

const minutesLeaf = (which: keyof typeof FACTS, { min, max }: Bounds): LeafText => ({
  name: `time.${which}`,
  threshold: `${showRange(min, max)} min`,
  test: `session.regular && ${isWithin(FACTS[which], min?.toString(), max?.toString())}`,
  show: (facts) => showMinute(facts, (now) => `${now[which]} min`),
});

function showMinute(
  facts: Facts,
  show: (now: NonNullable<ReturnType<typeof sessionMinute>>) => string,
): string | undefined {
  const now = sessionMinute(facts);
  if (now === undefined) return undefined;
  return now.regular ? show(now) : "market closed";
}
