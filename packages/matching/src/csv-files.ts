// oxlint-disable-next-line no-restricted-imports -- the one file of this package that reads; machines import the package's root
import { existsSync, readdirSync, readFileSync } from "node:fs";
// oxlint-disable-next-line no-restricted-imports -- as above
import { join } from "node:path";
// oxlint-disable-next-line no-restricted-imports -- as above
import { gunzipSync } from "node:zlib";
import { err, ok, type Result } from "@bowline/kernel";
import { type CsvError, parseQuotesCsv, parseTradesCsv } from "./csv.ts";
import type { SymbolRows } from "./minute-rows.ts";

/** Finds `<name>` or `<name>.gz` in a directory. */
function findFile(directory: string, name: string): string | undefined {
  return [join(directory, name), join(directory, `${name}.gz`)].find((path) => existsSync(path));
}

function readText(file: string): Result<string, CsvError> {
  try {
    const bytes = readFileSync(file);
    return ok((file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8"));
  } catch (error) {
    return err({ file, message: `cannot be read: ${error instanceof Error ? error.message : String(error)}` });
  }
}

/** Symbols that have a file of trades in a directory, alphabetical; none where there is no such directory. */
export function symbolsIn(directory: string): readonly string[] {
  if (!existsSync(directory)) return [];
  const symbols = readdirSync(directory).flatMap((name) => /^(.+)\.trades\.csv(\.gz)?$/.exec(name)?.[1] ?? []);
  return [...new Set(symbols)].sort();
}

function readSymbol(directory: string, symbol: string): Result<SymbolRows, CsvError> {
  const tradesFile = findFile(directory, `${symbol}.trades.csv`);
  if (tradesFile === undefined) {
    const present = symbolsIn(directory).join(", ") || "none";
    return err({
      file: join(directory, `${symbol}.trades.csv`),
      message: `not found, nor with .gz; symbols in that folder: ${present}. Name one of them, or add the file.`,
    });
  }
  const tradesText = readText(tradesFile);
  if (!tradesText.ok) return tradesText;
  const trades = parseTradesCsv(tradesText.value, tradesFile);
  if (!trades.ok) return trades;
  if (trades.value.length === 0) return err({ file: tradesFile, message: "has no rows" });
  const quotesFile = findFile(directory, `${symbol}.quotes.csv`);
  if (quotesFile === undefined) return ok({ symbol, trades: trades.value, quotes: [] });
  const quotesText = readText(quotesFile);
  if (!quotesText.ok) return quotesText;
  const quotes = parseQuotesCsv(quotesText.value, quotesFile);
  return quotes.ok ? ok({ symbol, trades: trades.value, quotes: quotes.value }) : quotes;
}

/** Reads the minute rows of symbols from a directory; the first error ends it. Quotes may be missing, trades may not. */
export function readMinuteFiles(
  directory: string,
  symbols: readonly string[],
): Result<readonly SymbolRows[], CsvError> {
  if (!existsSync(directory))
    return err({ file: directory, message: "no such folder; --data names the folder of the CSV files" });
  const rows: SymbolRows[] = [];
  for (const symbol of symbols) {
    const one = readSymbol(directory, symbol);
    if (!one.ok) return one;
    rows.push(one.value);
  }
  return ok(rows);
}
