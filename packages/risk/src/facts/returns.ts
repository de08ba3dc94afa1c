import type { DayClose } from "./price-path.ts";

/** Days of returns without which nothing is said of a symbol. */
const LEAST_DAYS = 20;
/** A part of each measured correlation that is taken for chance: it shrinks towards none. */
const SHRINKAGE = 0.1;

/** Daily returns of symbols by day, and what is told from them. Statistics: doubles in a fixed order of operations. */
export type ReturnsModel = {
  /** Correlation of two symbols' daily returns, shrunk; `undefined` with fewer than twenty common days. */
  correlation(a: string, b: string): number | undefined;
  /** Slope of a symbol's returns on another's; `undefined` likewise. */
  beta(symbol: string, index: string): number | undefined;
  /**
   * Loss that one day in a hundred exceeds, for dollars by symbol, the larger of the historical one (the worst day where there are
   * fewer than a hundred) and the parametric one; `undefined` where a symbol's returns are missing.
   */
  valueAtRisk(dollars: ReadonlyMap<string, number>): number | undefined;
};

type Returns = ReadonlyMap<number, number>;

/** The normal distribution's 99th percentile. */
const Z_99 = 2.326_347_874;

export function makeReturnsModel(days: ReadonlyMap<string, readonly DayClose[]>): ReturnsModel {
  const returns = new Map([...days].map(([symbol, closes]) => [symbol, returnsOf(closes)]));
  const aligned = align(returns);
  const pairs = new Map<string, Map<string, ReturnType<typeof momentsOf>>>();
  const moments = (a: string, b: string): ReturnType<typeof momentsOf> => {
    const ofA = pairs.get(a) ?? new Map<string, ReturnType<typeof momentsOf>>();
    pairs.set(a, ofA);
    const known = ofA.get(b);
    if (known !== undefined || ofA.has(b)) return known;
    const found = momentsOf(returns.get(a), returns.get(b));
    ofA.set(b, found);
    return found;
  };
  return {
    correlation(a, b) {
      if (a === b) return 1;
      const found = moments(a, b);
      if (found === undefined || found.varianceA === 0 || found.varianceB === 0) return undefined;
      return (1 - SHRINKAGE) * (found.covariance / Math.sqrt(found.varianceA * found.varianceB));
    },
    beta(symbol, index) {
      const found = moments(symbol, index);
      return found === undefined || found.varianceB === 0 ? undefined : found.covariance / found.varianceB;
    },
    valueAtRisk: (dollars) => valueAtRisk(aligned, dollars),
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

function valueAtRisk(aligned: Aligned, dollars: ReadonlyMap<string, number>): number | undefined {
  const gains = gainsOf(aligned, dollars);
  if (gains === undefined) return 0;
  if (gains.length < LEAST_DAYS) return undefined;
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

/** What those dollars would have gained on each day that all of the symbols have; `undefined` where nothing is held. */
function gainsOf({ days, bySymbol }: Aligned, dollars: ReadonlyMap<string, number>): Float64Array | undefined {
  const gains = new Float64Array(days);
  let isAnything = false;
  for (const [symbol, value] of dollars) {
    if (value === 0) continue;
    isAnything = true;
    const returns = bySymbol.get(symbol);
    if (returns === undefined) return new Float64Array(0);
    for (let day = 0; day < days; day++) gains[day] = (gains[day] ?? 0) + value * (returns[day] ?? Number.NaN);
  }
  return isAnything ? gains.filter((gain) => !Number.isNaN(gain)) : undefined;
}
