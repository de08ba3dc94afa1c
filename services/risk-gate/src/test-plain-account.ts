import type { Event, Side } from "@bowline/contracts";
import { px, qty, us } from "@bowline/kernel";
import { at } from "@bowline/testkit";
import { groups } from "./test-gate.ts";

export const SYMBOLS = ["AAPL", "BAC", "MSFT"] as const;
export const INDEX = "SPY";
const EQUITY = 100_000;
/** Unlike the groups: AAPL and MSFT are one group, BAC and MSFT one sector, and AAPL and BAC move together. */
export const SECTORS: Readonly<Record<string, string>> = { AAPL: "Hardware", BAC: "Money", MSFT: "Money" };

export type PlainOrder = {
  readonly id: string;
  readonly symbol: string;
  readonly strategy: string;
  readonly side: Side;
  leaves: number;
  cum: number;
  isUnknown: boolean;
};

/** The plain account that the gate is held to: shares and dollars as they are, every open order in a list. */
export type Plain = {
  /** Shares by symbol, by the strategy that traded them. */
  readonly held: Map<string, Map<string, number>>;
  readonly prices: Map<string, number>;
  cash: number;
  open: PlainOrder[];
};

export const plainStart = (): Plain => ({
  held: new Map(SYMBOLS.map((symbol) => [symbol as string, new Map()])),
  prices: new Map(SYMBOLS.map((symbol) => [symbol as string, 100])),
  cash: EQUITY,
  open: [],
});

/** What is counted: everything, or what one strategy holds and has ordered. */
type Of = { readonly strategy?: string };
const isOf = (strategy: string, of: Of): boolean => of.strategy === undefined || of.strategy === strategy;

export function heldOf(plain: Plain, symbol: string, of: Of = {}): number {
  let total = 0;
  for (const [strategy, quantity] of plain.held.get(symbol) ?? []) if (isOf(strategy, of)) total += quantity;
  return total;
}

export const openOf = (plain: Plain, symbol: string, isBuy: boolean, of: Of = {}): number =>
  plain.open.reduce(
    (sum, o) => sum + (o.symbol === symbol && (o.side === "BUY") === isBuy && isOf(o.strategy, of) ? o.leaves : 0),
    0,
  );

/** Both ends of a symbol, whatever of the open orders is filled. */
export function endsOf(plain: Plain, symbol: string, of: Of = {}): readonly [number, number] {
  const held = heldOf(plain, symbol, of);
  return [held - openOf(plain, symbol, false, of), held + openOf(plain, symbol, true, of)];
}

/** Dollars at the ask of the end that is farther from nothing, with its sign. */
function fartherOf(plain: Plain, symbol: string, of: Of = {}): number {
  const [least, most] = endsOf(plain, symbol, of);
  return (Math.abs(most) >= Math.abs(least) ? most : least) * ((plain.prices.get(symbol) ?? 100) + 0.01);
}

export const grossOf = (plain: Plain, isCounted: (symbol: string) => boolean = () => true, of: Of = {}): number =>
  SYMBOLS.filter(isCounted).reduce((sum, symbol) => sum + Math.abs(fartherOf(plain, symbol, of)), 0);

export function netOf(plain: Plain): number {
  let [low, high] = [0, 0];
  for (const symbol of SYMBOLS) {
    const price = (plain.prices.get(symbol) ?? 100) + 0.01;
    const [least, most] = endsOf(plain, symbol);
    low += least * price;
    high += most * price;
  }
  return Math.max(Math.abs(low), Math.abs(high));
}

/** Cash and positions as they could be left: at the bid what is long, at the ask what is short. */
export function equityOf(plain: Plain): number {
  let equity = plain.cash;
  for (const symbol of SYMBOLS) {
    const quantity = heldOf(plain, symbol);
    equity += quantity * ((plain.prices.get(symbol) ?? 100) + (quantity > 0 ? -0.01 : 0.01));
  }
  return equity;
}

