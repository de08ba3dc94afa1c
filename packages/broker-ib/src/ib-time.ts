import { sessionOf, usOfExchangeTime } from "@bowline/calendar";
import { US_PER_MS, US_PER_SECOND, type Us, us } from "@bowline/kernel";

const TIME = /^(\d{4})(\d\d)(\d\d)( {1,2}|-)(\d\d):(\d\d):(\d\d)(?: (\S+))?$/;

/** TWS's own names, and where no zone stands: it runs in New York for US equities. */
const DEFAULT_ZONE = "America/New_York";

/**
 * A time as TWS writes it, `yyyymmdd HH:mm:ss US/Eastern` or without the zone, or in UTC as requests have it
 * (`yyyymmdd-HH:mm:ss`), as unix microseconds. `undefined` where it is none, or the zone is not known.
 */
export function parseIbTime(text: string): Us | undefined {
  const match = TIME.exec(text.trim());
  if (match === null) return undefined;
  const [, year, month, day, separator, hour, minute, second, zone] = match;
  try {
    const local = Temporal.PlainDateTime.from(`${year}-${month}-${day}T${hour}:${minute}:${second}`);
    return us(local.toZonedDateTime(zone ?? (separator === "-" ? "UTC" : DEFAULT_ZONE)).epochMilliseconds * US_PER_MS);
  } catch (failure) {
    if (failure instanceof RangeError) return undefined;
    throw failure;
  }
}

/** Unix microseconds as TWS takes them in requests, in UTC: `yyyymmdd-HH:mm:ss`. */
export function formatIbUtc(time: Us): string {
  const text = Temporal.Instant.fromEpochMilliseconds(Math.floor(time / US_PER_MS)).toString({
    smallestUnit: "second",
  });
  return text.replaceAll("-", "").replace("T", "-").replace("Z", "");
}

/** Unix seconds, as text or number, as unix microseconds; `undefined` where they are none. */
export function usOfEpochSeconds(seconds: string | number): Us | undefined {
  const value = Number(seconds);
  return Number.isSafeInteger(value) && value > 0 ? us(value * US_PER_SECOND) : undefined;
}

const DATE = /^(\d{4})(\d\d)(\d\d)$/;

/**
 * The start of a bar as TWS stamps it: unix seconds, or for bars of days their date (`yyyymmdd`, whatever format was asked for),
 * which stands for the regular open. `undefined` where it is neither.
 */
export function usOfBarDate(date: string | number): Us | undefined {
  const [, year, month, day] = DATE.exec(String(date)) ?? [];
  if (year === undefined) return usOfEpochSeconds(date);
  const text = `${year}-${month}-${day}`;
  try {
    return sessionOf(text)?.openUs ?? usOfExchangeTime(text, 9, 30);
  } catch (failure) {
    if (failure instanceof RangeError) return undefined;
    throw failure;
  }
}
