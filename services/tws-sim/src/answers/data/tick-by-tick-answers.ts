import type { SymbolStep } from "@bowline/matching";
import { type ClientMessageOf, encode } from "@bowline/tws-wire";
import { type Client, send } from "../../clients/client.ts";
import { sendError } from "../../clients/errors.ts";
import type { TimedTick } from "../../data/market-record.ts";
import { midsIn, pageBefore, type PageWish, quotesIn, type QuoteTick, tradesIn } from "../../data/tick-pages.ts";
import type { Desk } from "../../desk.ts";
import { sendMidPage, sendQuotePage, sendTradePage } from "./tick-page-messages.ts";
import type { TickByTickKind, TickByTickLine } from "./subscriptions.ts";
import { isCompeting } from "./permissions.ts";
import { symbolFor } from "../reference/which-symbol.ts";

type ReqTickByTick = ClientMessageOf<"reqTickByTickData">;

const KINDS: readonly TickByTickKind[] = ["Last", "AllLast", "BidAsk", "MidPoint"];
const FAILED = "Failed to request tick-by-tick data:";
const NOT_SUBSCRIBED = {
  code: 10189,
  text: (name: string) => `${FAILED}No market data permissions for ${name}`,
};
const MOST_PAST_TICKS = 1000;

/** reqTickByTickData: past ticks where some were asked for, then every trade or quote as the steps bring them. */
export function subscribeTickByTick(desk: Desk, client: Client, request: ReqTickByTick): void {
  const { reqId, count, ignoreSize } = request;
  const found = symbolFor(desk, client, request, NOT_SUBSCRIBED);
  if (found === undefined) return;
  const kind = KINDS.find((one) => one === request.tickType);
  const refuse = (text: string): void => sendError(client, reqId, 10189, `${FAILED}${text}`);
  if (kind === undefined) return refuse(`Incorrect tick type ${request.tickType}`);
  if (client.tickByTick.has(reqId)) return sendError(client, reqId, 102);
  if (isCompeting(desk)) return sendError(client, reqId, 10197, "No market data during competing live session");
  if (desk.data.switches().marketDataPermission !== "live")
    return refuse(`No market data permissions for ${found.symbol} STK`);
  if (isFull(desk)) return sendError(client, reqId, 10190, "Max number of tick-by-tick requests has been reached.");
  if (desk.data.limits.isTickByTickTooSoon(found.symbol))
    return refuse("No more than 1 tick-by-tick request for the same instrument within 15 seconds");
  const line: TickByTickLine = { symbol: found.symbol, kind, ignoreSize };
  client.tickByTick.set(reqId, line);
  if (count > 0) sendPastTicks(desk, client, reqId, { line, count: Math.min(count, MOST_PAST_TICKS) });
  sendStanding(desk, client, reqId, line);
}

/** The quote or midpoint that stands now: a quiet name may not move for long. */
function sendStanding({ exchange }: Desk, client: Client, reqId: number, { symbol, kind }: TickByTickLine): void {
  const quote = exchange.broker.quoteOf(symbol);
  if (quote === undefined) return;
  const startUs = exchange.timeline.stepUs();
  const standing: TimedTick = { startUs, endUs: startUs, step: { ...quote, prints: [], offsetUs: 0 } };
  if (kind === "BidAsk" || kind === "MidPoint")
    sendTicksOf(client, reqId, { line: { symbol, kind, ignoreSize: false }, ticks: [standing], before: undefined });
}

function isFull({ clients, data }: Desk): boolean {
  const { tickByTickStreams } = data.switches();
  const used = [...clients.values()].reduce((sum, { tickByTick }) => sum + tickByTick.size, 0);
  return tickByTickStreams > 0 && used >= tickByTickStreams;
}

type Past = { readonly line: TickByTickLine; readonly count: number };

function sendPastTicks({ data }: Desk, client: Client, reqId: number, { line, count }: Past): void {
  const { symbol, kind, ignoreSize } = line;
  const endUs = data.endUs();
  const wish = { symbol, count, useRth: false };
  if (kind === "BidAsk") {
    const read: PageWish<QuoteTick>["read"] = (ticks, earlier) => quotesIn(ticks, ignoreSize, earlier);
    sendQuotePage(client, reqId, pageBefore(data.record, endUs, { ...wish, read }).slice(-count));
  } else if (kind === "MidPoint") {
    sendMidPage(client, reqId, pageBefore(data.record, endUs, { ...wish, read: midsIn }).slice(-count));
  } else sendTradePage(client, reqId, pageBefore(data.record, endUs, { ...wish, read: tradesIn }).slice(-count));
}

export function cancelTickByTick(client: Client, reqId: number): void {
  if (!client.tickByTick.delete(reqId)) sendError(client, reqId, 300, `Can't find EId with tickerId:${reqId}`);
}

/** Trades and quotes to all who asked for them; `ticksOf` is asked only where somebody did. */
export function sendTickByTick(
  client: Client,
  symbol: string,
  { before, ticksOf }: { readonly before: SymbolStep | undefined; ticksOf(): readonly TimedTick[] },
): void {
  for (const [reqId, line] of client.tickByTick.of(symbol))
    sendTicksOf(client, reqId, { line, ticks: ticksOf(), before });
}

type Told = {
  readonly line: TickByTickLine;
  readonly ticks: readonly TimedTick[];
  readonly before: SymbolStep | undefined;
};

function sendTicksOf(client: Client, reqId: number, { line, ticks, before }: Told): void {
  if (line.kind === "BidAsk") {
    for (const quote of quotesIn(ticks, line.ignoreSize, before)) {
      send(client, encode.tickByTick, { reqId, tickType: "bidAsk", ...quote });
    }
  } else if (line.kind === "MidPoint") {
    for (const { epochSeconds, px } of midsIn(ticks, before)) {
      send(client, encode.tickByTick, { reqId, tickType: "midpoint", epochSeconds, midPx: px });
    }
  } else {
    const tickType = line.kind === "Last" ? "last" : "allLast";
    for (const { conditions, ...trade } of tradesIn(ticks)) {
      send(client, encode.tickByTick, { reqId, tickType, ...trade, specialConditions: conditions });
    }
  }
}
