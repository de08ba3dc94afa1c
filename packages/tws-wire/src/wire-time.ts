import { SINCE } from "./protocol-version.ts";

/** Times as TWS writes and reads them. TWS runs in New York here, as its clients expect of US equities. */
const ZONE = "America/New_York";
const ZONE_ON_WIRE = "US/Eastern";
const US_PER_MS = 1000;

const two = (value: number): string => String(value).padStart(2, "0");

const easternOf = (timeUs: number): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(Math.floor(timeUs / US_PER_MS)).toZonedDateTimeISO(ZONE);

const dateOf = (time: Temporal.ZonedDateTime): string => `${time.year}${two(time.month)}${two(time.day)}`;
const clockOf = (time: Temporal.ZonedDateTime): string => `${two(time.hour)}:${two(time.minute)}:${two(time.second)}`;

/** Unix microseconds as `yyyymmdd HH:mm:ss US/Eastern`; before 174 as `yyyymmdd  HH:mm:ss`, New York's time all the same. */
export function wireTime(serverVersion: number, timeUs: number): string {
  const time = easternOf(timeUs);
  if (serverVersion < SINCE.timesWithZone) return `${dateOf(time)}  ${clockOf(time)}`;
  return `${dateOf(time)} ${clockOf(time)} ${ZONE_ON_WIRE}`;
}

/** Unix microseconds as the New York day, `yyyymmdd`: the date of a daily bar. */
export const wireDate = (timeUs: number): string => dateOf(easternOf(timeUs));

/** The time of the handshake: `yyyymmdd HH:mm:ss EST`. TWS writes the zone's standard name in summer, too; some clients know no other. */
export function connectionTime(timeUs: number): string {
  const time = easternOf(timeUs);
  return `${dateOf(time)} ${clockOf(time)} EST`;
}

const WIRE_TIME = /^(\d{4})(\d\d)(\d\d)(?:( {1,2}|-)(\d\d):(\d\d)(?::(\d\d))?(?: (\S+))?)?$/;

/**
 * A time from a request as unix microseconds: `yyyymmdd HH:mm:ss [zone]` (New York where no zone stands), `yyyymmdd-HH:mm:ss`
 * (UTC), `yyyymmdd` (midnight in New York). `undefined` where the text is none of them, or the zone is not known.
 */
export function parseWireTime(text: string): number | undefined {
  const match = WIRE_TIME.exec(text.trim());
  if (match === null) return undefined;
  const [, year, month, day, separator, hour = "00", minute = "00", second = "00", zone] = match;
  const timeZone = separator === "-" ? "UTC" : (zone ?? ZONE);
  try {
    const time = Temporal.PlainDateTime.from(`${year}-${month}-${day}T${hour}:${minute}:${second}`).toZonedDateTime(
      timeZone,
    );
    return time.epochMilliseconds * US_PER_MS;
  } catch (cause) {
    if (cause instanceof RangeError) return undefined;
    throw cause;
  }
}
