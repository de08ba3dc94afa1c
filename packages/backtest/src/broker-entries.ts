import type { Groups } from "@bowline/config";
import type { EventByKind } from "@bowline/contracts";
import { micros, px } from "@bowline/kernel";
import type { AccountView, DailyHistory, Market } from "@bowline/matching";

const MIN_TICK = px(micros("0.01"));

/** The account as its messages over the wire add up to it: what is not held is not listed. */
export const accountEvent = ({ accountId, cash, equity, positions }: AccountView): EventByKind<"broker.account"> => ({
  kind: "broker.account",
  accountId,
  cash,
  equity,
  positions: positions
    .filter(({ positionQty }) => positionQty !== 0)
    .map(({ symbol, positionQty, avgCostPx, markPx }) => ({
      symbol,
      quantity: positionQty,
      avgPx: avgCostPx,
      marketPx: markPx,
    })),
});

/** The answer to a subscription; what a broker classifies it as nobody knows here. */
export const instrumentEvent = (
  { symbol, sector }: EventByKind<"request.subscribe">,
  groups: Groups,
): EventByKind<"md.instrument"> => ({
  kind: "md.instrument",
  group: groups.groupOf(symbol) ?? "none",
  symbol,
  conId: [...groups.symbols, ...groups.benchmarks].indexOf(symbol) + 1,
  minTick: MIN_TICK,
  currency: "USD",
  primaryExchange: "SMART",
  longName: symbol,
  ...(sector === undefined ? {} : { sector }),
});

/** A market's past, as the broker's answers have it. */
export type Past = { readonly market: Market; readonly daily: DailyHistory };

/** The answer to a backfill. */
export const historyEvent = (
  request: EventByKind<"request.backfill">,
  { market, daily }: Past,
): EventByKind<"md.history"> => ({
  kind: "md.history",
  group: request.group,
  symbol: request.symbol,
  requestId: request.requestId,
  timeframe: request.timeframe,
  bars:
    request.timeframe === "1d"
      ? daily.days(request.symbol, request.endUs, request.bars)
      : market.history(request.symbol, request.endUs, request.bars),
  failure: "",
});
