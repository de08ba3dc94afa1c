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

/** Where the draws of one step stand, in the order in which they are drawn; a bell takes four. */
const DRAW = { drift: 0, noise: 4, spread: 8, shares: 9, bidLots: 13, askLots: 14, first: 15, last: 16, beyond: 17 };
const DRAWS_PER_STEP = 18;
const DRAWS_PER_BELL = 4;

const drawAt = (draws: Float64Array, at: number): number => draws[at] ?? 0;

/** Nearly normal, mean 0 and variance 1, from four draws: a market needs many, and nobody looks at the fifth deviation. */
const bellAt = (draws: Float64Array, at: number): number =>
  (drawAt(draws, at) + drawAt(draws, at + 1) + drawAt(draws, at + 2) + drawAt(draws, at + 3) - 2) * SQRT_3;

/** Noise of one factor, a value a step. */
function noiseOf(key: string, steps: number): Float64Array {
  const draws = new Float64Array(steps * DRAWS_PER_BELL);
  makePrng(key).units(draws);
  const noise = new Float64Array(steps);
  for (let step = 0; step < steps; step++) noise[step] = bellAt(draws, step * DRAWS_PER_BELL);
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
  const firstDraws = new Float64Array(DRAWS_PER_BELL);
  prng.units(firstDraws);
  const draws = new Float64Array(DRAWS_PER_STEP);
  let drift = DRIFT_TO_NOISE * bellAt(firstDraws, 0);
  let logMid = Math.log(firstMid);
  let before = quoteAt(firstMid, traits.spread, 0.5);
  let lastCents = before.bid;
  for (let step = 0; step < steps; step++) {
    const wild = shape.volatility[step] ?? 1;
    prng.units(draws);
    drift = drift * DRIFT_KEPT_PER_STEP + driftNoise * bellAt(draws, DRAW.drift);
    const noise =
      marketPart * (market[step] ?? 0) + groupPart * (group[step] ?? 0) + ownPart * bellAt(draws, DRAW.noise);
    logMid += stepVolatility * wild * (noise + drift);
    const now = quoteAt(Math.exp(logMid), traits.spread * (0.7 + 0.5 * wild), drawAt(draws, DRAW.spread));
    const shares = sharesTraded(
      draws,
      (traits.sharesPerDay / FULL_SESSION_STEPS) * (shape.volume[step] ?? 1),
      Math.abs(noise),
    );
    writeQuote(tape, step, {
      bid: now.bid * CENT_MICROS,
      ask: now.ask * CENT_MICROS,
      bidSize: lots(drawAt(draws, DRAW.bidLots)) * MICROS,
      askSize: lots(drawAt(draws, DRAW.askLots)) * MICROS,
    });
    lastCents = writeTrades(tape, step, { draws, before, now, lastCents, shares });
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
const lots = (draw: number): number => 100 * (1 + Math.floor(-6 * Math.log(1 - draw)));

/** Whole shares of one step: more where the price moves, sometimes none. */
function sharesTraded(draws: Float64Array, mean: number, move: number): number {
  const shares = mean * Math.exp(0.7 * bellAt(draws, DRAW.shares) - 0.245) * (0.6 + 0.5 * move);
  return shares < 60 ? 0 : Math.round(shares);
}

type Trades = {
  readonly draws: Float64Array;
  readonly before: { readonly bid: number; readonly ask: number };
  readonly now: { readonly bid: number; readonly ask: number };
  readonly lastCents: number;
  readonly shares: number;
};

/** Trades happen at the quotes: the first at those before the step, the last at those after it. Returns the last price in cents. */
function writeTrades(tape: SymbolTape, step: number, { draws, before, now, lastCents, shares }: Trades): number {
  const first = drawAt(draws, DRAW.first) < 0.5 ? before.bid : before.ask;
  const last = drawAt(draws, DRAW.last) < 0.5 ? now.bid : now.ask;
  const beyond = Math.floor(drawAt(draws, DRAW.beyond) * 2.2);
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
