/** Days of the exchange's calendar, as plain numbers: months from 1, weekdays from 1 = Monday to 7 = Sunday. */
const plain = (year: number, month: number, day: number): Temporal.PlainDate =>
  Temporal.PlainDate.from({ year, month, day });

/** The n-th given weekday of a month; n = -1 is the last. */
function nthWeekday(year: number, month: number, weekday: number, nth: number): Temporal.PlainDate {
  const first = plain(year, month, 1);
  if (nth < 0) {
    const last = first.add({ months: 1 }).subtract({ days: 1 });
    return last.subtract({ days: (last.dayOfWeek - weekday + 7) % 7 });
  }
  return first.add({ days: ((weekday - first.dayOfWeek + 7) % 7) + (nth - 1) * 7 });
}

/** Western Easter Sunday, by the anonymous Gregorian computus. */
function easterSunday(year: number): Temporal.PlainDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return plain(year, Math.floor(n / 31), (n % 31) + 1);
}

/** A fixed holiday as observed: on a Saturday the Friday before, on a Sunday the Monday after. */
function observed(year: number, month: number, day: number): Temporal.PlainDate {
  const date = plain(year, month, day);
  if (date.dayOfWeek === 6) return date.subtract({ days: 1 });
  if (date.dayOfWeek === 7) return date.add({ days: 1 });
  return date;
}

/** Closed for what no rule foresees: attacks, storms, days of mourning. */
const UNSCHEDULED_CLOSURES = [
  "2001-09-11",
  "2001-09-12",
  "2001-09-13",
  "2001-09-14",
  "2004-06-11",
  "2007-01-02",
  "2012-10-29",
  "2012-10-30",
  "2018-12-05",
  "2025-01-09",
];

function holidaysOf(year: number): ReadonlySet<string> {
  const newYear = plain(year, 1, 1);
  const days = [
    nthWeekday(year, 1, 1, 3), // Martin Luther King
    nthWeekday(year, 2, 1, 3), // Washington's birthday
    easterSunday(year).subtract({ days: 2 }), // Good Friday
    nthWeekday(year, 5, 1, -1), // Memorial Day
    observed(year, 7, 4), // Independence Day
    nthWeekday(year, 9, 1, 1), // Labor Day
    nthWeekday(year, 11, 4, 4), // Thanksgiving
    observed(year, 12, 25), // Christmas
  ];
  // A New Year's Day on a Saturday is not observed: the Friday before closes the year's books.
  if (newYear.dayOfWeek === 7) days.push(newYear.add({ days: 1 }));
  else if (newYear.dayOfWeek < 6) days.push(newYear);
  if (year >= 2022) days.push(observed(year, 6, 19)); // Juneteenth
  return new Set([...days.map(String), ...UNSCHEDULED_CLOSURES.filter((date) => date.startsWith(`${year}-`))]);
}

/** The Friday after Christmas 2003 closed early without a rule. */
const UNSCHEDULED_EARLY_CLOSES = ["2003-12-26"];

function earlyClosesOf(year: number, holidays: ReadonlySet<string>): ReadonlySet<string> {
  const days = [nthWeekday(year, 11, 4, 4).add({ days: 1 }), plain(year, 12, 24)];
  // Before 2013 an Independence Day on a Thursday shortened the Friday after it, not the Wednesday before.
  const isThursday = plain(year, 7, 4).dayOfWeek === 4;
  days.push(isThursday && year < 2013 ? plain(year, 7, 5) : plain(year, 7, 3));
  const open = days.filter((date) => date.dayOfWeek < 6).map(String);
  return new Set([
    ...open.filter((date) => !holidays.has(date)),
    ...UNSCHEDULED_EARLY_CLOSES.filter((date) => date.startsWith(`${year}-`)),
  ]);
}

type Year = { readonly holidays: ReadonlySet<string>; readonly earlyCloses: ReadonlySet<string> };
const years = new Map<number, Year>();

function yearOf(year: number): Year {
  const known = years.get(year);
  if (known !== undefined) return known;
  const holidays = holidaysOf(year);
  const made = { holidays, earlyCloses: earlyClosesOf(year, holidays) };
  years.set(year, made);
  return made;
}

/** Whether the exchange is closed all day, on a weekday. */
export const isHoliday = (date: Temporal.PlainDate): boolean => yearOf(date.year).holidays.has(date.toString());

/** Whether regular hours end at 13:00. */
export const isEarlyClose = (date: Temporal.PlainDate): boolean => yearOf(date.year).earlyCloses.has(date.toString());
