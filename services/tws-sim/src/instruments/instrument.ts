import { sha256Hex } from "@bowline/kernel";
import { stockContract, type WireContract } from "@bowline/tws-wire";
import { KNOWN_CON_IDS } from "./known-con-ids.ts";

export const STOCK_TYPES = ["COMMON", "ETF", "ADR"] as const;
export type StockType = (typeof STOCK_TYPES)[number];

/** What a catalogue, ours or a user's, says of one listing. */
export type ListingEntry = {
  /** With a dot where a class of shares follows: BRK.B. */
  readonly symbol: string;
  readonly name: string;
  readonly primaryExchange: string;
  readonly currency: string;
  readonly type: StockType;
  readonly industry: string;
  readonly category: string;
  readonly subcategory: string;
  readonly conId?: number | undefined;
  readonly isin?: string | undefined;
  /** Micros of the currency; a cent where absent. */
  readonly minTickPx?: number | undefined;
  /** Micros of a share; a whole one where absent. */
  readonly qtyIncrement?: number | undefined;
  readonly marketRuleId?: number | undefined;
};

/** One listing that this TWS knows. */
export type Instrument = Omit<ListingEntry, "conId" | "isin" | "minTickPx" | "qtyIncrement" | "marketRuleId"> & {
  /** IB's form of the symbol: BRK B. */
  readonly localSymbol: string;
  readonly tradingClass: string;
  readonly conId: number;
  readonly isin: string;
  /** True where the contract id or the ISIN was made here and means nothing outside. */
  readonly synthetic: boolean;
  readonly minTickPx: number;
  readonly qtyIncrement: number;
  readonly marketRuleId: number;
};

/** A contract id that belongs to the name for ever, in every market: IB's where everybody knows it, else a made one. */
export const conIdOf = (symbol: string): number =>
  KNOWN_CON_IDS.get(symbol) ?? Number.parseInt(sha256Hex(`conId ${symbol}`).slice(0, 7), 16) + 1_000_000;

const CENT = 10_000;
const ONE_SHARE = 1_000_000;
const CENT_RULE = 26;

export function makeInstrument(entry: ListingEntry): Instrument {
  const localSymbol = entry.symbol.replace(".", " ");
  const isAtHome = entry.currency === "USD";
  const key = isAtHome ? entry.symbol : `${entry.symbol}@${entry.primaryExchange}`;
  return {
    ...entry,
    localSymbol,
    // IB's trading class of Nasdaq's stocks is NMS, of others their symbol.
    tradingClass: entry.primaryExchange === "NASDAQ" ? "NMS" : localSymbol,
    conId: entry.conId ?? conIdOf(key),
    isin: entry.isin ?? madeIsin(entry.symbol),
    synthetic: entry.conId === undefined || entry.isin === undefined,
    minTickPx: entry.minTickPx ?? CENT,
    qtyIncrement: entry.qtyIncrement ?? ONE_SHARE,
    marketRuleId: entry.marketRuleId ?? CENT_RULE,
  };
}

const ISIN_BASE = 36n;

/** Of an ISIN's form, its check digit right, its country ZZ: no real one begins so. */
function madeIsin(symbol: string): string {
  const number = BigInt(`0x${sha256Hex(`isin ${symbol}`).slice(0, 11)}`) % ISIN_BASE ** 9n;
  const body = `ZZ${number.toString(36).toUpperCase().padStart(9, "0")}`;
  return `${body}${isinCheckDigit(body)}`;
}

/** Luhn's sum over the eleven characters, letters as 10 to 35. */
export function isinCheckDigit(body: string): number {
  const digits = body.replaceAll(/[A-Z]/g, (letter) => String(Number.parseInt(letter, 36)));
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const value = Number(digits[digits.length - 1 - index]) * (index % 2 === 0 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return (10 - (sum % 10)) % 10;
}

/** As it stands on the wire, traded on SMART. */
export const contractOfInstrument = ({
  conId,
  localSymbol,
  primaryExchange,
  currency,
  tradingClass,
}: Instrument): WireContract => ({
  ...stockContract({ conId, symbol: localSymbol, primaryExch: primaryExchange }),
  currency,
  tradingClass,
});
