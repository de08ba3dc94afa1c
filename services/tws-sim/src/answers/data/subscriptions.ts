import type { BarKind, HistoryRow } from "../../data/history-query.ts";
import type { BarSize } from "../../data/bar-sizes.ts";
import { type Lines, makeLines } from "./lines.ts";

/** One request for ticks that goes on. */
export type TickLine = {
  readonly symbol: string;
  /** Numbers of the generic ticks that were asked for. */
  readonly generic: ReadonlySet<number>;
  /** Ticks come late, under their delayed numbers. */
  readonly isDelayed: boolean;
};

/** One request for real-time bars. */
export type BarLine = { readonly symbol: string; readonly kind: BarKind; readonly useRth: boolean };

/** One historical request that is kept up to date, with the bar that grows. */
export type KeptHistory = {
  readonly symbol: string;
  readonly size: BarSize;
  readonly kind: BarKind;
  readonly useRth: boolean;
  readonly formatDate: number;
  current: HistoryRow | undefined;
};

export type TickByTickKind = "Last" | "AllLast" | "BidAsk" | "MidPoint";

/** One tick-by-tick request. */
export type TickByTickLine = { readonly symbol: string; readonly kind: TickByTickKind; readonly ignoreSize: boolean };

/** What a client gets of market data, by request id. */
export type Subscriptions = {
  readonly ticks: Lines<TickLine>;
  readonly bars: Lines<BarLine>;
  readonly keptHistory: Lines<KeptHistory>;
  readonly tickByTick: Lines<TickByTickLine>;
};

export const makeSubscriptions = (): Subscriptions => ({
  ticks: makeLines(),
  bars: makeLines(),
  keptHistory: makeLines(),
  tickByTick: makeLines(),
});

/** IB's servers came back without them. */
export function forgetSubscriptions({ ticks, bars, keptHistory, tickByTick }: Subscriptions): void {
  for (const lines of [ticks, bars, keptHistory, tickByTick]) lines.clear();
}
