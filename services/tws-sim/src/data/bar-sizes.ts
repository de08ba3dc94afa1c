import { US_PER_MINUTE, US_PER_SECOND } from "@bowline/kernel";

/** A bar size of IB: a length within a day, or a run of days. */
export type BarSize = {
  /** IB's text, as its errors list it. */
  readonly name: string;
  readonly seconds: number;
  readonly period?: "day" | "week" | "month";
};

const DAY_SECONDS = 86_400;
const seconds = (count: number): BarSize => ({ name: `${count} secs`, seconds: count });
const minutes = (count: number): BarSize => ({ name: count === 1 ? "1 min" : `${count} mins`, seconds: count * 60 });
const hours = (count: number): BarSize => ({ name: count === 1 ? "1 hour" : `${count} hours`, seconds: count * 3600 });

/** All of them, from the shortest. Source: historical_bars.html of the TWS API's documents. */
export const BAR_SIZES: readonly BarSize[] = [
  ...[1, 5, 10, 15, 30].map(seconds),
  ...[1, 2, 3, 5, 10, 15, 20, 30].map(minutes),
  ...[1, 2, 3, 4, 8].map(hours),
  { name: "1 day", seconds: DAY_SECONDS, period: "day" },
  { name: "1W", seconds: 7 * DAY_SECONDS, period: "week" },
  { name: "1M", seconds: 30 * DAY_SECONDS, period: "month" },
];

/** What clients write instead: gofinance/ib#30 saw that TWS takes the words for weeks and months as well. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ["1 secs", "1 secs"],
  ["1 sec", "1 secs"],
  ["1 mins", "1 min"],
  ["1 hours", "1 hour"],
  ["1 days", "1 day"],
  ["1D", "1 day"],
  ["1 D", "1 day"],
  ["1 week", "1W"],
  ["1 W", "1W"],
  ["1w", "1W"],
  ["1 month", "1M"],
  ["1 M", "1M"],
  ["1m", "1M"],
]);

/** The bar size that a request names; `undefined` where IB has none. */
export function parseBarSize(text: string): BarSize | undefined {
  const name = ALIASES.get(text.trim()) ?? text.trim();
  return BAR_SIZES.find((size) => size.name === name);
}

/** TWS's words for any other. */
export const BAR_SIZE_ERROR = `Historical data bar size setting is invalid. Legal ones are: ${BAR_SIZES.map(({ name }) => name).join(", ")}`;

export const lengthUs = (size: BarSize): number => size.seconds * US_PER_SECOND;
export const isBelowMinute = (size: BarSize): boolean => lengthUs(size) < US_PER_MINUTE;