const DAYS = 25;
/** Daily moves: the first two go together and lead the index, the third goes its own way. */
const MOVES: Readonly<Record<string, (day: number) => number>> = {
  AAPL: (day) => 0.02 * Math.sin(1.7 * day),
  BAC: (day) => 0.02 * Math.sin(1.7 * day) + 0.004 * Math.cos(day),
  MSFT: (day) => 0.015 * Math.cos(2.3 * day),
  [INDEX]: (day) => 0.01 * Math.sin(1.7 * day) + 0.003 * Math.cos(2.3 * day),
};

const closesOf = (symbol: string): readonly number[] => {
  const closes = [100];
  for (let day = 1; day < DAYS; day++) closes.push((closes[day - 1] ?? 0) * (1 + (MOVES[symbol]?.(day) ?? 0)));
  return closes.map((close) => Math.round(close * 1e6) / 1e6);
};
const CLOSES = new Map([...SYMBOLS, INDEX].map((symbol) => [symbol as string, closesOf(symbol)]));
const RETURNS = new Map(
  [...CLOSES].map(([symbol, closes]) => [symbol, closes.slice(1).map((close, day) => close / (closes[day] ?? 1) - 1)]),
);
const returnsOf = (symbol: string): readonly number[] => RETURNS.get(symbol) ?? [];

/** The daily bars that the gate is told of. */
export const dailyBars = (): readonly Event[] =>
  [...CLOSES].map(([symbol, closes]) => ({
    kind: "md.history" as const,
    group: groups.groupOf(symbol) ?? "tech",
    symbol,
    requestId: "",
    failure: "",
    timeframe: "1d" as const,
    bars: closes.map((close, day) => ({
      closeUs: us(at(0) - (DAYS - day) * 86_400_000_000),
      closePx: px(Math.round(close * 1e6)),
      volume: qty(1e12),
    })),
  }));

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
function covarianceOf(a: readonly number[], b: readonly number[]): number {
  const [meanA, meanB] = [meanOf(a), meanOf(b)];
  return meanOf(a.map((value, day) => (value - meanA) * ((b[day] ?? 0) - meanB)));
}

/** A tenth of what is measured is taken for chance. */
const correlationOf = (a: string, b: string): number => {
  const [x, y] = [returnsOf(a), returnsOf(b)];
  return a === b ? 1 : (0.9 * covarianceOf(x, y)) / Math.sqrt(covarianceOf(x, x) * covarianceOf(y, y));
};
const CLUSTERS = new Map(
  SYMBOLS.map((symbol) => [symbol as string, SYMBOLS.filter((other) => correlationOf(symbol, other) >= 0.7)]),
);
const BETAS = new Map(
  SYMBOLS.map((symbol) => [
    symbol as string,
    covarianceOf(returnsOf(symbol), returnsOf(INDEX)) / covarianceOf(returnsOf(INDEX), returnsOf(INDEX)),
  ]),
);

export const clusterOf = (plain: Plain, symbol: string): number =>
  grossOf(plain, (other) => CLUSTERS.get(symbol)?.some((member) => member === other) === true);

export const betaExposureOf = (plain: Plain): number =>
  Math.abs(SYMBOLS.reduce((sum, symbol) => sum + (BETAS.get(symbol) ?? 0) * fartherOf(plain, symbol), 0));

/** The larger of the worst day and of the normal distribution's hundredth. */
export function valueAtRiskOf(plain: Plain): number {
  const gains = Array.from({ length: DAYS - 1 }, (_, day) =>
    SYMBOLS.reduce((sum, symbol) => sum + (returnsOf(symbol)[day] ?? 0) * fartherOf(plain, symbol), 0),
  );
  const deviation = Math.sqrt(covarianceOf(gains, gains));
  return Math.max(0, -Math.min(...gains), 2.326_347_874 * deviation - meanOf(gains));
}
