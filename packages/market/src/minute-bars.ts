import type { EventByKind } from "@bowline/contracts";
import {
  addQty,
  addUs,
  divRoundHalfEven,
  floorUs,
  MICROS,
  mulDiv,
  type Px,
  px,
  type Us,
  us,
  US_PER_MINUTE,
  US_PER_SECOND,
  ZERO_QTY,
} from "@bowline/kernel";

export type MdBar = EventByKind<"md.bar">;

const SLOT_US = 5 * US_PER_SECOND;
const SLOTS = 12;
const NO_SLOTS: readonly (MdBar | undefined)[] = Array.from({ length: SLOTS }, () => undefined);

/** An interval without data, `fromUs` exclusive and `toUs` inclusive, as closes of bars are. */
export type Gap = { readonly fromUs: Us; readonly toUs: Us };

/** A one-minute bar and what was missing while it was built. */
export type ClosedMinute = { readonly bar: MdBar; readonly came: number; readonly gaps: readonly Gap[] };

/** One symbol's one-minute bars out of five-second bars, in any order of arrival. */
export type MinuteBuilder = {
  /** Takes a five-second bar; false where that bar is known already or its minute is closed. */
  add(bar: MdBar): boolean;
  /** Whether all twelve five-second bars of the minute that ends at `closeUs` came. */
  isComplete(closeUs: Us): boolean;
  /** The bar of the minute that ends at `closeUs`, from what came; this minute and earlier ones are closed from here on. */
  close(closeUs: Us): ClosedMinute;
  /** Forgets minutes up to this time without a bar: extended hours. */
  forgetUntil(time: Us): void;
  /** The five-second bars that are held, and the last minute closed. */
  snapshot(): MinuteBuilderState;
};
export type MinuteBuilderState = { readonly closedUs: Us; readonly bars: readonly MdBar[] };

type Minute = { readonly closeUs: Us; readonly slots: (MdBar | undefined)[]; came: number };

/** The end of the minute in which a bar that closes at this time lies. */
export const minuteCloseOf = (closeUs: Us): Us => addUs(floorUs(us(closeUs - 1), US_PER_MINUTE), US_PER_MINUTE);

/**
 * Builds the bars of one symbol. TRADED: OHLC over the five-second bars with volume. NO_TRADE: all twelve came and none had
 * volume. NO_DATA: none came, or some are missing and the others had no volume, so that nobody knows whether it traded.
 */
export function makeMinuteBuilder(group: string, symbol: string, state?: MinuteBuilderState): MinuteBuilder {
  let closedUs: Us = state?.closedUs ?? us(0);
  let open: Minute[] = [];

  const minuteAt = (closeUs: Us): Minute | undefined => open.find((minute) => minute.closeUs === closeUs);
  const forgetUntil = (time: Us): void => {
    if (time <= closedUs) return;
    closedUs = time;
    open = open.filter((minute) => minute.closeUs > time);
  };
  const add = (bar: MdBar): boolean => {
    const closeUs = minuteCloseOf(bar.closeUs);
    if (closeUs <= closedUs) return false;
    let minute = minuteAt(closeUs);
    if (minute === undefined) {
      minute = { closeUs, slots: [...NO_SLOTS], came: 0 };
      open.push(minute);
    }
    const slot = SLOTS - 1 - Math.floor((closeUs - bar.closeUs) / SLOT_US);
    if (minute.slots[slot] !== undefined) return false;
    minute.slots[slot] = bar;
    minute.came += 1;
    return true;
  };
  for (const bar of state?.bars ?? []) add(bar);
  return {
    add,
    isComplete: (closeUs) => minuteAt(closeUs)?.came === SLOTS,
    close(closeUs) {
      const slots = minuteAt(closeUs)?.slots ?? NO_SLOTS;
      forgetUntil(closeUs);
      return closeMinute({ group, symbol, closeUs }, slots);
    },
    forgetUntil,
    snapshot: () => ({ closedUs, bars: open.flatMap((minute) => minute.slots.filter((bar) => bar !== undefined)) }),
  };
}

type About = { readonly group: string; readonly symbol: string; readonly closeUs: Us };

function closeMinute(about: About, slots: readonly (MdBar | undefined)[]): ClosedMinute {
  const came = slots.filter((bar) => bar !== undefined);
  const traded = came.filter((bar) => bar.volume > 0);
  const gaps = came.length === SLOTS ? [] : gapsOf(slots, about.closeUs);
  const empty = { kind: "md.bar", ...about, timeframe: "1m", volume: ZERO_QTY, tradeCount: 0 } as const;
  if (traded.length === 0)
    return { bar: { ...empty, status: came.length === SLOTS ? "NO_TRADE" : "NO_DATA" }, came: came.length, gaps };
  return { bar: { ...empty, ...tradesOf(traded), status: "TRADED" }, came: came.length, gaps };
}

type Trades = Pick<MdBar, "openPx" | "highPx" | "lowPx" | "closePx" | "volume" | "wapPx" | "tradeCount">;

/** What five-second bars with volume, at least one, come to. */
function tradesOf(bars: readonly MdBar[]): Trades {
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
function weightedPx(bars: readonly MdBar[]): Px | undefined {
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
function weightedWide(bars: readonly MdBar[]): Px | undefined {
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
function gapsOf(slots: readonly (MdBar | undefined)[], closeUs: Us): readonly Gap[] {
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
