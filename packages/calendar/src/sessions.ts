import { assert, type Us, US_PER_MINUTE } from "@bowline/kernel";
import { exchangeTimeAt, usOfExchangeTime } from "./exchange-time.ts";
import { isEarlyClose, isHoliday } from "./holidays.ts";

/** Regular hours of one trading day. `openUs` belongs to the session, `closeUs` does not. */
export type Session = { readonly date: string; readonly openUs: Us; readonly closeUs: Us };

/** PRE from 04:00, REGULAR, POST until 20:00 (17:00 after an early close), CLOSED otherwise and all day on holidays. */
export type Phase = "PRE" | "REGULAR" | "POST" | "CLOSED";

/** The years whose rules are known. */
export const FIRST_YEAR = 2000;
export const LAST_YEAR = 2035;

const sessions = new Map<string, Session | undefined>();

/** The session of a date (YYYY-MM-DD, the exchange's), or `undefined` on weekends and holidays. Throws outside 2000 to 2035. */
export function sessionOf(date: string): Session | undefined {
  if (sessions.has(date)) return sessions.get(date);
  const day = Temporal.PlainDate.from(date);
  assert(
    day.year >= FIRST_YEAR && day.year <= LAST_YEAR,
    `the calendar knows ${FIRST_YEAR} to ${LAST_YEAR}, not ${date}`,
  );
  const session = makeSession(day);
  sessions.set(date, session);
  return session;
}

function makeSession(day: Temporal.PlainDate): Session | undefined {
  if (day.dayOfWeek > 5 || isHoliday(day)) return undefined;
  const closeHour = isEarlyClose(day) ? 13 : 16;
  return { date: day.toString(), openUs: usOfExchangeTime(day, 9, 30), closeUs: usOfExchangeTime(day, closeHour, 0) };
}

/** The session whose regular hours hold the time (openUs ≤ time < closeUs), if any. */
export function sessionAt(time: Us): Session | undefined {
  const session = sessionOf(exchangeTimeAt(time).date);
  return session !== undefined && session.openUs <= time && time < session.closeUs ? session : undefined;
}

/** The first session that opens after the time. */
export function nextSession(time: Us): Session {
  let day = Temporal.PlainDate.from(exchangeTimeAt(time).date);
  for (;;) {
    const session = sessionOf(day.toString());
    if (session !== undefined && session.openUs > time) return session;
    day = day.add({ days: 1 });
  }
}

const PRE_OPEN_US = 240 * US_PER_MINUTE;
const POST_LENGTH_US = 240 * US_PER_MINUTE;

/** What part of the trading day a time lies in. */
export function phaseAt(time: Us): Phase {
  const { date, timeOfDayUs } = exchangeTimeAt(time);
  const session = sessionOf(date);
  if (session === undefined || timeOfDayUs < PRE_OPEN_US) return "CLOSED";
  if (time < session.openUs) return "PRE";
  if (time < session.closeUs) return "REGULAR";
  return time < session.closeUs + POST_LENGTH_US ? "POST" : "CLOSED";
}
