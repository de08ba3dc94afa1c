/**
 * An exponential average as TA-Lib computes it: the mean of the first `period` numbers, then average += (x − average) × k.
 * While it warms up `average` holds the sum.
 */
export type Ema = { period: number; k: number; count: number; average: number };

export const makeEma = (period: number): Ema => ({ period, k: 2 / (period + 1), count: 0, average: 0 });

export function pushEma(ema: Ema, x: number): void {
  if (ema.count === ema.period) {
    ema.average = (x - ema.average) * ema.k + ema.average;
    return;
  }
  ema.count += 1;
  ema.average += x;
  if (ema.count === ema.period) ema.average /= ema.period;
}

export const isWarmEma = ({ count, period }: Ema): boolean => count === period;

export const emaOf = (ema: Ema): number | undefined => (isWarmEma(ema) ? ema.average : undefined);

/** Wilder's average: the mean of the first `period` numbers, then average = (average × (period − 1) + x) ÷ period. */
export type Wilder = { period: number; count: number; average: number };

export const makeWilder = (period: number): Wilder => ({ period, count: 0, average: 0 });

export function pushWilder(wilder: Wilder, x: number): void {
  if (wilder.count === wilder.period) {
    wilder.average = (wilder.average * (wilder.period - 1) + x) / wilder.period;
    return;
  }
  wilder.count += 1;
  wilder.average += x;
  if (wilder.count === wilder.period) wilder.average /= wilder.period;
}

export const isWarmWilder = ({ count, period }: Wilder): boolean => count === period;

export const wilderOf = (wilder: Wilder): number | undefined => (isWarmWilder(wilder) ? wilder.average : undefined);
