import {
  type Exchange,
  extendedHoursOf,
  nextSession,
  sessionOf,
  tradingDayOf,
  usOfExchangeTime,
  wallTimeOf,
} from "@bowline/calendar";
import type { Us } from "@bowline/kernel";

/** One date of an exchange, for people and for JSON: times of its wall clock as HH:MM, and as UTC. */
export type DayFacts = {
  readonly date: string;
  readonly weekday: string;
  readonly exchange: Exchange;
  readonly kind: "SESSION" | "HOLIDAY" | "SPECIAL_CLOSURE" | "WEEKEND";
  /** Why the day is not as usual. */
  readonly reason?: string;
  readonly hours?: {
    readonly preOpen: string;
    readonly open: string;
    readonly close: string;
    readonly postClose: string;
    readonly openUtc: string;
    readonly closeUtc: string;
  };
};

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const utcOf = (time: Us): string => Temporal.Instant.fromEpochMilliseconds(time / 1000).toString();

export function dayFacts(date: Temporal.PlainDate, exchange: Exchange): DayFacts {
  const day = tradingDayOf(date, exchange);
  const text = date.toString();
  const session = sessionOf(text, exchange);
  const extended = extendedHoursOf(text, exchange);
  return {
    date: text,
    weekday: WEEKDAYS[date.dayOfWeek - 1] ?? "",
    exchange,
    kind: day.kind,
    ...("reason" in day ? { reason: day.reason } : {}),
    ...(session === undefined || extended === undefined
      ? {}
      : {
          hours: {
            preOpen: wallTimeOf(extended.fromUs),
            open: wallTimeOf(session.openUs),
            close: wallTimeOf(session.closeUs),
            postClose: wallTimeOf(extended.toUs),
            openUtc: utcOf(session.openUs),
            closeUtc: utcOf(session.closeUs),
          },
        }),
  };
}

/** The first session after a date, by its date. */
export const sessionAfter = (date: Temporal.PlainDate, exchange: Exchange): string =>
  nextSession(usOfExchangeTime(date, 23, 59), exchange).date;

export function dayText(day: DayFacts, next: string): string {
  const title = `${day.date} ${day.weekday}, ${day.exchange}`;
  const why = day.reason === undefined ? "" : `: ${day.reason}`;
  const { hours } = day;
  if (hours === undefined) return `${title}\n  closed${why}\n  next session ${next}`;
  return [
    `${title}${why}`,
    `  regular ${hours.open} to ${hours.close} in New York (${hours.openUtc.slice(11, 16)} to ${hours.closeUtc.slice(11, 16)} UTC)`,
    `  before  ${hours.preOpen} to ${hours.open}`,
    `  after   ${hours.close} to ${hours.postClose}`,
    `  next session ${next}`,
  ].join("\n");
}
