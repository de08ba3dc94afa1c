import { exchangeTimeAt } from "@bowline/calendar";
import { US_PER_MINUTE, type Us, addUs } from "@bowline/kernel";
import type { ChartBar, SessionChart } from "@bowline/report";

/** As many minutes as share one column of characters. */
export type Column = Omit<ChartBar, "closeUs"> & {
  /** New York's time at its start, as 09:30. */
  readonly time: string;
  /** Indicators among the prices, at its last minute. */
  readonly lines: readonly number[];
  readonly bought: boolean;
  readonly sold: boolean;
  /** An order was sent. */
  readonly ordered: boolean;
};

/** A session's minutes in at most so many columns, each of equally many traded minutes. */
export function columnsOf(chart: SessionChart, most: number): readonly Column[] {
  const { bars, lines } = chart;
  const size = Math.max(1, Math.ceil(bars.length / most));
  const columns: Column[] = [];
  for (let from = 0; from < bars.length; from += size) {
    const minutes = bars.slice(from, from + size);
    const last = from + minutes.length - 1;
    const values = lines.flatMap(({ isPrice, values: all }) => (isPrice ? (all[last] ?? []) : []));
    columns.push(columnOf(minutes, values, happenedIn(chart, from, last)));
  }
  return columns;
}

type Happened = Pick<Column, "bought" | "sold" | "ordered">;

/** What happened after the close of the minute before the first, up to the close of the last. */
function happenedIn({ bars, fills, orders }: SessionChart, first: number, last: number): Happened {
  const fromUs = first === 0 ? 0 : (bars[first - 1]?.closeUs ?? 0);
  const toUs = last === bars.length - 1 ? Number.MAX_SAFE_INTEGER : (bars[last]?.closeUs ?? 0);
  const isIn = ({ atUs }: { readonly atUs: Us }): boolean => atUs > fromUs && atUs <= toUs;
  const inside = fills.filter(isIn);
  return {
    bought: inside.some(({ side }) => side === "BUY"),
    sold: inside.some(({ side }) => side !== "BUY"),
    ordered: orders.some(isIn),
  };
}

function columnOf(minutes: readonly ChartBar[], lines: readonly number[], happened: Happened): Column {
  const [first, last] = [minutes[0], minutes.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError("a column needs a minute");
  return {
    time: clockOf(addUs(first.closeUs, -US_PER_MINUTE)),
    open: first.open,
    close: last.close,
    high: Math.max(...minutes.map(({ high }) => high)),
    low: Math.min(...minutes.map(({ low }) => low)),
    volume: minutes.reduce((sum, { volume }) => sum + volume, 0),
    lines,
    ...happened,
  };
}

function clockOf(time: Us): string {
  const minutes = Math.floor(exchangeTimeAt(time).timeOfDayUs / US_PER_MINUTE);
  const pad = (value: number): string => String(value).padStart(2, "0");
  return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}
