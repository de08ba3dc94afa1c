import { makePrng, MICROS, type Prng, px, qty } from "@bowline/kernel";
import type { ExtendedTape } from "./extended-tape.ts";
import { type Luld, makeLuld, PAUSE_STEPS } from "./luld.ts";
import { STEPS_PER_MINUTE, type TradingState } from "./market.ts";
import type { News } from "./market-news.ts";
import type { MarketTraits } from "./market-traits.ts";
import { writeBar, writeQuote } from "./minute-path.ts";
import type { SymbolTape } from "./session-tape.ts";

/** One symbol's regular hours as the factors made them, and what is to happen on top. The tape is rewritten. */
export type DayWish = {
  readonly key: string;
  readonly symbol: string;
  readonly tape: SymbolTape;
  readonly traits: MarketTraits;
  readonly news: readonly News[];
  /** Added to the logarithm of every step's prices: the sector's way. */
  readonly drift?: Float64Array | undefined;
  /** Shares that it usually trades in a day. */
  readonly sharesPerDay: number;
  readonly previousClose: number;
  readonly isRestricted: boolean;
};

export type Day = ExtendedTape & {
  /** Fell by 10 %. */
  readonly isTriggered: boolean;
};

const CENT = 10_000;
const IMBALANCE_STEPS = 10 * STEPS_PER_MINUTE;
const RESTRICTING_RATIO = 0.9;
/** What a reopening trades, as a part of a day's volume. */
const REOPENING_RATIO = 0.01;

/** What the loop over the steps carries along. */
type Run = {
  readonly wish: DayWish;
  readonly steps: number;
  readonly prng: Prng;
  readonly states: { step: number; state: TradingState }[];
  lastPx: number;
  logJump: number;
  /** Volume is this many times the usual, falling back to 1. */
  rush: number;
  haltedUntil: number;
  /** Shares of the last auction. */
  auctioned: number;
  haltCode: 1 | 2;
  isRestricted: boolean;
  isTriggered: boolean;
};

/** Lets a day happen: jumps, halts, bands and pauses, auctions, the short sale rule. */
export function playDay(wish: DayWish): Day {
  const { tape, traits, symbol } = wish;
  const steps = tape.bid.length;
  const run: Run = {
    wish,
    steps,
    prng: makePrng(`${wish.key}/day/${symbol}`),
    states: [],
    lastPx: tape.open[0] ?? 0,
    logJump: 0,
    rush: 1,
    haltedUntil: 0,
    auctioned: 0,
    haltCode: 1,
    isRestricted: wish.isRestricted,
    isTriggered: false,
  };
  const luld = traits.luld === undefined ? undefined : makeLuld(traits.luld.tier1.includes(symbol) ? 1 : 2, steps);
  let nextNews = 0;
  for (let step = 0; step < steps; step++) {
    for (let news = wish.news[nextNews]; news?.step === step; news = wish.news[nextNews]) {
      takeNews(run, news);
      nextNews += 1;
    }
    if (step < run.haltedUntil) playHalt(run, step);
    else playStep(run, step, luld);
  }
  return { tape, states: run.states, isTriggered: run.isTriggered };
}

function takeNews(run: Run, { step, haltSteps, logJump }: News): void {
  run.logJump += logJump;
  run.rush = 8;
  if (haltSteps === 0) return;
  run.haltedUntil = Math.max(run.haltedUntil, step + haltSteps);
  run.haltCode = 1;
}

/** Adds a state where it says something new. */
function tell(run: Run, step: number, state: TradingState): void {
  const before = run.states.at(-1)?.state;
  if (before === undefined || !isSame(before, state)) run.states.push({ step, state });
}

const isSame = (a: TradingState, b: TradingState): boolean =>
  a.halted === b.halted &&
  a.auction === b.auction &&
  a.imbalanceQty === b.imbalanceQty &&
  a.bandLowPx === b.bandLowPx &&
  a.bandHighPx === b.bandHighPx &&
  a.isLimitState === b.isLimitState &&
  a.isShortRestricted === b.isShortRestricted;

