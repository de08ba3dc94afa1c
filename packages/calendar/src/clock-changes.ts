import { EXCHANGE_TIME_ZONE } from "./exchange-time.ts";

/** A change between winter and summer time: the first moment with the new clock, and its offset from UTC in hours. */
export type ClockChange = { readonly date: string; readonly utc: string; readonly offsetHours: number };

/** The changes of a time zone's clock in a year, in order of time. */
export function clockChangesOf(year: number, timeZone: string = EXCHANGE_TIME_ZONE): readonly ClockChange[] {
  const changes: ClockChange[] = [];
  let at = Temporal.PlainDate.from({ year, month: 1, day: 1 }).toZonedDateTime(timeZone).getTimeZoneTransition("next");
  while (at !== null && at.year === year) {
    changes.push({
      date: at.toPlainDate().toString(),
      utc: at.toInstant().toString(),
      offsetHours: at.offsetNanoseconds / NS_PER_HOUR,
    });
    at = at.getTimeZoneTransition("next");
  }
  return changes;
}

const NS_PER_HOUR = 3_600_000_000_000;
