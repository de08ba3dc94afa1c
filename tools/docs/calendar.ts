import {
  clockChangesOf,
  EARLY_CLOSE_RULES,
  EXCHANGES,
  FIRST_YEAR,
  HOLIDAY_RULES,
  LAST_YEAR,
  SPECIAL_DAYS,
  tradingDayOf,
} from "../../packages/calendar/src/index.ts";
import { opening, sections, table } from "./markdown.ts";

type Years = { readonly fromYear: number; readonly untilYear?: number };
const yearsOf = ({ fromYear, untilYear }: Years): string => {
  if (untilYear === undefined) return fromYear === FIRST_YEAR ? "" : `since ${fromYear}`;
  return untilYear === fromYear ? `${fromYear}` : `${fromYear} to ${untilYear}`;
};
const hoursOf = ({ open, close }: { readonly open?: string; readonly close?: string }): string =>
  open === undefined && close === undefined ? "closed" : `${open ?? "09:30"} to ${close ?? "16:00"}`;

/** NYSE's weekdays of a year that are not as usual, by what they are. */
function yearRow(year: number): string[] {
  const closed: string[] = [];
  const changed: string[] = [];
  let sessions = 0;
  for (
    let date = Temporal.PlainDate.from({ year, month: 1, day: 1 });
    date.year === year;
    date = date.add({ days: 1 })
  ) {
    const day = tradingDayOf(date, "NYSE");
    const text = date.toString().slice(5);
    if (day.kind === "SESSION") sessions += 1;
    if (day.kind === "HOLIDAY" || day.kind === "SPECIAL_CLOSURE") closed.push(text);
    if (day.kind === "SESSION" && day.close !== "16:00")
      changed.push(day.close === "13:00" ? text : `${text} at ${day.close}`);
  }
  const clocks = (timeZone?: string): string =>
    clockChangesOf(year, timeZone)
      .map(({ date }) => date.slice(5))
      .join(", ");
  return [String(year), String(sessions), closed.join(", "), changed.join(", "), clocks(), clocks("Europe/Brussels")];
}

/** The calendar's rules, its special days with their notices, and what comes of them. */
export function renderCalendar(): string {
  const years = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => yearRow(FIRST_YEAR + index));
  return sections([
    opening("Calendar", "packages/calendar/src"),
    `Sessions of NYSE and Nasdaq from ${FIRST_YEAR} to ${LAST_YEAR}, in New York's time as \`Temporal\` knows it. Regular hours are 09:30 to 16:00 and hold
their open, not their close. The hours around them are today's: from 04:00, and for four hours after the close (17:00 after a close at 13:00);
years before 2013 had shorter ones. \`./bowline calendar DATE\` prints one day, \`./bowline calendar YEAR\` a year.

At run time the hours that IB tells with each instrument, once a day, have the last word; where they differ from the calendar's, the alert
\`HOURS_DIFFER\` tells a person. The backtest and the simulator have the calendar alone.

What the calendar says of years to come is by rule: a day of mourning or a storm is known when it is announced, and is then a line in
\`packages/calendar/src/special-days.ts\`.`,
    "## Holidays",
    "NYSE Rule 7.2; Nasdaq keeps the same days.",
    table(
      ["holiday", "when", "years"],
      HOLIDAY_RULES.map((rule) => [rule.name, rule.rule, yearsOf(rule)]),
    ),
    "## Early closes by custom",
    table(
      ["day", "when", "close", "years", "source"],
      EARLY_CLOSE_RULES.map((rule) => [rule.name, rule.rule, rule.close, yearsOf(rule), rule.source]),
    ),
    "## Special days",
    `Days that no rule gives. A change of NYSE's own hours, of which no notice of Nasdaq's is known, is NYSE's alone.`,
    table(
      ["date", "hours", "why", "notice", "exchanges"],
      SPECIAL_DAYS.map((day) => [
        day.date,
        hoursOf(day),
        day.reason,
        day.notice,
        day.exchanges.length === EXCHANGES.length ? "all" : day.exchanges.join(", "),
      ]),
    ),
    "## Year by year",
    "NYSE's weekdays without a session, sessions that end early (at 13:00 where no time stands), and the first days of new clocks.",
    table(["year", "sessions", "closed", "early close", "New York's clocks", "Europe's clocks"], years),
  ]);
}
