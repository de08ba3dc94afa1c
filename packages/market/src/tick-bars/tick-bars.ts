import { exchangeTimeAt } from "@bowline/calendar";
import {
  addQty,
  addUs,
  divRoundHalfEven,
  floorUs,
  type Px,
  px,
  type Qty,
  type Us,
  us,
  US_PER_MINUTE,
  ZERO_QTY,
} from "@bowline/kernel";
import type { MdBar } from "../minute-of-parts.ts";
import type { SaleConvention } from "./sale-conditions.ts";

/** A print of the tape: price and shares in micros, the exchange's code, its conditions as the source writes them. */
export type TradeTick = {
  readonly px: Px;
  readonly size: Qty;
  readonly exchange: string;
  readonly conditions: string;
  readonly eventUs: Us;
};

/** TAKEN, or why it changes no bar: LATE for a minute that is closed, ABSURD without a positive price and size. */
export type TradeOutcome = "TAKEN" | "LATE" | "ABSURD";

/** A one-minute bar out of trades, and what a reader should know about it. */
export type TickMinute = {
  readonly bar: MdBar;
  /** Trades that counted for volume and set no price. */
  readonly unpriced: number;
  /** Codes of conditions that the convention does not have, once each: those trades set no price. */
  readonly unknownConditions: readonly string[];
};

type OpenMinute = {
  readonly closeUs: Us;
  openPx?: Px;
  highPx?: Px;
  lowPx?: Px;
  closePx?: Px;
  volume: Qty;
  tradeCount: number;
  unpriced: number;
  /** Shares and cost of the trades that set a price, exact: micros of shares, and price times shares. */
  pricedVolume: Qty;
  cost: bigint;
  readonly unknown: string[];
};

type SavedMinute = Omit<OpenMinute, "cost"> & { readonly cost: string };
export type TickBarState = {
  readonly closedUs: Us;
  readonly lastDate: string;
  readonly minutes: readonly SavedMinute[];
};

/** One symbol's one-minute bars out of its trades, in the order in which they arrive. Memory: the minutes that are open. */
export type TickBarBuilder = {
  add(trade: TradeTick): TradeOutcome;
  /**
   * The bar of the minute that ends at `closeUs`, which with the earlier ones is closed from here on. NO_TRADE where nothing
   * set a price: its volume is of trades that may not. NO_DATA where nothing came and `wasHeard` does not vouch for the feed.
   */
  close(closeUs: Us, wasHeard: boolean): TickMinute;
  snapshot(): TickBarState;
};

/** A trade belongs to the minute that begins at or before it: 09:30:00.000 is the first one's, 09:31:00.000 the second's. */
export const minuteCloseOfTrade = (eventUs: Us): Us => addUs(floorUs(eventUs, US_PER_MINUTE), US_PER_MINUTE);

export function makeTickBarBuilder(
  about: { readonly group: string; readonly symbol: string },
  convention: SaleConvention,
  state?: TickBarState,
): TickBarBuilder {
  let closedUs = state?.closedUs ?? us(0);
  /** The day of the last trade that set the last price. */
  let lastDate = state?.lastDate ?? "";
  let minutes: OpenMinute[] = (state?.minutes ?? []).map((saved) => ({
    ...saved,
    cost: BigInt(saved.cost),
    unknown: [...saved.unknown],
  }));

  const minuteOf = (closeUs: Us): OpenMinute => {
    const known = minutes.findLast((minute) => minute.closeUs === closeUs);
    if (known !== undefined) return known;
    const made = newMinute(closeUs);
    minutes.push(made);
    return made;
  };
  return {
    add(trade) {
      if (trade.px <= 0 || trade.size <= 0) return "ABSURD";
      const closeUs = minuteCloseOfTrade(trade.eventUs);
      if (closeUs <= closedUs) return "LATE";
      const minute = minuteOf(closeUs);
      const { effect, unknown } = convention.saleOf(trade.conditions);
      for (const code of unknown) if (!minute.unknown.includes(code)) minute.unknown.push(code);
      const date = effect.last === "NO" ? lastDate : exchangeTimeAt(trade.eventUs).date;
      const setsLast = effect.last === "SETS" || (effect.last === "IF_FIRST" && date !== lastDate);
      lastDate = date;
      takeInto(minute, trade, { setsLast, setsHighLow: effect.highLow, counts: effect.volume });
      return "TAKEN";
    },
    close(closeUs, wasHeard) {
      const minute = minutes.find((one) => one.closeUs === closeUs) ?? newMinute(closeUs);
      if (closeUs > closedUs) closedUs = closeUs;
      minutes = minutes.filter((one) => one.closeUs > closedUs);
      return closedMinute(about, minute, wasHeard);
    },
    snapshot: () => ({
      closedUs,
      lastDate,
      minutes: minutes.map((minute) => ({ ...minute, unknown: [...minute.unknown], cost: minute.cost.toString() })),
    }),
  };
}

const newMinute = (closeUs: Us): OpenMinute => ({
  closeUs,
  volume: ZERO_QTY,
  tradeCount: 0,
  unpriced: 0,
  pricedVolume: ZERO_QTY,
  cost: 0n,
  unknown: [],
});

type Effects = { readonly setsLast: boolean; readonly setsHighLow: boolean; readonly counts: boolean };

function takeInto(minute: OpenMinute, trade: TradeTick, { setsLast, setsHighLow, counts }: Effects): void {
  if (counts) {
    minute.volume = addQty(minute.volume, trade.size);
    minute.tradeCount += 1;
  }
  if (setsLast) {
    minute.openPx ??= trade.px;
    minute.closePx = trade.px;
  }
  if (setsHighLow) {
    if (minute.highPx === undefined || trade.px > minute.highPx) minute.highPx = trade.px;
    if (minute.lowPx === undefined || trade.px < minute.lowPx) minute.lowPx = trade.px;
  }
  if (!setsLast && !setsHighLow) {
    minute.unpriced += 1;
    return;
  }
  minute.pricedVolume = addQty(minute.pricedVolume, trade.size);
  minute.cost += BigInt(trade.px) * BigInt(trade.size);
}

function closedMinute(about: { group: string; symbol: string }, minute: OpenMinute, wasHeard: boolean): TickMinute {
  const { closeUs, volume, tradeCount, unpriced, unknown, openPx, closePx, highPx, lowPx } = minute;
  const empty = { kind: "md.bar", ...about, timeframe: "1m", closeUs, volume, tradeCount } as const;
  const rest = { unpriced, unknownConditions: unknown };
  // A minute in which nothing but late prints set the extremes has no open and no close: it is not a bar to trade on.
  if (openPx === undefined || closePx === undefined || highPx === undefined || lowPx === undefined) {
    const isHeard = wasHeard || tradeCount > 0 || unpriced > 0;
    return { bar: { ...empty, status: isHeard ? "NO_TRADE" : "NO_DATA" }, ...rest };
  }
  const wapPx = px(Number(divRoundHalfEven(minute.cost, BigInt(minute.pricedVolume))));
  return { bar: { ...empty, openPx, highPx, lowPx, closePx, wapPx, status: "TRADED" }, ...rest };
}
