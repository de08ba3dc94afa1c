import { divRoundHalfEven, makePrng, MICROS, type Prng, type Px, px, type Qty, qty } from "@bowline/kernel";
import { STEP_US, type SymbolStep } from "./market.ts";
import { printsOf, type RawPrint } from "./step-prints.ts";

/** One trade as the tape tells it. */
export type TradePrint = {
  readonly px: Px;
  readonly quantity: Qty;
  /** IB's short name of where it traded. */
  readonly exchange: string;
  /** "I" for an odd lot, else empty. */
  readonly conditions: string;
};

/**
 * What one symbol did in one part of a step: the quote at its end, and the bar and the trades of the part. Where nothing traded in it
 * the volume is 0 and all four prices are the last one.
 */
export type StepTick = SymbolStep & {
  /** When the part ends, in microseconds after the step's start; the last one's is the whole step. */
  readonly offsetUs: number;
  /** In order; mostly none or one. */
  readonly prints: readonly TradePrint[];
};

export type SplitOptions = {
  /** Names the draws: seed and the step's end time. The same key and step give the same ticks; the symbol is added to it. */
  readonly key: string;
  /** How many parts, at least 1: 50 in a step of five seconds are ten a second. */
  readonly ticks: number;
  /** The step of the same symbol before this one, where the quote comes from; without it the quote stands from the start. */
  readonly before?: SymbolStep | undefined;
};

/**
 * Takes a step apart into ticks, always the same ones for the same key. Their fold (`foldTicks`) is the step exactly: first open,
 * highest, lowest, last close, sum of volume and trade count, average price by volume, last quote. One tick's wapPx carries what
 * prices on the increment leave of the average, so it may differ from its trade's price by less than a cent.
 */
export function splitStep(step: SymbolStep, { key, ticks, before }: SplitOptions): readonly StepTick[] {
  const prng = makePrng(`${key}/ticks/${step.symbol}`);
  const prints = printsOf(step, Math.max(1, Math.min(ticks, step.tradeCount)), prng);
  const placed = placePrints(prints, ticks, prng);
  const counts = shareOut(step.tradeCount, prints.length);
  const made: StepTick[] = [];
  let [lastPx, printed] = [Number(before?.closePx ?? step.openPx), 0];
  for (let index = 0; index < ticks; index++) {
    const own = placed[index] ?? [];
    const tradeCount = counts.slice(printed, printed + own.length).reduce((sum, one) => sum + one, 0);
    printed += own.length;
    const bar = barOf(own, lastPx);
    lastPx = bar.closePx;
    made.push({
      ...step,
      ...quoteAt(step, before, { index, ticks, prng }),
      ...bar,
      tradeCount: step.volume === 0 && index === ticks - 1 ? step.tradeCount : tradeCount,
      offsetUs: Math.floor(((index + 1) * STEP_US) / ticks),
      prints: own.map((print) => tell(print, prng)),
    });
  }
  return balance(step, made);
}

/** Which tick each print falls into: in order, spread over the step by chance. */
function placePrints(prints: readonly RawPrint[], ticks: number, prng: Prng): readonly (readonly RawPrint[])[] {
  const placed: RawPrint[][] = Array.from({ length: ticks }, () => []);
  prints.forEach((print, index) => {
    const first = Math.floor((index * ticks) / prints.length);
    const room = Math.floor(((index + 1) * ticks) / prints.length) - first;
    placed[first + Math.floor(prng.unit() * room)]?.push(print);
  });
  return placed;
}

/** A count in parts that are as even as they can be, the larger ones first. */
const shareOut = (total: number, parts: number): readonly number[] =>
  Array.from({ length: parts }, (_, index) => Math.floor(total / parts) + (index < total % parts ? 1 : 0));

type Bar = Pick<SymbolStep, "openPx" | "highPx" | "lowPx" | "closePx" | "volume" | "wapPx">;

function barOf(prints: readonly RawPrint[], lastPx: number): Bar {
  const prices = prints.length === 0 ? [lastPx] : prints.map((print) => print.px);
  const volume = prints.reduce((sum, { quantity }) => sum + quantity, 0);
  const value = prints.reduce((sum, print) => sum + BigInt(print.px) * BigInt(print.quantity), 0n);
  return {
    openPx: px(prices[0] ?? lastPx),
    highPx: px(Math.max(...prices)),
    lowPx: px(Math.min(...prices)),
    closePx: px(prices.at(-1) ?? lastPx),
    volume: qty(volume),
    wapPx: px(volume === 0 ? lastPx : Number(divRoundHalfEven(value, BigInt(volume)))),
  };
}

type Place = { readonly index: number; readonly ticks: number; readonly prng: Prng };
type QuotePart = Pick<SymbolStep, "bidPx" | "askPx" | "bidQty" | "askQty">;

