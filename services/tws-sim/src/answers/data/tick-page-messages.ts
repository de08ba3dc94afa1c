import { encode } from "@bowline/tws-wire";
import { type Client, send } from "../../clients/client.ts";
import type { MidTick, QuoteTick, TradeTick } from "../../data/tick-pages.ts";

/** A page is one message, and done with it. */
export function sendTradePage(client: Client, reqId: number, page: readonly TradeTick[]): void {
  const ticks = page.map(({ conditions, ...tick }) => ({ ...tick, specialConditions: conditions }));
  send(client, encode.historicalTicksLast, { reqId, ticks, done: true });
}

export function sendQuotePage(client: Client, reqId: number, page: readonly QuoteTick[]): void {
  send(client, encode.historicalTicksBidAsk, { reqId, ticks: page, done: true });
}

/** Midpoints have no size: TWS writes 0. */
export function sendMidPage(client: Client, reqId: number, page: readonly MidTick[]): void {
  send(client, encode.historicalTicks, { reqId, ticks: page.map((tick) => ({ ...tick, qty: 0 })), done: true });
}
