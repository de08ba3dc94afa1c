import { US_PER_DAY } from "@bowline/kernel";
import { parseBarSize } from "./bar-sizes.ts";
import { dateOf, type HistoryRow, historyBars, volatilityRows } from "./history-query.ts";
import type { MarketRecord } from "./market-record.ts";

/** What a year of daily bars says; a field is absent where the record does not reach so far. */
export type YearStats = {
  /** Lowest and highest price of the last 13, 26 and 52 weeks. */
  readonly weeks: readonly { readonly weeks: number; readonly lowPx: number; readonly highPx: number }[];
  /** Micros of a share, of an average day of the last 90. */
  readonly averageVolume: number | undefined;
  /** Yearly, of the last 30 days, in micros of 1. */
  readonly volatility: number | undefined;
};

const WEEKS = [13, 26, 52];
const AVERAGE_DAYS = 90;

/** Read once a day for each symbol: a year has many minutes. Today is left out. */
export function makeYearBook(record: MarketRecord): (symbol: string, nowUs: number) => YearStats {
  const known = new Map<string, { readonly date: string; readonly stats: YearStats }>();
  return (symbol, nowUs) => {
    const date = dateOf(nowUs);
    const kept = known.get(symbol);
    if (kept?.date === date) return kept.stats;
    const stats = readYear(record, symbol, nowUs);
    known.set(symbol, { date, stats });
    return stats;
  };
}

function readYear(record: MarketRecord, symbol: string, nowUs: number): YearStats {
  const size = parseBarSize("1 day");
  if (size === undefined) throw new RangeError("there are daily bars");
  const span = { fromUs: nowUs - 365 * US_PER_DAY, toUs: nowUs };
  const query = { symbol, size, kind: "TRADES", useRth: true, span } as const;
  const days = historyBars(record, query).filter(({ labelUs }) => dateOf(labelUs) !== dateOf(nowUs));
  const since = (weeks: number): readonly HistoryRow[] =>
    days.filter(({ labelUs }) => labelUs > nowUs - weeks * 7 * US_PER_DAY);
  const volumes = days.slice(-AVERAGE_DAYS).map(({ volume }) => volume);
  return {
    weeks: days.length === 0 ? [] : WEEKS.map((weeks) => ({ weeks, ...rangeOf(since(weeks)) })),
    averageVolume: volumes.length === 0 ? undefined : Math.round(volumes.reduce((a, b) => a + b, 0) / volumes.length),
    volatility: volatilityRows(record, query).at(-1)?.closePx,
  };
}

const rangeOf = (days: readonly HistoryRow[]): { readonly lowPx: number; readonly highPx: number } => ({
  lowPx: Math.min(...days.map(({ lowPx }) => lowPx)),
  highPx: Math.max(...days.map(({ highPx }) => highPx)),
});