const restriction = (run: Run): Partial<TradingState> => (run.isRestricted ? { isShortRestricted: true } : {});

/** Nothing trades, and the quote stands as it was. */
function playHalt(run: Run, step: number): void {
  const { tape } = run.wish;
  flatten(tape, step, run.lastPx);
  writeQuote(tape, step, quoteOf(tape, Math.max(0, step - 1)));
  tell(run, step, { halted: run.haltCode, ...restriction(run) });
}

function flatten(tape: SymbolTape, step: number, price: number): void {
  writeBar(tape, step, { openPx: price, highPx: price, lowPx: price, closePx: price }, 0);
}

const quoteOf = (tape: SymbolTape, step: number) => ({
  bid: tape.bid[step] ?? 0,
  ask: tape.ask[step] ?? 0,
  bidSize: tape.bidSize[step] ?? 0,
  askSize: tape.askSize[step] ?? 0,
});

const barOf = (tape: SymbolTape, step: number) => ({
  openPx: tape.open[step] ?? 0,
  highPx: tape.high[step] ?? 0,
  lowPx: tape.low[step] ?? 0,
  closePx: tape.close[step] ?? 0,
  shares: (tape.volume[step] ?? 0) / MICROS,
});

function playStep(run: Run, step: number, luld: Luld | undefined): void {
  const { tape } = run.wish;
  scale(run, step);
  const kind = auctionOf(run, step);
  if (kind === "REOPEN") {
    openingAuction(run, step, REOPENING_RATIO);
    luld?.restart(barOf(tape, step).openPx);
  }
  const bandState = luld === undefined ? {} : keepBands(run, step, luld);
  if (kind === "OPEN") openingAuction(run, step, run.wish.traits.auctions?.openRatio ?? 0);
  if (kind === "CLOSE") closingAuction(run, step);
  const { closePx, lowPx, shares } = barOf(tape, step);
  luld?.trade(step, tape.wap[step] ?? closePx, shares);
  restrict(run, lowPx);
  run.lastPx = closePx;
  tell(run, step, { halted: 0, ...bandState, ...auctionState(run, step, kind), ...restriction(run) });
}

/** Keeps the step inside the bands that are in force, and begins a pause where the quote stood at one for too long. */
function keepBands(run: Run, step: number, luld: Luld): Partial<TradingState> {
  const bands = luld.bands(step);
  if (bands === undefined) return {};
  const isLimit = clip(run.wish.tape, step, bands);
  if (luld.limit(isLimit) && step + 1 < run.steps) {
    run.haltedUntil = step + 1 + PAUSE_STEPS;
    run.haltCode = 2;
  }
  const told = { bandLowPx: px(bands.low), bandHighPx: px(bands.high) };
  return isLimit ? { ...told, isLimitState: true } : told;
}

type Auction = NonNullable<TradingState["auction"]>;

function auctionOf({ wish, steps, haltedUntil }: Run, step: number): Auction | undefined {
  if (step > 0 && step === haltedUntil) return "REOPEN";
  if (wish.traits.auctions === undefined) return undefined;
  return step === 0 ? "OPEN" : step === steps - 1 ? "CLOSE" : undefined;
}

/** The print of an auction, and before the close what its orders lack of one side. */
function auctionState(run: Run, step: number, kind: Auction | undefined): Partial<TradingState> {
  const { tape, traits } = run.wish;
  if (kind !== undefined) {
    const { openPx, closePx } = barOf(tape, step);
    return {
      auction: kind,
      auctionPx: px(kind === "CLOSE" ? closePx : openPx),
      auctionQty: qty(run.auctioned * MICROS),
    };
  }
  if (traits.auctions === undefined || step < run.steps - IMBALANCE_STEPS || step % 6 !== 0) return keptImbalance(run);
  const size = run.wish.sharesPerDay * traits.auctions.closeRatio * 0.3 * run.prng.normal();
  const left = (run.steps - step) / IMBALANCE_STEPS;
  return { imbalanceQty: qty(Math.round((size * left) / 100) * 100 * MICROS) };
}