/** The quote walks from the one before to the step's own, on whole cents, never crossed; sizes change with every tick. */
function quoteAt(step: SymbolStep, before: SymbolStep | undefined, { index, ticks, prng }: Place): QuotePart {
  const { bidPx, askPx, bidQty, askQty } = step;
  const way = Math.min(1, Math.max(0, (index + 2 * prng.unit()) / ticks));
  const [bidDraw, askDraw] = [prng.unit(), prng.unit()];
  if (index === ticks - 1) return { bidPx, askPx, bidQty, askQty };
  const from = before ?? step;
  const bid = between(from.bidPx, bidPx, way);
  const ask = between(from.askPx, askPx, way);
  const isStill = step.halted === true;
  const sizes = isStill ? { bidQty, askQty } : { bidQty: sizeNear(bidQty, bidDraw), askQty: sizeNear(askQty, askDraw) };
  // Where the two sides meet on the way, both stand as they end.
  return bid < ask ? { bidPx: px(bid), askPx: px(ask), ...sizes } : { bidPx, askPx, ...sizes };
}

const CENT = 10_000;

function between(from: number, to: number, way: number): number {
  const price = from + (to - from) * way;
  return from % CENT === 0 && to % CENT === 0 ? Math.round(price / CENT) * CENT : Math.round(price);
}

/** A size of up to two lots more or less than another, at least one lot where that one is. */
function sizeNear(size: number, draw: number): Qty {
  const lots = Math.floor(draw * 5) - 2;
  return qty(Math.max(Math.min(size, 100 * MICROS), size + lots * 100 * MICROS));
}

/** Where most trades print, by IB's names, with rough parts of US volume. */
const EXCHANGES: readonly (readonly [string, number])[] = [
  ["FINRA", 0.42],
  ["NASDAQ", 0.58],
  ["ARCA", 0.7],
  ["BATS", 0.79],
  ["EDGX", 0.87],
  ["NYSE", 0.95],
  ["IEX", 1],
];

function tell(print: RawPrint, prng: Prng): TradePrint {
  const draw = prng.unit();
  return {
    px: px(print.px),
    quantity: qty(print.quantity),
    exchange: EXCHANGES.find(([, until]) => draw < until)?.[0] ?? "FINRA",
    conditions: print.quantity < 100 * MICROS ? "I" : "",
  };
}

/** Sets the average price of the largest tick so that all together have the step's. */
function balance(step: SymbolStep, made: readonly StepTick[]): readonly StepTick[] {
  if (step.volume === 0) return made;
  const largest = made.reduce((best, tick) => (tick.volume > best.volume ? tick : best));
  const others = made.reduce((sum, tick) => (tick === largest ? sum : sum + valueOf(tick)), 0n);
  const rest = BigInt(step.wapPx) * BigInt(step.volume) - others;
  const wapPx = px(Number(divRoundHalfEven(rest, BigInt(largest.volume))));
  return made.map((tick) => (tick === largest ? { ...tick, wapPx } : tick));
}

const valueOf = ({ wapPx, volume }: SymbolStep): bigint => BigInt(wapPx) * BigInt(volume);

/** Ticks of one symbol as one step, or any run of steps as one bar; quotes and state are the last one's. Throws without ticks. */
export function foldTicks(ticks: readonly SymbolStep[]): SymbolStep {
  const last = ticks.at(-1);
  if (last === undefined) throw new RangeError("no ticks to fold");
  const traded = ticks.filter(({ volume }) => volume > 0);
  const volume = traded.reduce((sum, tick) => sum + tick.volume, 0);
  const tradeCount = ticks.reduce((sum, tick) => sum + tick.tradeCount, 0);
  const { symbol, bidPx, askPx, bidQty, askQty, closePx } = last;
  const quote = { symbol, bidPx, askPx, bidQty, askQty };
  const state = {
    ...(last.halted === undefined ? {} : { halted: last.halted }),
    ...(last.state === undefined ? {} : { state: last.state }),
  };
  if (traded.length === 0) {
    const flat = { openPx: closePx, highPx: closePx, lowPx: closePx, closePx };
    return { ...quote, ...flat, volume: qty(0), wapPx: last.wapPx, tradeCount, ...state };
  }
  const value = traded.reduce((sum, tick) => sum + valueOf(tick), 0n);
  return {
    ...quote,
    openPx: traded[0]?.openPx ?? closePx,
    highPx: px(Math.max(...traded.map(({ highPx }) => highPx))),
    lowPx: px(Math.min(...traded.map(({ lowPx }) => lowPx))),
    closePx: traded.at(-1)?.closePx ?? closePx,
    volume: qty(volume),
    wapPx: px(Number(divRoundHalfEven(value, BigInt(volume)))),
    tradeCount,
    ...state,
  };
}
