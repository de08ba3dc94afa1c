import { exchangeTimeAt } from "@bowline/calendar";
import { US_PER_DAY, us } from "@bowline/kernel";
import { STEP_US } from "@bowline/matching";
import { barOfStep, type DataBar, foldBars, type TimedStep } from "./data-bar.ts";
import type { MarketRecord } from "./market-record.ts";
import { startOfDay } from "./spans.ts";

/** A symbol's day so far: its trades as one bar, absent before the first; and the last price of the days before. */
export type DayStats = { readonly bar: DataBar | undefined; readonly previousClosePx: number | undefined };

export type DayBook = {
  /** The day in which a time lies, up to that time. */
  statsAt(symbol: string, nowUs: number): DayStats;
  /** A step, or a part of one, that was played; what was told before is passed over. */
  add(step: TimedStep): void;
};

type Page = DayStats & { readonly date: string; readonly toUs: number };

const LOOK_BACK_DAYS = 10;

const dateAt = (timeUs: number): string => exchangeTimeAt(us(timeUs)).date;

/** Keeps a page for each symbol that was asked for, so that a step costs its symbol one addition. */
export function makeDayBook(record: MarketRecord): DayBook {
  const pages = new Map<string, Page>();
  const read = (symbol: string, nowUs: number): Page => {
    const date = dateAt(nowUs);
    const dayUs = startOfDay(date);
    const before = record.minutes(symbol, { fromUs: dayUs - LOOK_BACK_DAYS * US_PER_DAY, toUs: dayUs });
    const whole = record.minutes(symbol, { fromUs: dayUs, toUs: nowUs });
    const bar = foldBars([...whole, ...begunStep(symbol, nowUs)]);
    return { date, toUs: nowUs, bar, previousClosePx: before.at(-1)?.closePx };
  };
  /** What traded in the parts that are over of a step that is not. */
  const begunStep = (symbol: string, nowUs: number): readonly DataBar[] => {
    const stepUs = nowUs - (nowUs % STEP_US);
    if (stepUs === nowUs) return [];
    return record.ticks(symbol, { fromUs: stepUs, toUs: nowUs }).flatMap((tick) => barOfStep(tick) ?? []);
  };
  return {
    statsAt: (symbol, nowUs) => {
      const known = pages.get(symbol);
      const page = known?.date === dateAt(nowUs) ? known : read(symbol, nowUs);
      pages.set(symbol, page);
      return page;
    },
    add: (timed) => {
      const { symbol } = timed.step;
      const page = pages.get(symbol);
      if (page === undefined || timed.endUs <= page.toUs) return;
      if (page.date !== dateAt(timed.startUs)) return void pages.delete(symbol);
      const traded = barOfStep(timed);
      const bar = traded === undefined ? page.bar : foldBars(page.bar === undefined ? [traded] : [page.bar, traded]);
      pages.set(symbol, { ...page, bar, toUs: timed.endUs });
    },
  };
}
