import type { ConfigError } from "@bowline/config";
import type { Entry, EventByKind } from "@bowline/contracts";
import { err, formatMicros, ok, type Result, type Us, us } from "@bowline/kernel";
import { formatCsvRow, parseCsv, type CsvCell } from "./csv.ts";
import { formatTime, predictionSchema, type RawPrediction } from "./prediction.ts";

/** A prediction and the moment from which on the system may know it. */
export type AvailablePrediction = { readonly availableUs: Us; readonly raw: unknown };

const REQUIRED = ["availableUs", "id", "symbol", "model", "horizonSeconds", "validUntil"] as const;
/** Direction and confidence, or a score in their place. */
const OPTIONAL = [
  "direction",
  "confidence",
  "score",
  "revision",
  "producedAt",
  "targetPrice",
  "stopPrice",
  "modelVersion",
  "raw",
] as const;
type Column = (typeof REQUIRED | typeof OPTIONAL)[number];
/** The columns as they are written; when read they may stand in any order, and the optional ones may be left out. */
export const PREDICTION_COLUMNS = [
  "availableUs",
  "id",
  "revision",
  "symbol",
  "model",
  "direction",
  "confidence",
  "horizonSeconds",
  "producedAt",
  "validUntil",
  "targetPrice",
  "stopPrice",
  "modelVersion",
  "raw",
] as const;

/**
 * Predictions from CSV with a header line, in order of availability (unix microseconds). `producedAt` is the availability
 * where it is left out. A row whose column `raw` is filled holds a refused prediction word for word; its other columns but
 * `availableUs` are empty. What is wrong comes back with file, line and column.
 */
export function parsePredictionsCsv(
  text: string,
  file: string,
): Result<readonly AvailablePrediction[], readonly ConfigError[]> {
  const rows = parseCsv(text, file);
  if (!rows.ok) return err([rows.error]);
  const [header, ...body] = rows.value;
  if (header === undefined)
    return err([errorAt(file, undefined, "", "no header line; the columns are " + PREDICTION_COLUMNS.join(","))]);
  const headerErrors = checkHeader(header, file);
  if (headerErrors.length > 0) return err(headerErrors);
  const columns = header.map((cell) => cell.text as Column);
  const predictions: AvailablePrediction[] = [];
  const errors: ConfigError[] = [];
  for (const cells of body) {
    const parsed = parseRow(cells, columns, file);
    if (parsed.ok) predictions.push(parsed.value);
    else errors.push(...parsed.error);
  }
  if (errors.length > 0) return err(errors);
  return ok(predictions.sort((a, b) => a.availableUs - b.availableUs));
}

function checkHeader(header: readonly CsvCell[], file: string): readonly ConfigError[] {
  const names = header.map((cell) => cell.text);
  const known: ReadonlySet<string> = new Set([...REQUIRED, ...OPTIONAL]);
  const errors = header
    .filter((cell) => !known.has(cell.text))
    .map((cell) =>
      errorAt(file, cell, cell.text, `unknown column; known are ${[...REQUIRED, ...OPTIONAL].join(", ")}`),
    );
  const twice = header
    .filter((cell, index) => names.indexOf(cell.text) !== index)
    .map((cell) => errorAt(file, cell, cell.text, "the column stands here twice"));
  const missing = REQUIRED.filter((name) => !names.includes(name)).map((name) =>
    errorAt(file, header[0], name, "the column is missing"),
  );
  return [...errors, ...twice, ...missing];
}

type Row = { readonly [name in Column]?: CsvCell };

