import type { Valued } from "./exposure-table.ts";
import type { DayClose } from "./price-path.ts";

/** Days of returns without which nothing is said of a symbol. */
const LEAST_DAYS = 20;
/** A part of each measured correlation that is taken for chance: it shrinks towards none. */
const SHRINKAGE = 0.1;

/** Daily returns of symbols by day, and what is told from them. Statistics: doubles in a fixed order of operations. */
export type ReturnsModel = {
  /** Correlation of a symbol's daily returns with another's, shrunk; `undefined` with fewer than twenty common days. */
  correlationsWith(symbol: string): (other: string) => number | undefined;
  /** Slope of a symbol's returns on the index's; `undefined` likewise. */
  betasOn(index: string): (symbol: string) => number | undefined;
  /**
   * Loss that one day in a hundred exceeds, for the farther ends of lines, the larger of the historical one (the worst day where there
   * are fewer than a hundred) and the parametric one; `undefined` where a symbol's price or returns are missing.
   */
  valueAtRisk(lines: readonly Valued[]): number | undefined;
};

type Returns = ReadonlyMap<number, number>;

/** The normal distribution's 99th percentile. */
const Z_99 = 2.326_347_874;

export function makeReturnsModel(days: ReadonlyMap<string, readonly DayClose[]>): ReturnsModel {
  const returns = new Map([...days].map(([symbol, closes]) => [symbol, returnsOf(closes)]));
  const aligned = align(returns);
  const momentsBetween = (a: string, b: string) => momentsOf(returns.get(a), returns.get(b));
  return {
    correlationsWith: keptByPair((symbol, other) => {
      if (symbol === other) return 1;
      const found = momentsBetween(symbol, other);
      if (found === undefined || found.varianceA === 0 || found.varianceB === 0) return undefined;
      return (1 - SHRINKAGE) * (found.covariance / Math.sqrt(found.varianceA * found.varianceB));
    }),
    betasOn: keptByPair((index, symbol) => {
      if (symbol === index) return 1;
      const found = momentsBetween(symbol, index);
      return found === undefined || found.varianceB === 0 ? undefined : found.covariance / found.varianceB;
    }),
    valueAtRisk: (lines) => valueAtRisk(aligned, lines),
  };
}

type OfPair = (a: string, b: string) => number | undefined;

/** Works out what two symbols are to one another when it is first asked for. */
function keptByPair(of: OfPair): (a: string) => (b: string) => number | undefined {
  const rows = new Map<string, (b: string) => number | undefined>();
  const rowOf = (a: string): ((b: string) => number | undefined) => {
    const known = new Map<string, number | undefined>();
    return (b) => {
      const found = known.get(b);
      if (found !== undefined || known.has(b)) return found;
      const made = of(a, b);
      known.set(b, made);
      return made;
    };
  };
  return (a) => {
    const row = rows.get(a) ?? rowOf(a);
    rows.set(a, row);
    return row;
  };
}

function returnsOf(closes: readonly DayClose[]): Returns {
  const returns = new Map<number, number>();
  closes.forEach(({ closeUs, closePx }, index) => {
    const before = closes[index - 1];
    if (before !== undefined) returns.set(closeUs, Number(closePx) / Number(before.closePx) - 1);
  });
  return returns;
}

function momentsOf(a: Returns | undefined, b: Returns | undefined) {
  if (a === undefined || b === undefined) return undefined;
  const common = [...a].flatMap(([day, x]) => {
    const y = b.get(day);
    return y === undefined ? [] : [[x, y] as const];
  });
  if (common.length < LEAST_DAYS) return undefined;
  const mean = (of: (pair: readonly [number, number]) => number): number =>
    common.reduce((sum, pair) => sum + of(pair), 0) / common.length;
  const [meanA, meanB] = [mean(([x]) => x), mean(([, y]) => y)];
  return {
    covariance: mean(([x, y]) => (x - meanA) * (y - meanB)),
    varianceA: mean(([x]) => (x - meanA) ** 2),
    varianceB: mean(([, y]) => (y - meanB) ** 2),
  };
}

/** Returns by symbol, each a list over the same days; not a number where the symbol has none of a day. */
type Aligned = { readonly days: number; readonly bySymbol: ReadonlyMap<string, Float64Array> };

function align(returns: ReadonlyMap<string, Returns>): Aligned {
  const days = [...new Set([...returns.values()].flatMap((own) => [...own.keys()]))].sort((a, b) => a - b);
  const listOf = (own: Returns): Float64Array => Float64Array.from(days, (day) => own.get(day) ?? Number.NaN);
  return { days: days.length, bySymbol: new Map([...returns].map(([symbol, own]) => [symbol, listOf(own)])) };
}

function valueAtRisk(aligned: Aligned, lines: readonly Valued[]): number | undefined {
  const gains = gainsOf(aligned, lines);
  if (gains === "NOTHING") return 0;
  if (gains === undefined || gains.length < LEAST_DAYS) return undefined;
  let [sum, squares, worst] = [0, 0, Number.POSITIVE_INFINITY];
  for (const gain of gains) {
    sum += gain;
    if (gain < worst) worst = gain;
  }
  const mean = sum / gains.length;
  for (const gain of gains) squares += (gain - mean) ** 2;
  const rank = Math.floor(gains.length / 100);
  const historical = -(rank === 0 ? worst : (gains.toSorted()[rank] ?? worst));
  return Math.max(0, Math.round(historical), Math.round(Z_99 * Math.sqrt(squares / gains.length) - mean));
}

/** What those lines would have gained on each day that all of the symbols have; `undefined` where one has no price or no returns. */
function gainsOf({ days, bySymbol }: Aligned, lines: readonly Valued[]): Float64Array | "NOTHING" | undefined {
  const rows: Float64Array[] = [];
  const values: number[] = [];
  for (const { symbol, dollars } of lines) {
    if (dollars === undefined) return undefined;
    if (dollars.farther === 0) continue;
    const returns = bySymbol.get(symbol);
    if (returns === undefined) return undefined;
    rows.push(returns);
    values.push(dollars.farther);
  }
  if (rows.length === 0) return "NOTHING";
  const gains = new Float64Array(days);
  let count = 0;
  for (const gain of addAll(gains, rows, values)) if (!Number.isNaN(gain)) gains[count++] = gain;
  return gains.subarray(0, count);
}

/**
 * Adds each row times its value, one after another. Four rows at a time, so that a day's sum is read and written once for all of them:
 * for every symbol and day this is most of what a decision costs.
 */
function addAll(gains: Float64Array, rows: readonly Float64Array[], values: readonly number[]): Float64Array {
  const none = new Float64Array(gains.length);
  const row = (index: number): Float64Array => rows[index] ?? none;
  const value = (index: number): number => values[index] ?? 0;
  for (let first = 0; first < rows.length; first += 4) {
    const [a, b, c, d] = [row(first), row(first + 1), row(first + 2), row(first + 3)];
    const [x, y, z, w] = [value(first), value(first + 1), value(first + 2), value(first + 3)];
    for (let day = 0; day < gains.length; day++)
      gains[day] =
        (gains[day] as number) +
        x * (a[day] as number) +
        y * (b[day] as number) +
        z * (c[day] as number) +
        w * (d[day] as number);
  }
  return gains;
}
