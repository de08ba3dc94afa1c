import { MICROS } from "@bowline/kernel";
import type { EquityPoint } from "@bowline/ledger";
import { chartSeconds } from "./chart-time.ts";
import type { EquityRow } from "./report-page.ts";

const MOST_ROWS = 4000;

/** The equity curve with its draw-down; of many points each part keeps its lowest and its last, so that no fall disappears. */
export function equityRows(points: readonly EquityPoint[]): readonly EquityRow[] {
  let peak = -Infinity;
  const rows = points.map(({ atUs, equity }): EquityRow => {
    const value = Number(equity) / MICROS;
    peak = Math.max(peak, value);
    return [chartSeconds(atUs), value, peak > 0 ? value / peak - 1 : 0];
  });
  return distinctTimes(thin(rows));
}

function thin(rows: readonly EquityRow[]): readonly EquityRow[] {
  if (rows.length <= MOST_ROWS) return rows;
  const width = Math.ceil((2 * rows.length) / MOST_ROWS);
  const kept: EquityRow[] = [];
  for (let from = 0; from < rows.length; from += width) {
    const part = rows.slice(from, from + width);
    const last = part.at(-1);
    const lowest = part.reduce((low, row) => (row[1] < low[1] ? row : low));
    if (lowest !== last) kept.push(lowest);
    if (last !== undefined) kept.push(last);
  }
  return kept;
}

/** The chart takes one value a second: the last. */
const distinctTimes = (rows: readonly EquityRow[]): readonly EquityRow[] =>
  rows.filter((row, index) => rows[index + 1]?.[0] !== row[0]);
