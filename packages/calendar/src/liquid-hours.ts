import { err, ok, type Result, type Us, US_PER_MINUTE } from "@bowline/kernel";
import { exchangeTimeAt, EXCHANGE_TIME_ZONE, usOfExchangeTime } from "./exchange-time.ts";
import { type Session, sessionOf } from "./sessions.ts";
import type { Exchange } from "./special-days.ts";

/** What the broker says of one date: the hours of its session, or that there is none. */
export type BrokerDay = { readonly date: string; readonly session: Session | undefined };

/** The names under which IB gives the exchange's time zone. */
const TIME_ZONES: ReadonlySet<string> = new Set([EXCHANGE_TIME_ZONE, "US/Eastern", "EST5EDT", "EST"]);

const CLOSED = /^(\d{8}):CLOSED$/;
const OPEN = /^(\d{8}):(\d\d)(\d\d)-(\d{8}):(\d\d)(\d\d)$/;

/**
 * Reads IB's `liquidHours`: `20241127:0930-20241127:1600;20241128:CLOSED;…`, in the time zone of `timeZoneId`. A text that
 * is not wholly understood is refused: half of a calendar would be a wrong one. Several intervals of one date are refused too.
 */
export function parseLiquidHours(text: string, timeZoneId: string): Result<readonly BrokerDay[], string> {
  if (!TIME_ZONES.has(timeZoneId.split(" ")[0] ?? "")) return err(`time zone ${JSON.stringify(timeZoneId)}`);
  const days: BrokerDay[] = [];
  for (const part of text.split(";").filter((piece) => piece !== "")) {
    const day = parseDay(part);
    if (day === undefined) return err(`liquid hours ${JSON.stringify(part)}`);
    if (days.some((known) => known.date === day.date)) return err(`liquid hours tell ${day.date} twice`);
    days.push(day);
  }
  return days.length === 0 ? err("no liquid hours") : ok(days);
}

function parseDay(part: string): BrokerDay | undefined {
  const [, closedDate] = CLOSED.exec(part) ?? [];
  if (closedDate !== undefined) {
    const date = dateOf(closedDate);
    return date === undefined ? undefined : { date, session: undefined };
  }
  const [, from = "", fromHour, fromMinute, to, toHour, toMinute] = OPEN.exec(part) ?? [];
  const date = dateOf(from);
  if (date === undefined || from !== to) return undefined;
  const openUs = timeOf(date, fromHour, fromMinute);
  const closeUs = timeOf(date, toHour, toMinute);
  if (openUs === undefined || closeUs === undefined || openUs >= closeUs) return undefined;
  return { date, session: { date, openUs, closeUs } };
}

/** A date of eight digits as YYYY-MM-DD; `undefined` where there is no such day. */
function dateOf(digits: string): string | undefined {
  const text = digits.replace(/^(\d{4})(\d\d)(\d\d)$/, "$1-$2-$3");
  const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
  if (year === 0 || month === 0 || day === 0) return undefined;
  return Temporal.PlainDate.from({ year, month, day }).toString() === text ? text : undefined;
}

function timeOf(date: string, hourText: string | undefined, minuteText: string | undefined): Us | undefined {
  const [hour, minute] = [Number(hourText), Number(minuteText)];
  return hour < 24 && minute < 60 ? usOfExchangeTime(date, hour, minute) : undefined;
}

/** A date whose session the broker and the calendar tell differently; `undefined` is a day without one. */
export type HoursDifference = {
  readonly date: string;
  readonly broker: Session | undefined;
  readonly calendar: Session | undefined;
};

/** Where the broker's days differ from the calendar's, in their order. */
export function hoursDifferences(days: readonly BrokerDay[], exchange?: Exchange): readonly HoursDifference[] {
  return days.flatMap(({ date, session: broker }) => {
    const calendar = sessionOf(date, exchange);
    return broker?.openUs === calendar?.openUs && broker?.closeUs === calendar?.closeUs
      ? []
      : [{ date, broker, calendar }];
  });
}

/** `2024-11-29: broker 09:30-13:00, calendar closed`. */
export const describeDifference = ({ date, broker, calendar }: HoursDifference): string =>
  `${date}: broker ${hoursText(broker)}, calendar ${hoursText(calendar)}`;

const hoursText = (session: Session | undefined): string =>
  session === undefined ? "closed" : `${wallTimeOf(session.openUs)}-${wallTimeOf(session.closeUs)}`;

/** A time as the exchange's wall clock shows it, `HH:MM`. */
export function wallTimeOf(time: Us): string {
  const minutes = Math.floor(exchangeTimeAt(time).timeOfDayUs / US_PER_MINUTE);
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}