const keptImbalance = (run: Run): Partial<TradingState> => {
  const imbalanceQty = run.states.at(-1)?.state.imbalanceQty;
  return imbalanceQty === undefined ? {} : { imbalanceQty };
};

/** Moves the step's prices by what happened, and its volume by the rush after it. */
function scale(run: Run, step: number): void {
  const { tape, drift } = run.wish;
  const factor = Math.exp(run.logJump + (drift?.[step] ?? 0));
  const quote = quoteOf(tape, step);
  const bid = moved(quote.bid, factor);
  writeQuote(tape, step, { ...quote, bid, ask: bid + Math.max(CENT, moved(quote.ask - quote.bid, factor)) });
  scaleBar(run, step, factor);
  run.rush = 1 + (run.rush - 1) * 0.99;
}

function scaleBar(run: Run, step: number, factor: number): void {
  const { tape } = run.wish;
  const { openPx, highPx, lowPx, closePx, shares } = barOf(tape, step);
  const volume = Math.round(shares * run.rush);
  if (volume === 0) return flatten(tape, step, run.lastPx);
  const [open, close] = [moved(openPx, factor), moved(closePx, factor)];
  const high = Math.max(open, close, moved(highPx, factor));
  const low = Math.min(open, close, moved(lowPx, factor));
  writeBar(tape, step, { openPx: open, highPx: high, lowPx: low, closePx: close }, volume);
}

const moved = (price: number, factor: number): number => Math.max(CENT, Math.round((price * factor) / CENT) * CENT);

/** A single-price auction at the step's first price, or at its bid where nothing else trades: its volume is in the step's. */
function openingAuction(run: Run, step: number, ratio: number): void {
  const { tape } = run.wish;
  const bar = barOf(tape, step);
  const { bid } = quoteOf(tape, step);
  const price = bar.shares > 0 ? bar : { openPx: bid, highPx: bid, lowPx: bid, closePx: bid };
  writeBar(tape, step, price, bar.shares + auctionShares(run, ratio));
}

/** The last print of the day: at the close of the step. */
function closingAuction(run: Run, step: number): void {
  const bar = barOf(run.wish.tape, step);
  writeBar(run.wish.tape, step, bar, bar.shares + auctionShares(run, run.wish.traits.auctions?.closeRatio ?? 0));
}

function auctionShares(run: Run, ratio: number): number {
  run.auctioned = Math.max(100, Math.round((run.wish.sharesPerDay * ratio * (0.5 + run.prng.unit())) / 100) * 100);
  return run.auctioned;
}

/** Keeps trades and quote inside the bands; true where the quote stands at one of them. */
function clip(tape: SymbolTape, step: number, { low, high }: { readonly low: number; readonly high: number }): boolean {
  const within = (price: number) => Math.min(Math.max(price, low), high);
  const { openPx, highPx, lowPx, closePx, shares } = barOf(tape, step);
  const bar = { openPx: within(openPx), highPx: within(highPx), lowPx: within(lowPx), closePx: within(closePx) };
  if (shares > 0) writeBar(tape, step, bar, shares);
  const quote = quoteOf(tape, step);
  const spread = quote.ask - quote.bid;
  if (quote.ask <= low) writeQuote(tape, step, { ...quote, bid: Math.max(CENT, low - spread), ask: low });
  else if (quote.bid >= high) writeQuote(tape, step, { ...quote, bid: high, ask: high + spread });
  else return false;
  return true;
}

/** Rule 201. */
function restrict(run: Run, lowPx: number): void {
  const { traits, previousClose } = run.wish;
  if (traits.shortSaleRule !== true || lowPx > previousClose * RESTRICTING_RATIO) return;
  run.isTriggered = true;
  run.isRestricted = true;
}
