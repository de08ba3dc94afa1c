import { exchangeTimeAt, type Session, sessionOf } from "@bowline/calendar";
import { us } from "@bowline/kernel";
import { type BarSize, lengthUs } from "./bar-sizes.ts";

/** Which bar something belongs to, and the time that stands on the bar. */
export type Bucket = { readonly key: string; readonly labelUs: number };

/**
 * The bar of a size in which a time lies. Within a day, bars begin at multiples of their length by the exchange's clock; the one in
 * which regular hours open is stamped with the open, as a bar of the day's first half hour or so.
 */
export function bucketOf(size: BarSize, startUs: number, useRth: boolean): Bucket {
  const { date, timeOfDayUs } = exchangeTimeAt(us(startUs));
  if (size.period !== undefined) return { key: periodKey(size.period, date), labelUs: startUs };
  const bucketUs = startUs - (timeOfDayUs % lengthUs(size));
  const openUs = useRth ? (sessionOf(date)?.openUs ?? 0) : 0;
  const labelUs = bucketUs < openUs && openUs <= startUs ? openUs : bucketUs;
  return { key: String(bucketUs), labelUs };
}

function periodKey(period: "day" | "week" | "month", date: string): string {
  if (period === "day") return date;
  if (period === "month") return date.slice(0, 7);
  const day = Temporal.PlainDate.from(date);
  return day.subtract({ days: day.dayOfWeek - 1 }).toString();
}

/** Whether something that starts then lies in regular hours. */
export function isRegular(startUs: number): boolean {
  const session: Session | undefined = sessionOf(exchangeTimeAt(us(startUs)).date);
  return session !== undefined && session.openUs <= startUs && startUs < session.closeUs;
}
