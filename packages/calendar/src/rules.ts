import {
  easterSunday,
  FRIDAY,
  mondayAfterSunday,
  MONDAY,
  nthWeekday,
  observed,
  plain,
  THURSDAY,
  WEDNESDAY,
} from "./dates.ts";

/** A time on the exchange's wall clock, `HH:MM`. */
export type WallTime = `${number}:${number}`;

/** Something that comes every year, in the years from `fromYear` to `untilYear`, both included. */
type Yearly = {
  readonly name: string;
  /** When, in words. */
  readonly rule: string;
  readonly fromYear: number;
  readonly untilYear?: number;
  /** The day in a year, if any; on a weekend it has no effect. */
  dayIn(year: number): Temporal.PlainDate | undefined;
};
export type HolidayRule = Yearly;
export type EarlyCloseRule = Yearly & { readonly close: WallTime; readonly source: string };

/** The first year that the rules cover. */
const FIRST = 1990;
const OBSERVED = "a Saturday's on the Friday before, a Sunday's on the Monday after";

/** Days without a session, by NYSE Rule 7.2; Nasdaq keeps the same days. */
export const HOLIDAY_RULES: readonly HolidayRule[] = [
  {
    name: "New Year's Day",
    rule: "1 January, a Sunday's on the Monday after, a Saturday's not at all: the Friday closes the year's books",
    fromYear: FIRST,
    dayIn: (year) => mondayAfterSunday(plain(year, 1, 1)),
  },
  {
    name: "Martin Luther King, Jr. Day",
    rule: "third Monday of January",
    fromYear: 1998,
    dayIn: (year) => nthWeekday(year, 1, MONDAY, 3),
  },
  {
    name: "Washington's Birthday",
    rule: "third Monday of February",
    fromYear: FIRST,
    dayIn: (year) => nthWeekday(year, 2, MONDAY, 3),
  },
  {
    name: "Good Friday",
    rule: "two days before Easter",
    fromYear: FIRST,
    dayIn: (year) => easterSunday(year).subtract({ days: 2 }),
  },
  {
    name: "Memorial Day",
    rule: "last Monday of May",
    fromYear: FIRST,
    dayIn: (year) => nthWeekday(year, 5, MONDAY, -1),
  },
  {
    name: "Juneteenth",
    rule: `19 June, ${OBSERVED}`,
    fromYear: 2022,
    dayIn: (year) => observed(plain(year, 6, 19)),
  },
  {
    name: "Independence Day",
    rule: `4 July, ${OBSERVED}`,
    fromYear: FIRST,
    dayIn: (year) => observed(plain(year, 7, 4)),
  },
  {
    name: "Labor Day",
    rule: "first Monday of September",
    fromYear: FIRST,
    dayIn: (year) => nthWeekday(year, 9, MONDAY, 1),
  },
  {
    name: "Thanksgiving",
    rule: "fourth Thursday of November",
    fromYear: FIRST,
    dayIn: (year) => nthWeekday(year, 11, THURSDAY, 4),
  },
  {
    name: "Christmas",
    rule: `25 December, ${OBSERVED}`,
    fromYear: FIRST,
    dayIn: (year) => observed(plain(year, 12, 25)),
  },
];

export const NYSE_CLOSINGS = "NYSE, Special Closings since 1885 (list of 2011)";
const YEARLY_NOTICE = "NYSE Group, Holiday and Early Closings Calendar, each year's notice";
const dayAfterThanksgiving = (year: number): Temporal.PlainDate => nthWeekday(year, 11, THURSDAY, 4).add({ days: 1 });

/** Days on which regular hours end early, by custom announced each year. One that is a holiday in a year is that holiday. */
export const EARLY_CLOSE_RULES: readonly EarlyCloseRule[] = [
  {
    name: "the day before Independence Day",
    rule: "3 July, on a Monday, Tuesday or Thursday",
    fromYear: 1995,
    close: "13:00",
    source: `${NYSE_CLOSINGS}; ${YEARLY_NOTICE}`,
    dayIn: (year) => onWeekday(plain(year, 7, 3), (day) => day !== WEDNESDAY && day !== FRIDAY),
  },
  {
    name: "the day after Independence Day",
    rule: "5 July, on a Friday",
    fromYear: 1996,
    untilYear: 2012,
    close: "13:00",
    source: NYSE_CLOSINGS,
    dayIn: (year) => onWeekday(plain(year, 7, 5), (day) => day === FRIDAY),
  },
  {
    name: "the day before Independence Day",
    rule: "3 July, on a Wednesday",
    fromYear: 2013,
    close: "13:00",
    source: YEARLY_NOTICE,
    dayIn: (year) => onWeekday(plain(year, 7, 3), (day) => day === WEDNESDAY),
  },
  {
    name: "the day after Thanksgiving",
    rule: "the Friday after the fourth Thursday of November",
    fromYear: 1992,
    untilYear: 1992,
    close: "14:00",
    source: NYSE_CLOSINGS,
    dayIn: dayAfterThanksgiving,
  },
  {
    name: "the day after Thanksgiving",
    rule: "the Friday after the fourth Thursday of November",
    fromYear: 1993,
    close: "13:00",
    source: `${NYSE_CLOSINGS}; ${YEARLY_NOTICE}`,
    dayIn: dayAfterThanksgiving,
  },
  {
    name: "Christmas Eve",
    rule: "24 December",
    fromYear: FIRST,
    untilYear: 1992,
    close: "14:00",
    source: NYSE_CLOSINGS,
    dayIn: (year) => plain(year, 12, 24),
  },
  {
    name: "Christmas Eve",
    rule: "24 December",
    fromYear: 1993,
    close: "13:00",
    source: `${NYSE_CLOSINGS}; ${YEARLY_NOTICE}`,
    dayIn: (year) => plain(year, 12, 24),
  },
];

const onWeekday = (date: Temporal.PlainDate, fits: (weekday: number) => boolean): Temporal.PlainDate | undefined =>
  fits(date.dayOfWeek) ? date : undefined;
