import { sha256Hex } from "@bowline/kernel";
import { stockContract, type WireContract } from "@bowline/tws-wire";

/**
 * A contract that is no stock. It can be looked up and has one price that stands still, so that clients can try their requests; it has
 * no market: no streaming data, no history, no orders.
 */
export type OtherContract = {
  readonly contract: WireContract;
  readonly longName: string;
  readonly marketName: string;
  readonly minTickPx: number;
  readonly marketRuleId: number;
  readonly under?: { readonly symbol: string; readonly secType: string };
  /** The price that stands, in micros of the currency. */
  readonly px: number;
};

type Wish = Partial<WireContract> & Pick<WireContract, "symbol" | "secType">;

const contractOf = (wish: Wish): WireContract => ({
  ...stockContract({ conId: 0, symbol: wish.symbol }),
  ...wish,
  conId: wish.conId ?? Number.parseInt(sha256Hex(`conId ${JSON.stringify(wish)}`).slice(0, 7), 16) + 1_000_000,
});

const CENT = 10_000;
const QUARTER = 250_000;
const dollars = (price: number): number => Math.round(price * 1_000_000);

function option(symbol: string, wish: Partial<WireContract> & { expiry: string; strike: number; px: number }) {
  const { expiry, strike, px, ...more } = wish;
  const right = wish.right ?? "C";
  const name = `${symbol.padEnd(6)}${expiry.slice(2)}${right}${String(strike * 1000).padStart(8, "0")}`;
  const contract = contractOf({
    ...more,
    symbol,
    secType: "OPT",
    lastTradeDate: expiry,
    strike: dollars(strike),
    right,
    multiplier: "100",
    localSymbol: name,
    tradingClass: symbol,
  });
  const under = { symbol, secType: "STK" };
  return { contract, longName: name, marketName: symbol, minTickPx: CENT, marketRuleId: 32, under, px: dollars(px) };
}

function future(symbol: string, { localSymbol, expiry, px }: { localSymbol: string; expiry: string; px: number }) {
  const contract = contractOf({
    symbol,
    secType: "FUT",
    lastTradeDate: expiry,
    multiplier: "50",
    exchange: "CME",
    localSymbol,
    tradingClass: symbol,
  });
  const under = { symbol, secType: "IND" };
  const longName = "E-mini S&P 500";
  return { contract, longName, marketName: symbol, minTickPx: QUARTER, marketRuleId: 67, under, px: dollars(px) };
}

function plain(wish: Wish & { longName: string; px: number; tick?: number; marketRuleId?: number }) {
  const { longName, px, tick = CENT, marketRuleId = 26, ...names } = wish;
  const contract = contractOf({ localSymbol: wish.symbol, tradingClass: wish.symbol, ...names });
  return { contract, longName, marketName: contract.tradingClass, minTickPx: tick, marketRuleId, px: dollars(px) };
}

/** Some of each kind. Numbers of contracts are IB's where they are given, everything else is made here. */
export const OTHER_CONTRACTS: readonly OtherContract[] = [
  option("SPY", { conId: 653_318_228, expiry: "20260116", strike: 440, right: "C", px: 72.5 }),
  option("AAPL", { expiry: "20251219", strike: 200, right: "P", px: 11.2 }),
  future("ES", { localSymbol: "ESH5", expiry: "20250321", px: 5150 }),
  future("ES", { localSymbol: "ESM5", expiry: "20250620", px: 5205 }),
  plain({
    conId: 12_087_792,
    symbol: "EUR",
    secType: "CASH",
    exchange: "IDEALPRO",
    currency: "USD",
    localSymbol: "EUR.USD",
    tradingClass: "EUR.USD",
    longName: "European Monetary Union Euro",
    px: 1.085,
    tick: 50,
    marketRuleId: 635,
  }),
  plain({
    symbol: "BTC",
    secType: "CRYPTO",
    exchange: "PAXOS",
    localSymbol: "BTC.USD",
    longName: "Bitcoin",
    px: 64_000,
    tick: QUARTER,
    marketRuleId: 2806,
  }),
  plain({ conId: 416_904, symbol: "SPX", secType: "IND", exchange: "CBOE", longName: "S&P 500 Stock Index", px: 5130 }),
  plain({ symbol: "US064159KJ44", secType: "BOND", longName: "A bond (simulated)", px: 99.4, tick: 1000 }),
];
