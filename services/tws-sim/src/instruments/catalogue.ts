import { readFileSync } from "node:fs";
import { join } from "node:path";
import { assert } from "@bowline/kernel";
import { type ListingEntry, STOCK_TYPES, type StockType } from "./instrument.ts";

const EXCHANGES: Readonly<Record<string, string>> = { N: "NYSE", Q: "NASDAQ", A: "ARCA", B: "BATS" };

/** Companies that are listed in Mexico as well: without a currency their names mean two things, as at IB. */
const ALSO_IN_MEXICO: ReadonlySet<string> = new Set(["AAPL", "AMZN", "MSFT", "NVDA", "SPY", "TSLA"]);

/** Reads the catalogue's text: `= industry / category / subcategory`, then a line for each listing. */
function parseCatalogue(text: string): readonly ListingEntry[] {
  let section = { industry: "", category: "", subcategory: "" };
  const entries: ListingEntry[] = [];
  for (const line of text.split("\n")) {
    if (line === "" || line.startsWith("#")) continue;
    if (line.startsWith("= ")) {
      const [industry = "", category = "", subcategory = ""] = line.slice(2).split(" / ");
      section = { industry, category, subcategory };
      continue;
    }
    entries.push({ ...entryOf(line), ...section });
  }
  return entries;
}

type LineEntry = Omit<ListingEntry, "industry" | "category" | "subcategory">;

const isStockType = (text: string | undefined): text is StockType =>
  text !== undefined && (STOCK_TYPES as readonly string[]).includes(text);

function entryOf(line: string): LineEntry {
  const [symbol = "", exchange = "", third, ...rest] = line.split(" ");
  const primaryExchange = EXCHANGES[exchange];
  assert(primaryExchange !== undefined && third !== undefined, `no line of the catalogue: ${line}`);
  const [type, name] = isStockType(third) ? [third, rest] : (["COMMON", [third, ...rest]] as const);
  return { symbol, name: name.join(" "), primaryExchange, currency: "USD", type };
}

let known: readonly ListingEntry[] | undefined;

/** The listings that come with the simulator. */
export function builtInListings(): readonly ListingEntry[] {
  known ??= withMexico(parseCatalogue(readFileSync(join(import.meta.dirname, "us-stocks.txt"), "utf8")));
  return known;
}

function withMexico(entries: readonly ListingEntry[]): readonly ListingEntry[] {
  const mexican = entries
    .filter(({ symbol }) => ALSO_IN_MEXICO.has(symbol))
    .map((entry) => ({ ...entry, primaryExchange: "MEXI", currency: "MXN" }));
  return [...entries, ...mexican];
}
