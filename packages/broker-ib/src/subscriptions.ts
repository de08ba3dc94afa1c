import { WhatToShow } from "@stoqey/ib";
import { ibStock } from "./ib-order.ts";
import type { SessionState, Subscription } from "./session-state.ts";

const BAR_SECONDS = 5;

/** IB's word for too many new requests in ten minutes: what it refuses now it takes later. */
const PACING_VIOLATION = 420;
const FIRST_RETRY_MS = 15_000;
const LAST_RETRY_MS = 120_000;

/** Asks for a symbol's ticks and five-second bars. */
export function subscribe(state: SessionState, symbol: string): void {
  subscribeOne(state, { symbol, kind: "ticks", retries: 0 });
  subscribeOne(state, { symbol, kind: "bars", retries: 0 });
}

function subscribeOne(state: SessionState, subscription: Subscription): void {
  const { api, pacer, requests, subscriptions } = state;
  const { symbol, kind } = subscription;
  const reqId = requests.nextId();
  subscriptions.set(reqId, subscription);
  pacer.send("request", () => {
    if (kind === "ticks") api.reqMktData(reqId, ibStock(symbol), "", false, false);
    else api.reqRealTimeBars(reqId, ibStock(symbol), BAR_SECONDS, WhatToShow.TRADES, true);
  });
}

/** A subscription that was refused for its pace is asked for again, later each time, while this session has it. */
export function retryIfPaced(state: SessionState, reqId: number, code: number): void {
  const subscription = state.subscriptions.get(reqId);
  if (subscription === undefined || code !== PACING_VIOLATION) return;
  const { pacingRetryMs = FIRST_RETRY_MS } = state.options;
  const delayMs = Math.min(LAST_RETRY_MS, pacingRetryMs * 2 ** subscription.retries);
  setTimeout(() => {
    // The session ended, or everything was asked for anew meanwhile.
    if (!state.subscriptions.delete(reqId)) return;
    subscribeOne(state, { ...subscription, retries: subscription.retries + 1 });
  }, delayMs).unref();
}

/** Cancels what TWS may still hold and asks again: canceling what is gone is answered with error 300 or 366 and nothing else. */
export function resubscribe(state: SessionState): void {
  const { api, pacer, subscriptions } = state;
  const symbols = new Set([...subscriptions.values()].map(({ symbol }) => symbol));
  for (const [reqId, { kind }] of subscriptions) {
    pacer.send("request", () => void (kind === "ticks" ? api.cancelMktData(reqId) : api.cancelRealTimeBars(reqId)));
  }
  subscriptions.clear();
  for (const symbol of symbols) subscribe(state, symbol);
}
