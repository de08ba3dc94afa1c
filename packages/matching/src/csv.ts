import { err, ok, parseMicros, px, qty, type Px, type Qty, type Result, type Us, US_PER_MS, us } from "@bowline/kernel";
import type { QuoteRow, SideRow, TradeRow } from "./minute-rows.ts";

/** What is wrong in a file of minute rows, and where; `line` and `column` count from 1 and are absent where the file as a whole is meant. */
export type CsvError = {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly message: string;
};

export const formatCsvError = (error: CsvError): string => {
  const place = error.line === undefined ? error.file : `${error.file}:${error.line}:${error.column ?? 1}`;
  return `${place}: ${error.message}`;
};

const TRADE_COLUMNS = ["start_ms", "open", "high", "low", "close", "volume"] as const;
const QUOTE_COLUMNS = [
  "start_ms",
  "bid_open",
  "bid_high",
  "bid_low",
  "bid_close",
  "bid_size",
  "ask_open",
  "ask_high",
  "ask_low",
  "ask_close",
  "ask_size",
] as const;

const MS_PER_MINUTE = 60_000;

/** Thrown inside the parser only, with the field that it is about; the parser's callers get a Result. */
class FieldError extends Error {
  readonly field: number;
  constructor(field: number, message: string) {
    super(message);
    this.field = field;
  }
}

type Fields = { readonly columns: readonly string[]; readonly texts: readonly string[] };

/** Column number, from 1, at which a field begins. */
const columnOf = (texts: readonly string[], field: number): number =>
  texts.slice(0, field).join(",").length + (field === 0 ? 1 : 2);

function fieldError({ columns, texts }: Fields, field: number, wanted: string): never {
  throw new FieldError(field, `${columns[field] ?? "row"} must be ${wanted}, not "${texts[field] ?? ""}"`);
}

function decimal(fields: Fields, field: number): number {
  const value = parseMicros(fields.texts[field] ?? "");
  if (value === undefined || value < 0) return fieldError(fields, field, "a decimal with at most six places");
  return value;
}

function price(fields: Fields, field: number): Px {
  const value = decimal(fields, field);
  return value > 0 ? px(value) : fieldError(fields, field, "a price above 0");
}

function wholeShares(fields: Fields, field: number): Qty {
  const value = decimal(fields, field);
  return value % 1_000_000 === 0 ? qty(value) : fieldError(fields, field, "a number of whole shares");
}

function startOf(fields: Fields, lastUs: number): Us {
  const text = fields.texts[0] ?? "";
  const ms = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isNaN(ms)) return fieldError(fields, 0, "unix milliseconds");
  if (ms % MS_PER_MINUTE !== 0) return fieldError(fields, 0, "the start of a minute");
  const start = us(ms * US_PER_MS);
  return start > lastUs ? start : fieldError(fields, 0, "after the row before");
}

/** Four prices from `field` on: the high is the highest, the low the lowest. */
function prices(fields: Fields, field: number) {
  const openPx = price(fields, field);
  const highPx = price(fields, field + 1);
  const lowPx = price(fields, field + 2);
  const closePx = price(fields, field + 3);
  if (highPx < Math.max(openPx, closePx)) return fieldError(fields, field + 1, "the highest of the four prices");
  if (lowPx > Math.min(openPx, closePx, highPx)) return fieldError(fields, field + 2, "the lowest of the four prices");
  return { openPx, highPx, lowPx, closePx };
}

function tradeRow(fields: Fields, lastUs: number): TradeRow {
  const row = { startUs: startOf(fields, lastUs), ...prices(fields, 1), volume: wholeShares(fields, 5) };
  return row.volume > 0 ? row : fieldError(fields, 5, "above 0: a minute without trades has no row");
}

/** A side without a price (empty or 0) is absent, and then so is the row: the quote before it stands. */
function quoteRow(fields: Fields, lastUs: number): QuoteRow | undefined {
  const startUs = startOf(fields, lastUs);
  const isAbsent = (field: number) => /^0*(\.0*)?$/.test(fields.texts[field] ?? "");
  const isEmpty = [1, 2, 3, 4, 6, 7, 8, 9].some(isAbsent);
  if (isEmpty) return undefined;
  const side = (field: number): SideRow => ({ ...prices(fields, field), size: wholeShares(fields, field + 4) });
  return { startUs, bid: side(1), ask: side(6) };
}

function parseRows<Row extends { readonly startUs: Us }>(
  text: string,
  file: string,
  columns: readonly string[],
  rowOf: (fields: Fields, lastUs: number) => Row | undefined,
): Result<readonly Row[], CsvError> {
  const lines = text.split("\n");
  const header = (lines[0] ?? "").replace(/\r$/, "");
  if (header !== columns.join(",")) {
    return err({
      file,
      line: 1,
      column: 1,
      message: `the first line must be "${columns.join(",")}", not "${header.slice(0, 80)}"`,
    });
  }
  const rows: Row[] = [];
  let lastUs = -1;
  for (const [index, raw] of lines.entries()) {
    const line = raw.endsWith("\r") ? raw.slice(0, -1) : raw;
    if (index === 0 || line === "") continue;
    const texts = line.split(",");
    try {
      if (texts.length !== columns.length)
        throw new FieldError(0, `a row has ${columns.length} fields, this one ${texts.length}`);
      const row = rowOf({ columns, texts }, lastUs);
      if (row === undefined) continue;
      rows.push(row);
      lastUs = row.startUs;
    } catch (error) {
      if (!(error instanceof FieldError)) throw error;
      return err({ file, line: index + 1, column: columnOf(texts, error.field), message: error.message });
    }
  }
  return ok(rows);
}

/** Parses `<SYM>.trades.csv`. `file` only names it in errors. */
export const parseTradesCsv = (text: string, file: string): Result<readonly TradeRow[], CsvError> =>
  parseRows(text, file, TRADE_COLUMNS, tradeRow);

/** Parses `<SYM>.quotes.csv`. `file` only names it in errors. */
export const parseQuotesCsv = (text: string, file: string): Result<readonly QuoteRow[], CsvError> =>
  parseRows(text, file, QUOTE_COLUMNS, quoteRow);
