import { type Us, US_PER_DAY, us } from "@bowline/kernel";

export const EXCHANGE_TIME_ZONE = "America/New_York";

const US_PER_HOUR = 3_600_000_000;
let cachedHour = Number.NaN;
let cachedOffsetUs = 0;

/** Offset of exchange time from UTC at a time, in microseconds. It changes on full hours only, so one hour is remembered. */
function offsetUsAt(time: Us): number {
  const hour = Math.floor(time / US_PER_HOUR);
  if (hour !== cachedHour) {
    const instant = Temporal.Instant.fromEpochMilliseconds(hour * 3_600_000);
    cachedOffsetUs = instant.toZonedDateTimeISO(EXCHANGE_TIME_ZONE).offsetNanoseconds / 1000;
    cachedHour = hour;
  }
  return cachedOffsetUs;
}

/** The exchange's wall clock at a time: its date (YYYY-MM-DD), and microseconds since its midnight by the clock on the wall. */
export function exchangeTimeAt(time: Us): { readonly date: string; readonly timeOfDayUs: number } {
  const local = time + offsetUsAt(time);
  const day = Math.floor(local / US_PER_DAY);
  return { date: dateOfDay(day), timeOfDayUs: local - day * US_PER_DAY };
}

let cachedDay = Number.NaN;
let cachedDate = "";

function dateOfDay(day: number): string {
  if (day !== cachedDay) {
    cachedDate = Temporal.PlainDate.from("1970-01-01").add({ days: day }).toString();
    cachedDay = day;
  }
  return cachedDate;
}

/** The moment at which the exchange's clock shows a time of a date. */
export function usOfExchangeTime(date: string | Temporal.PlainDate, hour: number, minute: number): Us {
  const at = Temporal.PlainDate.from(date).toZonedDateTime({
    timeZone: EXCHANGE_TIME_ZONE,
    plainTime: Temporal.PlainTime.from({ hour, minute }),
  });
  return us(at.epochMilliseconds * 1000);
}
