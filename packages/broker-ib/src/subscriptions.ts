import { WhatToShow } from "@stoqey/ib";
import { ibStock } from "./ib-order.ts";
import type { SessionState } from "./session-state.ts";

const BAR_SECONDS = 5;

/** Asks for a symbol's ticks and five-second bars. */
export function subscribe(state: SessionState, symbol: string): void {
  const { api, pacer, requests, subscriptions } = state;
  const ticks = requests.nextId();
  const bars = requests.nextId();
  subscriptions.set(ticks, { symbol, kind: "ticks" }).set(bars, { symbol, kind: "bars" });
  pacer.send("request", () => void api.reqMktData(ticks, ibStock(symbol), "", false, false));
  pacer.send("request", () => void api.reqRealTimeBars(bars, ibStock(symbol), BAR_SECONDS, WhatToShow.TRADES, true));
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
