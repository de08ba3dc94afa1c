import { type ClockChange, clockChangesOf, type Exchange } from "@bowline/calendar";
import { type DayFacts, dayFacts } from "./day-facts.ts";

/** A year of an exchange: its sessions, and the weekdays that are not as usual. */
export type YearFacts = {
  readonly year: number;
  readonly exchange: Exchange;
  readonly sessions: readonly DayFacts[];
  /** Weekdays without a session, and sessions with other hours than 09:30 to 16:00. */
  readonly unusual: readonly DayFacts[];
  readonly clockChanges: { readonly newYork: readonly ClockChange[]; readonly europe: readonly ClockChange[] };
};

export function yearFacts(year: number, exchange: Exchange): YearFacts {
  const days: DayFacts[] = [];
  for (
    let date = Temporal.PlainDate.from({ year, month: 1, day: 1 });
    date.year === year;
    date = date.add({ days: 1 })
  ) {
    days.push(dayFacts(date, exchange));
  }
  return {
    year,
    exchange,
    sessions: days.filter(({ kind }) => kind === "SESSION"),
    unusual: days.filter(({ reason }) => reason !== undefined),
    clockChanges: { newYork: clockChangesOf(year), europe: clockChangesOf(year, "Europe/Brussels") },
  };
}

export function yearText({ year, exchange, sessions, unusual, clockChanges }: YearFacts): string {
  const changes = (name: string, list: readonly ClockChange[]): string =>
    `  ${name.padEnd(9)}${list.map(({ date, offsetHours }) => `${date} (UTC${offsetHours < 0 ? "" : "+"}${offsetHours})`).join(", ")}`;
  return [
    `${year}, ${exchange}: ${sessions.length} sessions; 09:30 to 16:00 in New York, but for`,
    ...unusual.map(
      ({ date, weekday, hours, reason = "" }) =>
        `  ${date} ${weekday.slice(0, 3)}  ${hours === undefined ? "closed        " : `${hours.open} to ${hours.close}`}  ${reason}`,
    ),
    "clocks change, and the session moves in UTC with New York's:",
    changes("New York", clockChanges.newYork),
    changes("Europe", clockChanges.europe),
  ].join("\n");
}
