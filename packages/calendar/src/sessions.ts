import { addUs, type Us, US_PER_MINUTE } from "@bowline/kernel";
import { exchangeTimeAt, usOfExchangeTime } from "./exchange-time.ts";
import type { WallTime } from "./rules.ts";
import type { Exchange } from "./special-days.ts";
import { tradingDayOf } from "./trading-day.ts";

/** Regular hours of one trading day. `openUs` belongs to the session, `closeUs` does not. */
export type Session = { readonly date: string; readonly openUs: Us; readonly closeUs: Us };

/** PRE from 04:00, REGULAR, POST until 20:00 (17:00 after an early close at 13:00), CLOSED otherwise and all day on holidays. */
export type Phase = "PRE" | "REGULAR" | "POST" | "CLOSED";

/** A session with the hours around it, both by the clock that the exchange's wall shows. */
type Day = { readonly session: Session; readonly extended: ExtendedHours };
/** `fromUs` belongs to the hours, `toUs` does not. */
export type ExtendedHours = { readonly fromUs: Us; readonly toUs: Us };

const PRE_OPEN: WallTime = "04:00";
const POST_LENGTH_US = 240 * US_PER_MINUTE;
const days: Readonly<Record<Exchange, Map<string, Day | undefined>>> = { NYSE: new Map(), NASDAQ: new Map() };

function dayOf(date: string, exchange: Exchange): Day | undefined {
  const known = days[exchange];
  if (known.has(date)) return known.get(date);
  const day = makeDay(Temporal.PlainDate.from(date), exchange);
  known.set(date, day);
  return day;
}

function makeDay(date: Temporal.PlainDate, exchange: Exchange): Day | undefined {
  const day = tradingDayOf(date, exchange);
  if (day.kind !== "SESSION") return undefined;
  return dayAround({
    date: date.toString(),
    openUs: usOfWallTime(date, day.open),
    closeUs: usOfWallTime(date, day.close),
  });
}

const dayAround = (session: Session): Day => ({
  session,
  extended: {
    fromUs: usOfWallTime(Temporal.PlainDate.from(session.date), PRE_OPEN),
    toUs: addUs(session.closeUs, POST_LENGTH_US),
  },
});

function usOfWallTime(date: Temporal.PlainDate, time: WallTime): Us {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return usOfExchangeTime(date, hour, minute);
}

/** The session of a date (YYYY-MM-DD, the exchange's), or `undefined` on weekends and holidays. Throws outside the known years. */
export const sessionOf = (date: string, exchange: Exchange = "NYSE"): Session | undefined =>
  dayOf(date, exchange)?.session;

/**
 * Where trading around the regular hours of a date begins and ends: 04:00, and four hours after the close. These are today's
 * hours (NYSE Arca's early and late sessions, Nasdaq's System Hours); years before 2013 had shorter ones.
 */
export const extendedHoursOf = (date: string, exchange: Exchange = "NYSE"): ExtendedHours | undefined =>
  dayOf(date, exchange)?.extended;

/** The session whose regular hours hold the time (openUs ≤ time < closeUs), if any. */
export function sessionAt(time: Us, exchange?: Exchange): Session | undefined {
  const session = sessionOf(exchangeTimeAt(time).date, exchange);
  return session !== undefined && session.openUs <= time && time < session.closeUs ? session : undefined;
}

/** The first session that opens after the time. */
export function nextSession(time: Us, exchange?: Exchange): Session {
  let day = Temporal.PlainDate.from(exchangeTimeAt(time).date);
  for (;;) {
    const session = sessionOf(day.toString(), exchange);
    if (session !== undefined && session.openUs > time) return session;
    day = day.add({ days: 1 });
  }
}

/** What part of the trading day a time lies in. */
export const phaseAt = (time: Us, exchange: Exchange = "NYSE"): Phase =>
  phaseIn(time, dayOf(exchangeTimeAt(time).date, exchange));

/** As `phaseAt`, on a day whose session is given: one that the broker tells otherwise than the calendar. */
export const phaseAround = (time: Us, session: Session | undefined): Phase =>
  phaseIn(time, session === undefined ? undefined : dayAround(session));

function phaseIn(time: Us, day: Day | undefined): Phase {
  if (day === undefined || time < day.extended.fromUs || time >= day.extended.toUs) return "CLOSED";
  if (time < day.session.openUs) return "PRE";
  return time < day.session.closeUs ? "REGULAR" : "POST";
}
