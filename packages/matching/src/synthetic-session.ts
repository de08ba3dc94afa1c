import { makePrng, MICROS, type Prng } from "@bowline/kernel";
import { writeBar, writeQuote } from "./minute-path.ts";
import { makeTape, type SymbolTape } from "./session-tape.ts";
import {
  DRIFT_KEPT_PER_STEP,
  DRIFT_TO_NOISE,
  GROUP_SHARE,
  intradayShape,
  MARKET_SHARE,
  type SymbolTraits,
} from "./synthetic-shape.ts";

/** A symbol at the start of a session: its traits, its group and the mid price, in dollars, at which it opens. */
export type SymbolStart = {
  readonly symbol: string;
  readonly group: string;
  readonly traits: SymbolTraits;
  readonly mid: number;
};

const CENT_MICROS = 10_000;
const FULL_SESSION_STEPS = 4680;

const SQRT_3 = Math.sqrt(3);

/** Nearly normal, mean 0 and variance 1, from four draws: a market needs many, and nobody looks at the fifth deviation. */
const bellShaped = (prng: Prng): number => (prng.unit() + prng.unit() + prng.unit() + prng.unit() - 2) * SQRT_3;

/** Noise of one factor, a value a step. */
function noiseOf(key: string, steps: number): Float64Array {
  const prng = makePrng(key);
  const noise = new Float64Array(steps);
  for (let step = 0; step < steps; step++) noise[step] = bellShaped(prng);
  return noise;
}

/**
 * Makes one session of all symbols. Every symbol and factor draws from its own source of numbers, so another symbol beside it changes
 * nothing about it.
 */
export function makeSyntheticSession(
  key: string,
  starts: readonly SymbolStart[],
  steps: number,
): readonly SymbolTape[] {
  const shape = intradayShape(steps);
  const market = noiseOf(`${key}/market`, steps);
  const groups = new Map<string, Float64Array>();
  return starts.map((start) => {
    const group = groups.get(start.group) ?? noiseOf(`${key}/group/${start.group}`, steps);
    groups.set(start.group, group);
    return makeSymbol(makePrng(`${key}/symbol/${start.symbol}`), start, { shape, market, group, steps });
  });
}

type Factors = {
  readonly shape: ReturnType<typeof intradayShape>;
  readonly market: Float64Array;
  readonly group: Float64Array;
  readonly steps: number;
};

function makeSymbol(prng: Prng, { traits, mid: firstMid }: SymbolStart, factors: Factors): SymbolTape {
  const { shape, market, group, steps } = factors;
  const tape = makeTape(steps);
  const stepVolatility = traits.dayVolatility / Math.sqrt(FULL_SESSION_STEPS);
  const marketPart = Math.sqrt(MARKET_SHARE) * traits.marketBeta;
  const groupPart = Math.sqrt(GROUP_SHARE) * traits.groupBeta;
  const ownPart = Math.sqrt(1 - MARKET_SHARE - GROUP_SHARE);
  const driftNoise = DRIFT_TO_NOISE * Math.sqrt(1 - DRIFT_KEPT_PER_STEP ** 2);
  let drift = DRIFT_TO_NOISE * bellShaped(prng);
  let logMid = Math.log(firstMid);
  let before = quoteAt(firstMid, traits.spread, 0.5);
  let lastCents = before.bid;
  for (let step = 0; step < steps; step++) {
    const wild = shape.volatility[step] ?? 1;
    drift = drift * DRIFT_KEPT_PER_STEP + driftNoise * bellShaped(prng);
    const noise = marketPart * (market[step] ?? 0) + groupPart * (group[step] ?? 0) + ownPart * bellShaped(prng);
    logMid += stepVolatility * wild * (noise + drift);
    const now = quoteAt(Math.exp(logMid), traits.spread * (0.7 + 0.5 * wild), prng.unit());
    const shares = sharesTraded(
      prng,
      (traits.sharesPerDay / FULL_SESSION_STEPS) * (shape.volume[step] ?? 1),
      Math.abs(noise),
    );
    writeQuote(tape, step, {
      bid: now.bid * CENT_MICROS,
      ask: now.ask * CENT_MICROS,
      bidSize: lots(prng) * MICROS,
      askSize: lots(prng) * MICROS,
    });
    lastCents = writeTrades(tape, step, { prng, before, now, lastCents, shares });
    before = now;
  }
  return tape;
}

/** Bid and ask in whole cents around a mid price in dollars; `rounding` in [0, 1) decides which way the spread rounds. */
function quoteAt(mid: number, spread: number, rounding: number): { readonly bid: number; readonly ask: number } {
  const cents = Math.max(1, Math.floor(mid * spread * 100 + rounding));
  const bid = Math.max(1, Math.round(mid * 100 - cents / 2));
  return { bid, ask: bid + cents };
}

/** Sizes at the quote: few round lots often, many seldom. */
const lots = (prng: Prng): number => 100 * (1 + Math.floor(-6 * Math.log(1 - prng.unit())));

/** Whole shares of one step: more where the price moves, sometimes none. */
function sharesTraded(prng: Prng, mean: number, move: number): number {
  const shares = mean * Math.exp(0.7 * bellShaped(prng) - 0.245) * (0.6 + 0.5 * move);
  return shares < 60 ? 0 : Math.round(shares);
}

type Trades = {
  readonly prng: Prng;
  readonly before: { readonly bid: number; readonly ask: number };
  readonly now: { readonly bid: number; readonly ask: number };
  readonly lastCents: number;
  readonly shares: number;
};

/** Trades happen at the quotes: the first at those before the step, the last at those after it. Returns the last price in cents. */
function writeTrades(tape: SymbolTape, step: number, { prng, before, now, lastCents, shares }: Trades): number {
  const first = prng.unit() < 0.5 ? before.bid : before.ask;
  const last = prng.unit() < 0.5 ? now.bid : now.ask;
  const beyond = Math.floor(prng.unit() * 2.2);
  const open = shares === 0 ? lastCents : first;
  const close = shares === 0 ? lastCents : last;
  const reach = shares === 0 ? 0 : beyond;
  writeBar(
    tape,
    step,
    {
      openPx: open * CENT_MICROS,
      highPx: (Math.max(open, close) + reach) * CENT_MICROS,
      lowPx: Math.max(1, Math.min(open, close) - (beyond === 2 ? 0 : reach)) * CENT_MICROS,
      closePx: close * CENT_MICROS,
    },
    shares,
  );
  return close;
}
