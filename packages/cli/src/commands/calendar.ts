import { type Command, Option } from "commander";
import { type Exchange, EXCHANGE_TIME_ZONE, EXCHANGES, FIRST_YEAR, LAST_YEAR } from "@bowline/calendar";
import { dayFacts, dayText, sessionAfter } from "../calendar/day-facts.ts";
import { yearFacts, yearText } from "../calendar/year-facts.ts";
import { printJson, printLine, usageFailure } from "../command.ts";

type Flags = { readonly exchange: Exchange; readonly json?: boolean };

export function configure(command: Command): void {
  command
    .argument("[when]", "a date such as 2026-11-27 or a year such as 2026; today in New York where it is left out")
    .addOption(new Option("--exchange <name>", "whose sessions").choices(EXCHANGES).default("NYSE"))
    .option("--json", "print JSON")
    .addHelpText(
      "after",
      "\nRegular, pre- and post-market hours, holidays, early closes, special closures and why; of a year also the changes" +
        `\nof the clocks. ${FIRST_YEAR} to ${LAST_YEAR}; rules and sources: docs/reference/calendar.md.`,
    )
    .action((when: string | undefined, flags: Flags) => {
      if (when !== undefined && /^\d{4}$/.test(when)) printYear(knownYear(when), flags);
      else printDay(when === undefined ? Temporal.Now.plainDateISO(EXCHANGE_TIME_ZONE) : dateOf(when), flags);
    });
}

function printYear(year: number, { exchange, json }: Flags): void {
  const facts = yearFacts(year, exchange);
  if (json === true) printJson(facts);
  else printLine(yearText(facts));
}

function printDay(date: Temporal.PlainDate, { exchange, json }: Flags): void {
  const facts = dayFacts(date, exchange);
  const isLast = date.year === LAST_YEAR && date.month === 12;
  const next = isLast ? undefined : sessionAfter(date, exchange);
  if (json === true) printJson({ ...facts, ...(next === undefined ? {} : { nextSession: next }) });
  else printLine(dayText(facts, next ?? `is not known: the calendar ends with ${LAST_YEAR}`));
}

function knownYear(text: string): number {
  const year = Number(text.slice(0, 4));
  if (year >= FIRST_YEAR && year <= LAST_YEAR) return year;
  throw usageFailure(`${text}: the calendar knows ${FIRST_YEAR} to ${LAST_YEAR}`);
}

function dateOf(text: string): Temporal.PlainDate {
  const wrong = usageFailure(`${JSON.stringify(text)} is neither a date such as 2026-11-27 nor a year such as 2026`);
  const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || month === 0 || day === 0) throw wrong;
  knownYear(text);
  const date = Temporal.PlainDate.from({ year, month, day });
  if (date.toString() !== text) throw wrong;
  return date;
}
