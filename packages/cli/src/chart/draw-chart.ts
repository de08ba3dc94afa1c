import type { SessionChart } from "@bowline/report";
import type picocolors from "picocolors";
import { type Column, columnsOf } from "./columns.ts";

export type ChartSize = { readonly width: number; readonly height: number };
type Colors = ReturnType<typeof picocolors.createColors>;

const AXIS = 11;
const VOLUME_ROWS = 3;
/** Least rows of prices. */
const LEAST_ROWS = 6;

/**
 * A session in characters: candles with half a row's precision, marks of fills below them, volume, times, and a line for each
 * indicator. A rising candle is thin, a falling one a block, so that it reads without colours as well.
 */
export function drawChart(chart: SessionChart, { width, height }: ChartSize, colors: Colors): string {
  const columns = columnsOf(chart, Math.max(10, width - AXIS));
  const rows = Math.max(LEAST_ROWS, height - VOLUME_ROWS - 3 - chart.lines.length);
  const scale = priceScale(columns, rows);
  return [
    headline(chart, columns),
    ...Array.from({ length: rows }, (_, row) => priceRow(columns, { row, rows, scale, colors })),
    markRow(columns, colors),
    ...volumeRows(columns, colors),
    timeRow(columns),
    ...chart.lines.map(({ title, isPrice, values }) =>
      legend(
        title,
        isPrice,
        values.findLast((value) => value !== null),
      ),
    ),
  ]
    .map((line) => line.trimEnd())
    .join("\n");
}

type Scale = { readonly low: number; readonly high: number };

function priceScale(columns: readonly Column[], rows: number): Scale {
  const low = Math.min(...columns.map((column) => column.low));
  const high = Math.max(...columns.map((column) => column.high));
  // A session that never moved still has a middle.
  return high > low ? { low, high } : { low: low - 0.01 * rows, high: high + 0.01 * rows };
}

function headline({ symbol, date, fills, orders }: SessionChart, columns: readonly Column[]): string {
  const [first, last] = [columns[0], columns.at(-1)];
  if (first === undefined || last === undefined) return "";
  const change = ((last.close - first.open) / first.open) * 100;
  const volume = columns.reduce((sum, column) => sum + column.volume, 0);
  const parts = [
    `${symbol} ${date}`,
    `${first.open.toFixed(2)} → ${last.close.toFixed(2)} (${change >= 0 ? "+" : ""}${change.toFixed(2)} %)`,
    `${volume.toLocaleString("en-US")} shares`,
    `${orders.length} orders, ${fills.length} fills`,
  ];
  return parts.join("  ");
}

type Drawing = { readonly row: number; readonly rows: number; readonly scale: Scale; readonly colors: Colors };

function priceRow(columns: readonly Column[], drawing: Drawing): string {
  const { row, rows, scale } = drawing;
  const cells = columns.map((column) => cellOf(column, drawing));
  const isLabelled = row === 0 || row === rows - 1 || row % 4 === 0;
  const px = scale.high - ((scale.high - scale.low) * (row + 0.5)) / rows;
  return `${cells.join("")} ${isLabelled ? `┤${px.toFixed(2).padStart(9)}` : "│"}`;
}

type Part = "none" | "wick" | "body";
const THIN: Readonly<Record<`${Part} ${Part}`, string>> = {
  "none none": " ",
  "wick none": "╵",
  "none wick": "╷",
  "wick wick": "│",
  "body none": "╹",
  "none body": "╻",
  "body body": "┃",
  "wick body": "╽",
  "body wick": "╿",
};
const BLOCK: Readonly<Partial<Record<`${Part} ${Part}`, string>>> = {
  "body none": "▀",
  "none body": "▄",
  "body body": "█",
  "wick body": "▄",
  "body wick": "▀",
};

function cellOf(column: Column, { row, rows, scale, colors }: Drawing): string {
  const half = (scale.high - scale.low) / (2 * rows);
  const partAt = (index: number): Part => {
    const top = scale.high - index * half;
    const bottom = top - half;
    const [bodyLow, bodyHigh] = [Math.min(column.open, column.close), Math.max(column.open, column.close)];
    // A half row shows what reaches its middle, and a body at least once.
    const middle = (top + bottom) / 2;
    if ((bodyLow <= middle && middle <= bodyHigh) || (bottom <= bodyLow && bodyHigh < top)) return "body";
    return column.low <= middle && middle <= column.high ? "wick" : "none";
  };
  const rises = column.close >= column.open;
  const parts = `${partAt(2 * row)} ${partAt(2 * row + 1)}` as const;
  const sign = (rises ? undefined : BLOCK[parts]) ?? THIN[parts];
  if (sign === " ") return column.lines.some((px) => rowOf(px, rows, scale) === row) ? colors.cyan("·") : sign;
  return rises ? colors.green(sign) : colors.red(sign);
}

const rowOf = (px: number, rows: number, { low, high }: Scale): number =>
  Math.min(rows - 1, Math.floor(((high - px) / (high - low)) * rows));

function markRow(columns: readonly Column[], colors: Colors): string {
  const marks = columns.map(({ bought, sold, ordered }) => {
    if (bought && sold) return colors.yellow("◆");
    if (bought) return colors.green("▲");
    if (sold) return colors.red("▼");
    return ordered ? colors.dim("∘") : " ";
  });
  return `${marks.join("")} │ ▲▼ ∘`;
}

const EIGHTHS = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"] as const;

function volumeRows(columns: readonly Column[], colors: Colors): string[] {
  const most = Math.max(1, ...columns.map(({ volume }) => volume));
  return Array.from({ length: VOLUME_ROWS }, (_, row) => {
    const under = VOLUME_ROWS - 1 - row;
    const bars = columns.map(({ volume }) => {
      const eighths = Math.round((volume / most) * VOLUME_ROWS * 8) - under * 8;
      return colors.dim(EIGHTHS[Math.max(0, Math.min(8, eighths))] ?? " ");
    });
    return `${bars.join("")} ${row === 0 ? `┤${shortOf(most).padStart(9)}` : "│"}`;
  });
}

const shortOf = (shares: number): string =>
  shares.toLocaleString("en-US", { notation: "compact", maximumFractionDigits: 1 });

const TIME_EVERY = 12;

/** The start of a column, every so often. */
function timeRow(columns: readonly Column[]): string {
  const labels = columns.map(({ time }, index) =>
    index % TIME_EVERY === 0 && index + 5 <= columns.length ? time : undefined,
  );
  let line = "";
  labels.forEach((label, index) => {
    if (label !== undefined) line = line.padEnd(index) + label;
  });
  return line;
}

function legend(title: string, isPrice: boolean, last: number | null | undefined): string {
  const value = last === undefined || last === null ? "no value" : last.toFixed(isPrice ? 2 : 4);
  return `${isPrice ? "·" : " "} ${title} = ${value}`;
}
