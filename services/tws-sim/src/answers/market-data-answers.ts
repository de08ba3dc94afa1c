import { type Us, US_PER_MS, US_PER_SECOND } from "@bowline/kernel";
import type { SymbolStep } from "@bowline/matching";
import { encode, type ReqMktData, type ReqRealTimeBars, TICK_TYPE } from "@bowline/tws-wire";
import { type Client, send } from "../clients/client.ts";
import type { Desk } from "../desk.ts";
import { sendError } from "../clients/errors.ts";

const LIVE = 1;

export function subscribeTicks(desk: Desk, client: Client, request: ReqMktData): void {
  const { reqId } = request;
  const symbol = desk.instruments.symbolOf(request.contract);
  if (symbol === undefined) return sendError(client, reqId, 200);
  if (client.ticks.has(reqId)) return sendError(client, reqId, 102);
  send(client, encode.marketDataType, { reqId, marketDataType: LIVE });
  send(client, encode.tickReqParams, { reqId, minTickPx: 10_000, bboExchange: "SMART", snapshotPermissions: 3 });
  send(client, encode.tickGeneric, { reqId, tickType: TICK_TYPE.halted, valueMicros: 0 });
  const step = desk.exchange.broker.quoteOf(symbol);
  if (step !== undefined) sendTicks(desk, client, reqId, step);
  if (request.snapshot) send(client, encode.tickSnapshotEnd, { reqId });
  else client.ticks.set(reqId, symbol);
}

export function subscribeBars(desk: Desk, client: Client, { reqId, contract, whatToShow }: ReqRealTimeBars): void {
  const symbol = desk.instruments.symbolOf(contract);
  if (symbol === undefined) return sendError(client, reqId, 200);
  if (whatToShow !== "TRADES")
    return sendError(
      client,
      reqId,
      321,
      `Error validating request.-'bN' : cause - ${whatToShow} bars are not simulated.`,
    );
  if (client.bars.has(reqId)) return sendError(client, reqId, 102);
  client.bars.set(reqId, symbol);
}

/**
 * The ticks of one step. Prices and sizes go out also where they did not change: a client that was away for a while needs no
 * memory of ours. A bid's size goes out by itself as well, see tws-wire.
 */
function sendTicks(desk: Desk, client: Client, reqId: number, step: SymbolStep): void {
  send(client, encode.tickPrice, {
    reqId,
    tickType: TICK_TYPE.bid,
    px: step.bidPx,
    qty: step.bidQty,
    canAutoExecute: true,
  });
  send(client, encode.tickSize, { reqId, tickType: TICK_TYPE.bidSize, qty: step.bidQty });
  send(client, encode.tickPrice, {
    reqId,
    tickType: TICK_TYPE.ask,
    px: step.askPx,
    qty: step.askQty,
    canAutoExecute: true,
  });
  if (step.volume === 0) return;
  send(client, encode.tickPrice, { reqId, tickType: TICK_TYPE.last, px: step.closePx, qty: step.volume });
  send(client, encode.tickSize, {
    reqId,
    tickType: TICK_TYPE.volume,
    qty: desk.exchange.timeline.volumeOf(step.symbol),
  });
}

const BAR_US = 5 * US_PER_SECOND;

/** Sends every client its part of a step: symbols by the alphabet, ticks before the bar. */
export function sendStep(desk: Desk, simUs: Us, steps: readonly SymbolStep[]): void {
  const startEpochSeconds = (simUs - BAR_US) / US_PER_MS / 1000;
  for (const client of desk.clients.values()) {
    for (const step of steps) {
      if (desk.faults.delivery.outage.isDataStopped(step.symbol)) continue;
      for (const [reqId, symbol] of client.ticks) if (symbol === step.symbol) sendTicks(desk, client, reqId, step);
      for (const [reqId, symbol] of client.bars) {
        if (symbol !== step.symbol) continue;
        const { openPx, highPx, lowPx, closePx, wapPx } = step;
        const bar = { openPx, highPx, lowPx, closePx, wapPx, volumeQty: step.volume, count: step.tradeCount };
        send(client, encode.realtimeBar, { reqId, startEpochSeconds, bar });
      }
    }
  }
}
