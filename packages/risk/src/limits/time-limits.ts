import { exchangeTimeAt } from "@bowline/calendar";
import { type Us, us, US_PER_MINUTE } from "@bowline/kernel";
import { z } from "zod";
import type { Limit } from "./limit.ts";

/** A part of the day on the exchange's clock, in minutes since its midnight; it may run over midnight. */
export type DayWindow = { readonly fromMinute: number; readonly toMinute: number };

/** All of both, each once. */
function bothOf<T>(a: readonly T[], b: readonly T[]): readonly T[] {
  const known = new Set(a.map((item) => JSON.stringify(item)));
  return [...a, ...b.filter((item) => !known.has(JSON.stringify(item)))];
}

const WINDOW = /^(\d\d):([0-5]\d)-(\d\d):([0-5]\d)$/;
const minutesOf = (hours: string, minutes: string): number => Number(hours) * 60 + Number(minutes);

function parseWindow(text: string): DayWindow | undefined {
  const [, h1 = "", m1 = "", h2 = "", m2 = ""] = WINDOW.exec(text) ?? [];
  if (h1 === "" || Number(h1) > 23 || Number(h2) > 23) return undefined;
  return { fromMinute: minutesOf(h1, m1), toMinute: minutesOf(h2, m2) };
}

/** Parts of the day, such as `["23:40-00:10"]`; every scope adds its own. */
export const dayWindowsLimit = (doc: string, suggested: string): Limit<readonly DayWindow[]> => ({
  doc,
  schema: z.array(
    z.string().transform((text, context) => {
      const window = parseWindow(text);
      if (window !== undefined) return window;
      context.addIssue('a part of the day is needed, such as "23:40-00:10"');
      return z.NEVER;
    }),
    { error: 'a list of parts of the day is needed, such as ["23:40-00:10"]' },
  ),
  stricter: bothOf,
  suggest: () => suggested,
});

export function isWithin({ fromMinute, toMinute }: DayWindow, now: Us): boolean {
  const minute = Math.floor(exchangeTimeAt(now).timeOfDayUs / US_PER_MINUTE);
  return fromMinute <= toMinute ? fromMinute <= minute && minute < toMinute : minute >= fromMinute || minute < toMinute;
}

/** A time around an event, for some symbols or all. */
export type Blackout = {
  readonly symbols?: readonly string[] | undefined;
  readonly from: Us;
  readonly to: Us;
  readonly why: string;
};

const moment = z
  .string({ error: 'a moment is needed, such as "2026-01-28T15:30:00-05:00"' })
  .transform((text, context): Us => {
    try {
      return us(Temporal.Instant.from(text).epochMilliseconds * 1000);
    } catch {
      context.addIssue('a moment with its offset is needed, such as "2026-01-28T15:30:00-05:00"');
      return z.NEVER;
    }
  });

/** Times around events; every scope adds its own. */
export const blackoutsLimit = (doc: string): Limit<readonly Blackout[]> => ({
  doc,
  schema: z.array(
    z.strictObject({ symbols: z.array(z.string()).optional(), from: moment, to: moment, why: z.string().min(1) }),
    { error: 'a list is needed, such as [{ symbols: [AAPL], from: "…", to: "…", why: earnings }]' },
  ),
  stricter: bothOf,
  suggest: () => "[]",
});
