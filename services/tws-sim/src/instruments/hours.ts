import { exchangeTimeAt, type Session, sessionOf } from "@bowline/calendar";
import { type Us, US_PER_MINUTE } from "@bowline/kernel";

/** TWS tells today and the five days after it. */
const DAYS = 6;
const FULL_SESSION_US = 390 * US_PER_MINUTE;

export type Hours = { readonly tradingHours: string; readonly liquidHours: string };

/** `20241127:0930-20241127:1600;20241128:CLOSED;…`: regular hours, and those with the hours before and after them. */
export function hoursFrom(nowUs: Us): Hours {
  const today = Temporal.PlainDate.from(exchangeTimeAt(nowUs).date);
  const days = Array.from({ length: DAYS }, (_, index) => today.add({ days: index }).toString());
  const join = (hours: (session: Session) => readonly [string, string]): string =>
    days.map((date) => dayOf(date, hours)).join(";");
  return {
    tradingHours: join((session) => ["0400", isShort(session) ? "1700" : "2000"]),
    liquidHours: join((session) => ["0930", isShort(session) ? "1300" : "1600"]),
  };
}

const isShort = ({ openUs, closeUs }: Session): boolean => closeUs - openUs < FULL_SESSION_US;

function dayOf(date: string, hours: (session: Session) => readonly [string, string]): string {
  const day = date.replaceAll("-", "");
  const session = sessionOf(date);
  if (session === undefined) return `${day}:CLOSED`;
  const [from, to] = hours(session);
  return `${day}:${from}-${day}:${to}`;
}