function parseRow(
  cells: readonly CsvCell[],
  columns: readonly Column[],
  file: string,
): Result<AvailablePrediction, readonly ConfigError[]> {
  if (cells.length !== columns.length)
    return err([errorAt(file, cells[0], "", `${cells.length} columns, the header has ${columns.length}`)]);
  const row: Row = Object.fromEntries(columns.map((name, index) => [name, cells[index]]));
  const availableUs = Number(row.availableUs?.text);
  if (!Number.isSafeInteger(availableUs) || availableUs <= 0) {
    return err([
      errorAt(
        file,
        row.availableUs,
        "availableUs",
        `unix microseconds are wanted, such as 1380893460000000, not ${JSON.stringify(row.availableUs?.text)}`,
      ),
    ]);
  }
  if ((row.raw?.text ?? "") !== "") return ok({ availableUs: us(availableUs), raw: valueOfRaw(row.raw?.text ?? "") });
  const raw = rawOfRow(row, us(availableUs));
  const parsed = predictionSchema.safeParse(raw);
  if (parsed.success) return ok({ availableUs: us(availableUs), raw });
  return err(
    parsed.error.issues.map((issue) =>
      errorAt(file, row[issue.path[0] as Column] ?? cells[0], String(issue.path[0] ?? ""), issue.message),
    ),
  );
}

function rawOfRow(row: Row, availableUs: Us): unknown {
  const text = (name: Column): string | undefined => (row[name]?.text === "" ? undefined : row[name]?.text);
  const whole = (name: Column): number | undefined => (text(name) === undefined ? undefined : Number(text(name)));
  const raw = {
    id: text("id"),
    revision: whole("revision") ?? 0,
    symbol: text("symbol"),
    model: text("model"),
    modelVersion: text("modelVersion"),
    direction: text("direction"),
    confidence: text("confidence"),
    score: text("score"),
    horizonSeconds: whole("horizonSeconds"),
    producedAt: text("producedAt") ?? formatTime(availableUs),
    validUntil: text("validUntil"),
    targetPrice: text("targetPrice"),
    stopPrice: text("stopPrice"),
  };
  return Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== undefined));
}

/** What was refused, as it came: JSON where it is, text where it is not. */
function valueOfRaw(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

const errorAt = (file: string, cell: CsvCell | undefined, path: string, message: string): ConfigError => ({
  file,
  line: cell?.line ?? 1,
  column: cell?.column ?? 1,
  path,
  message,
});

/** An accepted signal as the prediction that led to it. */
export function rawOfSignal(signal: EventByKind<"signal.accepted">): RawPrediction {
  return {
    id: signal.predictionId,
    revision: signal.revision,
    symbol: signal.symbol,
    model: signal.model,
    direction: signal.direction,
    confidence: formatMicros(signal.confidence),
    horizonSeconds: signal.horizonMs / 1000,
    producedAt: formatTime(signal.producedUs),
    validUntil: formatTime(signal.validUntilUs),
    ...(signal.targetPx === undefined ? {} : { targetPrice: formatMicros(signal.targetPx) }),
    ...(signal.modelVersion === undefined ? {} : { modelVersion: signal.modelVersion }),
    ...(signal.stopPx === undefined ? {} : { stopPrice: formatMicros(signal.stopPx) }),
  };
}

/** The predictions of a journal, accepted and refused, as CSV: a backtest that reads it sees the same signals at the same times. */
export function formatPredictionsCsv(entries: Iterable<Entry>): string {
  let text = formatCsvRow(PREDICTION_COLUMNS);
  for (const { event, header } of entries) {
    const cells =
      event.kind === "signal.accepted"
        ? rawOfSignal(event)
        : event.kind === "signal.refused"
          ? { raw: event.raw }
          : undefined;
    if (cells === undefined) continue;
    const byName: Record<string, string | number | undefined> = { ...cells, availableUs: header.seenUs };
    text += formatCsvRow(PREDICTION_COLUMNS.map((name) => String(byName[name] ?? "")));
  }
  return text;
}

/** Hands out predictions when their time comes: `after` is how many were handed out, nothing is from the start. */
export function takeAvailable(
  predictions: readonly AvailablePrediction[],
  after: string | undefined,
  asOfUs: Us,
): { readonly predictions: readonly unknown[]; readonly cursor: string } {
  const start = after === undefined ? 0 : Number(after);
  let end = start;
  while (end < predictions.length && (predictions[end]?.availableUs ?? 0) <= asOfUs) end += 1;
  return { predictions: predictions.slice(start, end).map((prediction) => prediction.raw), cursor: String(end) };
}
