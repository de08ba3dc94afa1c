import { divRoundHalfEven, MICROS, type Prng, px, qty } from "@bowline/kernel";
import type { SymbolStep, TradingState } from "./market.ts";
import { goesUpFirst, incrementOf } from "./minute-path.ts";

/** One trade: price and quantity in micros, as plain numbers that the caller brands. */
export type RawPrint = { readonly px: number; readonly quantity: number };

const LOT = 100;

/** Cuts a quantity of whole units into parts of at least one unit each, in round lots where there are enough of them. */
function cut(total: number, wanted: number, prng: Prng): readonly number[] {
  const count = Math.max(1, Math.min(wanted, total));
  const unit = total >= count * LOT ? LOT : 1;
  const units = Math.floor(total / unit);
  const weights = Array.from({ length: count }, () => 0.05 - Math.log(1 - prng.unit()));
  const weight = weights.reduce((sum, one) => sum + one, 0);
  const parts = weights.map((one) => (1 + Math.floor(((units - count) * one) / weight)) * unit);
  const rest = total - parts.reduce((sum, one) => sum + one, 0);
  const last = parts.length - 1;
  parts[last] = (parts[last] ?? 0) + rest;
  return parts;
}

/** The prices that the prints of a step must visit, in order: the first, the extremes beyond it and the last, the last. */
function pointsOf(step: SymbolStep): readonly number[] {
  const { openPx, highPx, lowPx, closePx } = step;
  const high = highPx > Math.max(openPx, closePx) ? [highPx] : [];
  const low = lowPx < Math.min(openPx, closePx) ? [lowPx] : [];
  return [openPx, ...(goesUpFirst(step) ? [...high, ...low] : [...low, ...high]), closePx];
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0);

/** The price that the rest must trade at so that all together has the average, and how much each point takes. */
function bulkOf(step: SymbolStep, points: readonly number[], units: number): { each: number; px: number } {
  const average = (each: number): number => {
    const target = BigInt(step.wapPx) * BigInt(units) - BigInt(sumOf(points)) * BigInt(each);
    return Number(divRoundHalfEven(target, BigInt(units - points.length * each)));
  };
  const each = Math.min(LOT, Math.floor(units / (2 * points.length)));
  const px = average(each);
  if (px >= step.lowPx && px <= step.highPx) return { each, px };
  return { each: 1, px: Math.min(Math.max(average(1), step.lowPx), step.highPx) };
}

/** Trades at the two prices of the increment around a price, so that their average is near it, in an order by chance. */
function around(step: SymbolStep, bulk: { px: number; units: number; count: number }, prng: Prng): readonly RawPrint[] {
  const increment = incrementOf(step);
  const below = Math.max(step.lowPx, Math.floor(bulk.px / increment) * increment);
  const above = Math.min(step.highPx, below + increment);
  const share = above === below ? 0 : (bulk.px - below) / (above - below);
  const upper = Math.round(bulk.units * share);
  // Each of the two prices that has something to trade needs a print of its own.
  const upperCount = Math.min(
    Math.max(1, Math.round(bulk.count * share)),
    upper === bulk.units ? bulk.count : bulk.count - 1,
  );
  const side = (px: number, total: number, count: number): { print: RawPrint; rank: number }[] =>
    total === 0 ? [] : cut(total, count, prng).map((quantity) => ({ print: { px, quantity }, rank: prng.unit() }));
  const prints = [
    ...side(above, upper, upperCount),
    ...side(below, bulk.units - upper, upper === 0 ? bulk.count : bulk.count - upperCount),
  ];
  return prints.sort((a, b) => a.rank - b.rank).map(({ print }) => print);
}

/**
 * The trades of a step, in order: the first at its open, the last at its close, its high and low among them, all of its volume, and
 * an average within a fraction of a cent of its own. About `wanted` of them. A volume too small for the prices that it must visit is
 * cut into parts of a share.
 */
export function printsOf(step: SymbolStep, wanted: number, prng: Prng): readonly RawPrint[] {
  const volume = Number(step.volume);
  if (volume === 0) return [];
  if (step.state?.auction !== undefined) return withAuction(step, step.state, { wanted, prng });
  const points = pointsOf(step);
  const isWhole = volume % MICROS === 0;
  if (step.highPx === step.lowPx) {
    const unit = isWhole ? MICROS : 1;
    return cut(volume / unit, wanted, prng).map((units) => ({ px: step.openPx, quantity: units * unit }));
  }
  if (!isWhole || volume < 2 * points.length * MICROS) return evenly(points, volume);
  const units = volume / MICROS;
  const { each, px: price } = bulkOf(step, points, units);
  const bulk = { px: price, units: units - each * points.length, count: Math.max(1, wanted - points.length) };
  const between = around(step, bulk, prng);
  // The extremes stand at even distances between the others.
  const gap = between.length / (points.length - 1);
  const prints = points.flatMap((point, index) => [
    { px: point, quantity: each },
    ...between.slice(Math.round(index * gap), Math.round((index + 1) * gap)),
  ]);
  return prints.map((print) => ({ ...print, quantity: print.quantity * MICROS }));
}

/** An auction is one print, before all others or, at the close, after them. */
function withAuction(
  step: SymbolStep,
  { auction, auctionPx = step.openPx, auctionQty = qty(0) }: TradingState,
  { wanted, prng }: { readonly wanted: number; readonly prng: Prng },
): readonly RawPrint[] {
  const size = Math.min(auctionQty, step.volume);
  const rest = step.volume - size;
  // An auction that leaves nothing for the step's other prices cannot be all of it.
  if (rest === 0 && step.highPx !== step.lowPx) return printsOf({ ...step, state: undefined }, wanted, prng);
  const value = BigInt(step.wapPx) * BigInt(step.volume) - BigInt(auctionPx) * BigInt(size);
  const average = rest === 0 ? step.openPx : Number(divRoundHalfEven(value, BigInt(rest)));
  const wapPx = px(Math.min(Math.max(average, step.lowPx), step.highPx));
  const others = printsOf({ ...step, volume: qty(rest), wapPx, state: undefined }, Math.max(1, wanted - 1), prng);
  const print = { px: Number(auctionPx), quantity: size };
  return auction === "CLOSE" ? [...others, print] : [print, ...others];
}

function evenly(points: readonly number[], volume: number): readonly RawPrint[] {
  const each = Math.floor(volume / points.length);
  const rest = volume - each * points.length;
  return points.map((px, index) => ({ px, quantity: each + (index === 0 ? rest : 0) }));
}
