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
  const pairs = new Map<string, ReturnType<typeof momentsOf>>();
  const moments = (a: string, b: string): ReturnType<typeof momentsOf> => {
    const key = `${a}|${b}`;
    if (!pairs.has(key)) pairs.set(key, momentsOf(returns.get(a), returns.get(b)));
    return pairs.get(key);
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
    valueAtRisk: (dollars) => valueAtRisk(returns, dollars),
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

function valueAtRisk(all: ReadonlyMap<string, Returns>, dollars: ReadonlyMap<string, number>): number | undefined {
  const held = [...dollars].filter(([, value]) => value !== 0);
  if (held.length === 0) return 0;
  const gains = gainsOf(all, held);
  if (gains.length < LEAST_DAYS) return undefined;
  const mean = gains.reduce((sum, gain) => sum + gain, 0) / gains.length;
  const deviation = Math.sqrt(gains.reduce((sum, gain) => sum + (gain - mean) ** 2, 0) / gains.length);
  const sorted = gains.toSorted((a, b) => a - b);
  const historical = -(sorted[Math.floor(gains.length / 100)] ?? 0);
  return Math.max(0, Math.round(historical), Math.round(Z_99 * deviation - mean));
}

/** What those dollars would have gained on each day that all of the symbols have. */
function gainsOf(all: ReadonlyMap<string, Returns>, held: readonly (readonly [string, number])[]): readonly number[] {
  const days = all.get(held[0]?.[0] ?? "")?.keys() ?? [];
  return [...days].flatMap((day) => {
    let gain = 0;
    for (const [symbol, value] of held) gain += value * (all.get(symbol)?.get(day) ?? Number.NaN);
    return Number.isNaN(gain) ? [] : [gain];
  });
}
