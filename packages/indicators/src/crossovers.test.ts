import { makePrng } from "@bowline/kernel";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type StudySpec, makeStudy } from "./index.ts";

/*
 * Where two averages meet, the last bit of a sum decides whether they cross. These runs hold the decisions of a fast and a slow
 * average over a long walk of whole cents against arithmetic that does not round.
 */
const BARS = 98_280;
const FAST = 10;
const SLOW = 30;
const MICROS_A_CENT = 10_000;
const START_US = 1_704_205_800_000_000;

const cents = makeWalk();

/** Prices in ticks, and the averages that cross over them. */
type Walk = {
  readonly prices: readonly number[];
  readonly microsATick: number;
  readonly fast: number;
  readonly slow: number;
};
const THE_WALK: Walk = { prices: cents, microsATick: MICROS_A_CENT, fast: FAST, slow: SLOW };

function makeWalk(): readonly number[] {
  const prng = makePrng("crossovers");
  let price = 10_000;
  return Array.from({ length: BARS }, () => (price = Math.max(1000, price + Math.round((prng.unit() - 0.5) * 8))));
}

/** Where `fast` is after each bar: 1 above `slow`, −1 below, 0 on it; a crossing is a side that differs from the last that was not 0. */
type Side = -1 | 0 | 1;
const sideOf = (difference: bigint | number): Side => (difference > 0 ? 1 : difference < 0 ? -1 : 0);

/** The bars with a crossing, by their index, upwards positive. */
function crossingsOf(sides: readonly (Side | undefined)[]): readonly number[] {
  let last: Side = 0;
  return sides.flatMap((side, index) => {
    if (side === undefined || side === 0) return [];
    const crossed = last === -side;
    last = side;
    return crossed ? [side * index] : [];
  });
}

/** As rules see it: one study over both averages, fed with bars of whole micros. */
function ourCrossings(average: "sma" | "ema", walk: Walk = THE_WALK): readonly number[] {
  const of = (period: number): StudySpec => ({ indicator: average, params: { period } });
  const study = makeStudy({ indicator: "crossing", of: of(walk.fast), with: of(walk.slow) });
  const state = study.init();
  return walk.prices.flatMap((price, index) => {
    const px = price * walk.microsATick;
    const prices = { openPx: px, highPx: px, lowPx: px, closePx: px };
    study.push(state, { closeUs: START_US + index * 60_000_000, status: "TRADED", ...prices, volume: 1_000_000 });
    const crossed = study.value(state) ?? 0;
    return crossed === 0 ? [] : [crossed * index];
  });
}

/** Σ fast ÷ FAST against Σ slow ÷ SLOW, as fractions: whole numbers alone. */
function exactSmaSides({ prices, fast, slow }: Walk = THE_WALK): readonly (Side | undefined)[] {
  let [fastSum, slowSum] = [0n, 0n];
  return prices.map((price, index) => {
    fastSum += BigInt(price) - BigInt(prices[index - fast] ?? 0);
    slowSum += BigInt(price) - BigInt(prices[index - slow] ?? 0);
    return index < slow - 1 ? undefined : sideOf(fastSum * BigInt(slow) - slowSum * BigInt(fast));
  });
}

/** What most libraries do: sums of dollars in doubles that go on running. */
function dollarSmaSides(): readonly (Side | undefined)[] {
  let [fast, slow] = [0, 0];
  return cents.map((cent, index) => {
    const dollars = cent / 100;
    fast += dollars - (index < FAST ? 0 : cents[index - FAST]! / 100);
    slow += dollars - (index < SLOW ? 0 : cents[index - SLOW]! / 100);
    return index < SLOW - 1 ? undefined : sideOf(fast / FAST - slow / SLOW);
  });
}

/** Crossings that one has and the other has not. */
function differences(a: readonly number[], b: readonly number[]): readonly number[] {
  const [inA, inB] = [new Set(a), new Set(b)];
  return [...a.filter((at) => !inB.has(at)), ...b.filter((at) => !inA.has(at))];
}

test("simple averages cross exactly where whole-number arithmetic says, on every one of 98,280 bars", () => {
  const exact = crossingsOf(exactSmaSides());
  expect(exact.length).toBeGreaterThan(3000);
  // Ties are what rounding flips: without them the walk would show nothing.
  expect(exactSmaSides().filter((side) => side === 0).length).toBeGreaterThan(100);
  expect(differences(ourCrossings("sma"), exact)).toEqual([]);
});

test("running sums of dollars in doubles flip crossings of the same walk", () => {
  const [dollars, exact] = [crossingsOf(dollarSmaSides()), crossingsOf(exactSmaSides())];
  expect([exact.length, dollars.length, differences(dollars, exact).length]).toEqual([3820, 3866, 262]);
});

test("simple averages of any length cross where they do, in hundredths of a cent too, and through leaps out of reach of plain sums", () => {
  const anyWalk = fc.record({
    seed: fc.nat(),
    fast: fc.integer({ min: 1, max: 12 }),
    slow: fc.integer({ min: 13, max: 60 }),
    microsATick: fc.constantFrom(100, 5000, MICROS_A_CENT),
    leap: fc.constantFrom(0, 1_000_000, 1_000_000_000_000),
  });
  fc.assert(
    fc.property(anyWalk, ({ seed, leap, ...about }) => {
      const prng = makePrng(`walk ${seed}`);
      let price = 10_000;
      const prices = Array.from({ length: 1000 }, () => {
        price = Math.max(1000, price + Math.round((prng.unit() - 0.5) * 8));
        return price + (prng.unit() < 0.01 ? Math.floor(leap / about.microsATick) : 0);
      });
      const walk = { ...about, prices };
      expect(differences(ourCrossings("sma", walk), crossingsOf(exactSmaSides(walk)))).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

/** Bits behind the point of a cent: what is cut off after each bar fades as the average does, and never adds up to more than a few. */
const FRACTION_BITS = 256n;

/** (x − average) × 2 ÷ (period + 1) again and again, seeded with the mean of the first `period`, to 256 bits behind the point. */
function exactEma(period: number): readonly bigint[] {
  let average = 0n;
  return cents.map((cent, index) => {
    const x = BigInt(cent) << FRACTION_BITS;
    average += index < period ? x / BigInt(period) : ((x - average) * 2n) / BigInt(period + 1);
    return average;
  });
}

test("exponential averages cross where 256 bits behind the point say", () => {
  const slow = exactEma(SLOW);
  const gaps = exactEma(FAST).map((fast, index) => fast - slow[index]!);
  const warm = gaps.slice(SLOW - 1);
  const cutOff = 1n << 32n;
  expect(warm.filter((gap) => gap < cutOff && gap > -cutOff)).toEqual([]);
  const exact = crossingsOf(gaps.map((gap, index) => (index < SLOW - 1 ? undefined : sideOf(gap))));
  expect(exact.length).toBeGreaterThan(3000);
  expect(differences(ourCrossings("ema"), exact)).toEqual([]);
});
