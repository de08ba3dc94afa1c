import { exchangeTimeAt, sessionOf } from "@bowline/calendar";
import { us } from "@bowline/kernel";

/** A span of time, in unix microseconds: [fromUs, toUs). */
export type Span = { readonly fromUs: number; readonly toUs: number };

export const isIn = ({ fromUs, toUs }: Span, startUs: number, endUs: number): boolean =>
  startUs >= fromUs && endUs <= toUs;

/** Midnight of a date (YYYY-MM-DD) where the exchange is. */
export const startOfDay = (date: string): number =>
  Temporal.PlainDate.from(date).toZonedDateTime("America/New_York").epochMilliseconds * 1000;

/** Dates of a sorted list that a span touches. */
export function datesIn(dates: readonly string[], { fromUs, toUs }: Span): readonly string[] {
  if (fromUs >= toUs) return [];
  const first = exchangeTimeAt(us(fromUs)).date;
  const last = exchangeTimeAt(us(toUs - 1)).date;
  return dates.filter((date) => date >= first && date <= last);
}

/** Trading days that a span touches. */
export function datesBetween(fromUs: number, toUs: number): readonly string[] {
  if (fromUs >= toUs) return [];
  const dates: string[] = [];
  const last = exchangeTimeAt(us(toUs - 1)).date;
  let day = Temporal.PlainDate.from(exchangeTimeAt(us(fromUs)).date);
  for (; day.toString() <= last; day = day.add({ days: 1 })) {
    if (sessionOf(day.toString()) !== undefined) dates.push(day.toString());
  }
  return dates;
}
