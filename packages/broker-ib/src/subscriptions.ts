import type { DataEffect } from "@bowline/ib-codes";
import { WhatToShow } from "@stoqey/ib";
import { ibStock } from "./ib-order.ts";
import type { SessionState, Subscription } from "./session-state.ts";
import { GENERIC_TICKS, TRADE_TICKS } from "./translate-ticks.ts";

const BAR_SECONDS = 5;

/** After a refusal for its pace: what TWS refuses now it takes later. */
const FIRST_RETRY_MS = 15_000;
/** After a stream that TWS ended, or could not begin again. */
const FIRST_RENEWAL_MS = 1000;
const LAST_RETRY_MS = 120_000;

/** Which data of a symbol are wanted: each of the two costs one of IB's market data lines. */
export type DataWish = { readonly quotesOnly: boolean };

/** Asks for a symbol's ticks and its five-second bars; in their place, where bars are built here, for every trade, which costs no line. */
export function subscribe(state: SessionState, symbol: string, { quotesOnly }: DataWish): void {
  subscribeOne(state, { symbol, kind: "ticks", withTrades: quotesOnly, retries: 0 });
  if (!quotesOnly) subscribeOne(state, { symbol, kind: "bars", retries: 0 });
}

/** Gives a symbol's lines back; what comes of them still is let go. */
export function unsubscribe(state: SessionState, symbol: string): void {
  for (const [reqId, subscription] of takeAll(state, symbol)) cancelOne(state, reqId, subscription);
}

function takeAll({ subscriptions }: SessionState, symbol: string): readonly (readonly [number, Subscription])[] {
  const before = [...subscriptions].filter(([, subscription]) => subscription.symbol === symbol);
  for (const [reqId] of before) subscriptions.delete(reqId);
  return before;
}

const wishOf = (before: readonly (readonly [number, Subscription])[], symbol: string): DataWish => ({
  quotesOnly: !before.some(([, one]) => one.symbol === symbol && one.kind === "bars"),
});

function subscribeOne(state: SessionState, subscription: Subscription): void {
  const { api, pacer, requests, subscriptions } = state;
  const { symbol, kind } = subscription;
  const reqId = requests.nextId();
  subscriptions.set(reqId, subscription);
  pacer.send("subscription", () => {
    const generic = subscription.withTrades === true ? `${GENERIC_TICKS},${TRADE_TICKS}` : GENERIC_TICKS;
    if (kind === "ticks") api.reqMktData(reqId, ibStock(symbol), generic, false, false);
    else api.reqRealTimeBars(reqId, ibStock(symbol), BAR_SECONDS, WhatToShow.TRADES, true);
  });
}

/**
 * A subscription that a code ended is asked for again, later each time, while this session has it: one request for one
 * message, so that nothing is subscribed twice. What TWS may still hold is canceled first.
 */
export function subscribeAgainAfter(state: SessionState, reqId: number, effect: DataEffect): void {
  const subscription = state.subscriptions.get(reqId);
  if (subscription === undefined || state.renewing.has(reqId)) return;
  if (effect !== "RETRY" && effect !== "RESUBSCRIBE" && effect !== "BLOCKED") return;
  const { pacingRetryMs = FIRST_RETRY_MS, renewalMs = FIRST_RENEWAL_MS } = state.options;
  const firstMs = effect === "RESUBSCRIBE" ? renewalMs : pacingRetryMs;
  const delayMs = Math.min(LAST_RETRY_MS, firstMs * 2 ** subscription.retries);
  state.renewing.add(reqId);
  setTimeout(() => {
    state.renewing.delete(reqId);
    // The session ended, or everything was asked for anew meanwhile.
    if (!state.subscriptions.delete(reqId)) return;
    if (effect !== "RETRY") cancelOne(state, reqId, subscription);
    const { dataType: _told, ...asked } = subscription;
    subscribeOne(state, { ...asked, retries: asked.retries + 1 });
  }, delayMs).unref();
}

const cancelOne = ({ api, pacer }: SessionState, reqId: number, { kind }: Subscription): void =>
  pacer.send("history", () => void (kind === "ticks" ? api.cancelMktData(reqId) : api.cancelRealTimeBars(reqId)));

/** Asks for one symbol again, for what was asked of it before, and cancels what TWS may still hold. */
export function renew(state: SessionState, symbol: string): void {
  const before = takeAll(state, symbol);
  subscribe(state, symbol, wishOf(before, symbol));
  for (const [reqId, subscription] of before) cancelOne(state, reqId, subscription);
}

/**
 * Asks for everything again, once each, then cancels what TWS may still hold of it: canceling what is gone is answered with
 * error 300 and nothing else.
 */
export function resubscribe(state: SessionState): void {
  const before = [...state.subscriptions];
  state.subscriptions.clear();
  for (const symbol of new Set(before.map(([, subscription]) => subscription.symbol)))
    subscribe(state, symbol, wishOf(before, symbol));
  for (const [reqId, subscription] of before) cancelOne(state, reqId, subscription);
}
