import { err, ok, type Result, type Us } from "@bowline/kernel";
import type { ContractDetailsMessage, WireContract } from "@bowline/tws-wire";
import { builtInListings } from "./catalogue.ts";
import { contractDetailsOf, VALID_EXCHANGES } from "./contract-details.ts";
import { contractOfInstrument, type Instrument, type ListingEntry, makeInstrument } from "./instrument.ts";
import { findOther } from "./find-other.ts";
import { type Listings, listingKey } from "./listings-file.ts";
import type { OtherContract } from "./other-contract.ts";

/** What a client names: a contract, by its id, its names, or another register's number. */
export type ContractQuery = WireContract & { readonly secIdType?: string; readonly secId?: string };

/** The stocks that this TWS knows. */
export type Instruments = {
  /** Those that the market plays, alphabetical. */
  readonly symbols: readonly string[];
  readonly all: readonly Instrument[];
  contractOf(symbol: string): WireContract;
  /** Everything that a query may mean; none where it means nothing. */
  find(query: ContractQuery): readonly Instrument[];
  /** The contracts that are no stocks and that a query may mean. */
  findOther(query: ContractQuery): readonly OtherContract[];
  /** The one that a query means; TWS's words of code 200 where it means none or several. */
  pick(query: ContractQuery): Result<Instrument, string>;
  /** The market's symbol that a contract means; `undefined` where it means none, several, or one that the market does not play. */
  symbolOf(contract: WireContract): string | undefined;
  isPlayed(instrument: Instrument): boolean;
  detailsOf(instrument: Instrument, reqId: number, nowUs: Us): ContractDetailsMessage;
};

const NO_DEFINITION = "No security definition has been found for the request";
const ambiguous = (name: string): string => `The contract description specified for ${name} is ambiguous.`;

/** The built-in listings, a user's beside or instead of them, and whatever else the market plays. */
export function makeInstruments(marketSymbols: readonly string[], listings?: Listings): Instruments {
  const all = instrumentsOf(marketSymbols, listings);
  const byConId = new Map(all.map((instrument) => [instrument.conId, instrument]));
  const byLocalSymbol = Map.groupBy(all, ({ localSymbol }) => localSymbol);
  const played = new Set(marketSymbols);
  const atHome = new Map(
    all.filter(({ currency }) => currency === "USD").map((instrument) => [instrument.symbol, instrument]),
  );
  const isPlayed = (instrument: Instrument): boolean =>
    played.has(instrument.symbol) && atHome.get(instrument.symbol) === instrument;

  const find = (query: ContractQuery): readonly Instrument[] => {
    if (query.conId !== 0) return [byConId.get(query.conId) ?? []].flat();
    if (query.secId !== undefined && query.secId !== "") {
      return query.secIdType === "ISIN" ? all.filter(({ isin }) => isin === query.secId).filter(isFit(query)) : [];
    }
    const name = localName(query.localSymbol === "" ? query.symbol : query.localSymbol);
    return (byLocalSymbol.get(name) ?? []).filter(isFit(query));
  };
  const pick = (query: ContractQuery): Result<Instrument, string> => {
    const [first, ...others] = find(query);
    if (first === undefined) return err(NO_DEFINITION);
    return others.length > 0 ? err(ambiguous(query.symbol === "" ? query.localSymbol : query.symbol)) : ok(first);
  };
  return {
    symbols: marketSymbols,
    all,
    isPlayed,
    find,
    findOther: (query) => (listings?.mode === "replace" ? [] : findOther(query)),
    pick,
    contractOf: (symbol) => {
      const instrument = atHome.get(symbol) ?? makeInstrument(unknownEntry(symbol));
      return contractOfInstrument(instrument);
    },
    symbolOf: (contract) => {
      const picked = pick(contract);
      return picked.ok && isPlayed(picked.value) ? picked.value.symbol : undefined;
    },
    detailsOf: (instrument, reqId, nowUs) => contractDetailsOf(instrument, { reqId, nowUs }),
  };
}

/** IB writes share classes with a blank: BRK B. A dot is understood. */
const localName = (symbol: string): string => symbol.trim().toUpperCase().replace(".", " ");

const isFit =
  (query: ContractQuery) =>
  ({ currency, primaryExchange, tradingClass, localSymbol }: Instrument): boolean =>
    query.secType === "STK" &&
    (query.currency === "" || query.currency === currency) &&
    (query.symbol === "" || localName(query.symbol) === localSymbol) &&
    (query.primaryExch === "" ||
      query.primaryExch === primaryExchange ||
      isNasdaq(query.primaryExch, primaryExchange)) &&
    (query.tradingClass === "" || query.tradingClass === tradingClass || query.tradingClass === localSymbol) &&
    isTradedAt(query.exchange, currency, primaryExchange);

/** ISLAND is IB's older name of Nasdaq. */
const isNasdaq = (asked: string, primaryExchange: string): boolean =>
  asked === "ISLAND" && primaryExchange === "NASDAQ";

/** Stocks in dollars trade on all US exchanges, others on their own; SMART and no name stand for any. */
const isTradedAt = (exchange: string, currency: string, primaryExchange: string): boolean =>
  exchange === "" ||
  exchange === "SMART" ||
  exchange === primaryExchange ||
  (currency === "USD" && (VALID_EXCHANGES.includes(exchange) || exchange === "ISLAND"));

/** A stock that no catalogue has: `--symbols` may name anything. */
const unknownEntry = (symbol: string): ListingEntry => ({
  symbol,
  name: `${symbol} (simulated)`,
  primaryExchange: "NYSE",
  currency: "USD",
  type: "COMMON",
  industry: "",
  category: "",
  subcategory: "",
});

function instrumentsOf(marketSymbols: readonly string[], listings: Listings | undefined): readonly Instrument[] {
  const own = listings?.entries ?? [];
  const ownKeys = new Set(own.map(listingKey));
  const base = listings?.mode === "replace" ? [] : builtInListings().filter((entry) => !ownKeys.has(listingKey(entry)));
  const entries = [...own, ...base];
  const known = new Set(entries.filter(({ currency }) => currency === "USD").map(({ symbol }) => symbol));
  const rest = marketSymbols.filter((symbol) => !known.has(symbol)).map(unknownEntry);
  return [...entries, ...rest].map(makeInstrument);
}
