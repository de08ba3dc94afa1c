import type { EventByKind } from "@bowline/contracts";
import {
  addQty,
  addUs,
  divRoundHalfEven,
  MICROS,
  mulDiv,
  type Px,
  px,
  type Us,
  US_PER_SECOND,
  ZERO_QTY,
} from "@bowline/kernel";

export type MdBar = EventByKind<"md.bar">;

/** What a one-minute bar takes of a five-second bar. */
export type Part = Pick<
  MdBar,
  "closeUs" | "openPx" | "highPx" | "lowPx" | "closePx" | "volume" | "wapPx" | "tradeCount"
>;

const SLOT_US = 5 * US_PER_SECOND;
export const SLOTS = 12;

/** Which of a minute's parts closes at that time. */
export const slotOf = (minuteCloseUs: Us, closeUs: Us): number =>
  SLOTS - 1 - Math.floor((minuteCloseUs - closeUs) / SLOT_US);

/** An interval without data, `fromUs` exclusive and `toUs` inclusive, as closes of bars are. */
export type Gap = { readonly fromUs: Us; readonly toUs: Us };

/** A one-minute bar and what was missing while it was built. */
export type ClosedMinute = { readonly bar: MdBar; readonly came: number; readonly gaps: readonly Gap[] };

type About = { readonly group: string; readonly symbol: string; readonly closeUs: Us };

/**
 * TRADED: OHLC over the parts with volume. NO_TRADE: all twelve came and none had volume. NO_DATA: none came, or some are missing
 * and the others had no volume, so that nobody knows whether it traded.
 */
export function closeMinute(about: About, slots: readonly (Part | undefined)[]): ClosedMinute {
  const came = slots.filter((part) => part !== undefined);
  const traded = came.filter((bar) => bar.volume > 0);
  const gaps = came.length === SLOTS ? [] : gapsOf(slots, about.closeUs);
  const empty = { kind: "md.bar", ...about, timeframe: "1m", volume: ZERO_QTY, tradeCount: 0 } as const;
  if (traded.length === 0)
    return { bar: { ...empty, status: came.length === SLOTS ? "NO_TRADE" : "NO_DATA" }, came: came.length, gaps };
  return { bar: { ...empty, ...tradesOf(traded), status: "TRADED" }, came: came.length, gaps };
}

type Trades = Pick<MdBar, "openPx" | "highPx" | "lowPx" | "closePx" | "volume" | "wapPx" | "tradeCount">;

/** What five-second bars with volume, at least one, come to. */
function tradesOf(bars: readonly Part[]): Trades {
  let highPx: Px | undefined;
  let lowPx: Px | undefined;
  let volume = ZERO_QTY;
  let tradeCount = 0;
  for (const bar of bars) {
    if (bar.highPx !== undefined && (highPx === undefined || bar.highPx > highPx)) highPx = bar.highPx;
    if (bar.lowPx !== undefined && (lowPx === undefined || bar.lowPx < lowPx)) lowPx = bar.lowPx;
    volume = addQty(volume, bar.volume);
    tradeCount += bar.tradeCount;
  }
  const [openPx, closePx] = [bars[0]?.openPx, bars.at(-1)?.closePx];
  return { openPx, highPx, lowPx, closePx, volume, wapPx: weightedPx(bars), tradeCount };
}

/** Volume-weighted price, exact and rounded once; absent where one part has none. */
function weightedPx(bars: readonly Part[]): Px | undefined {
  let cost = 0;
  let shares = 0;
  let isWhole = true;
  for (const { wapPx, volume } of bars) {
    if (wapPx === undefined) return undefined;
    const whole = Number(volume) / MICROS;
    cost += Number(wapPx) * whole;
    shares += whole;
    isWhole &&= Number.isInteger(whole);
  }
  // Whole shares, as nearly always: where each sum is a safe integer, so was every part of it, and nothing was rounded.
  if (isWhole && Number.isSafeInteger(cost)) return px(mulDiv(cost, 1, shares));
  return weightedWide(bars);
}

/** As `weightedPx`, of any parts. */
function weightedWide(bars: readonly Part[]): Px | undefined {
  let cost = 0n;
  let volume = 0n;
  for (const bar of bars) {
    if (bar.wapPx === undefined) return undefined;
    cost += BigInt(bar.wapPx) * BigInt(bar.volume);
    volume += BigInt(bar.volume);
  }
  return px(Number(divRoundHalfEven(cost, volume)));
}

/** Runs of missing five-second bars of the minute. */
function gapsOf(slots: readonly (Part | undefined)[], closeUs: Us): readonly Gap[] {
  const gaps: Gap[] = [];
  const edge = (slot: number): Us => addUs(closeUs, (slot - SLOTS) * SLOT_US);
  for (let slot = 0; slot < SLOTS; slot++) {
    if (slots[slot] !== undefined) continue;
    const from = slot;
    while (slot + 1 < SLOTS && slots[slot + 1] === undefined) slot += 1;
    gaps.push({ fromUs: edge(from), toUs: edge(slot + 1) });
  }
  return gaps;
}
