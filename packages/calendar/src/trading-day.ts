import { assert } from "@bowline/kernel";
import { isWeekend } from "./dates.ts";
import { EARLY_CLOSE_RULES, HOLIDAY_RULES, type WallTime } from "./rules.ts";
import { type Exchange, SPECIAL_DAYS, type SpecialDay } from "./special-days.ts";

/** The years whose rules are known. */
export const FIRST_YEAR = 1990;
export const LAST_YEAR = 2035;

const USUAL_OPEN: WallTime = "09:30";
const USUAL_CLOSE: WallTime = "16:00";

/** What a date is to an exchange, in times of its wall clock. `reason` says why a day is not as usual. */
export type TradingDay =
  | { readonly kind: "WEEKEND" }
  | { readonly kind: "HOLIDAY" | "SPECIAL_CLOSURE"; readonly reason: string }
  | { readonly kind: "SESSION"; readonly open: WallTime; readonly close: WallTime; readonly reason?: string };

/** The days of one year that are not as usual, without weekends, by date. */
type UnusualDays = ReadonlyMap<string, TradingDay>;
const years = new Map<string, UnusualDays>();

/** What a date is. Throws outside the years that the calendar knows. */
export function tradingDayOf(date: Temporal.PlainDate, exchange: Exchange): TradingDay {
  assert(
    date.year >= FIRST_YEAR && date.year <= LAST_YEAR,
    `the calendar knows ${FIRST_YEAR} to ${LAST_YEAR}, not ${date.toString()}`,
  );
  if (isWeekend(date)) return { kind: "WEEKEND" };
  return (
    unusualDaysOf(date.year, exchange).get(date.toString()) ?? { kind: "SESSION", open: USUAL_OPEN, close: USUAL_CLOSE }
  );
}

function unusualDaysOf(year: number, exchange: Exchange): UnusualDays {
  const key = `${exchange} ${year}`;
  const known = years.get(key);
  if (known !== undefined) return known;
  const days = new Map<string, TradingDay>();
  for (const rule of EARLY_CLOSE_RULES) {
    const date = dateIn(rule, year);
    if (date !== undefined) days.set(date, { kind: "SESSION", open: USUAL_OPEN, close: rule.close, reason: rule.name });
  }
  // What closes a day is stronger than what shortens it.
  for (const rule of HOLIDAY_RULES) {
    const date = dateIn(rule, year);
    if (date !== undefined) days.set(date, { kind: "HOLIDAY", reason: rule.name });
  }
  for (const special of SPECIAL_DAYS)
    if (special.date.startsWith(`${year}-`) && special.exchanges.includes(exchange))
      days.set(special.date, specialDay(special));
  years.set(key, days);
  return days;
}

type Yearly = (typeof HOLIDAY_RULES)[number];

function dateIn(rule: Yearly, year: number): string | undefined {
  if (year < rule.fromYear || year > (rule.untilYear ?? LAST_YEAR)) return undefined;
  return rule.dayIn(year)?.toString();
}

const specialDay = ({ open, close, reason }: SpecialDay): TradingDay =>
  open === undefined && close === undefined
    ? { kind: "SPECIAL_CLOSURE", reason }
    : { kind: "SESSION", open: open ?? USUAL_OPEN, close: close ?? USUAL_CLOSE, reason };
