import { US_PER_SECOND } from "@bowline/kernel";
import { encode, type ReqHistoricalData, wireDate, wireTime } from "@bowline/tws-wire";
import { type Client, send } from "../clients/client.ts";
import { sendError } from "../clients/errors.ts";
import type { BarSize } from "../data/bar-sizes.ts";
import { wapOf } from "../data/data-bar.ts";
import { historyBars, type HistoryRow, volatilityRows } from "../data/history-query.ts";
import type { Desk } from "../desk.ts";
import { answerSchedule } from "./history-facts-answers.ts";
import { isPaced } from "./history-pacing.ts";
import { FAILED, type HistoryAsk, type HistoryKind, readHistoryAsk, type Refusal } from "./history-request.ts";
import { symbolFor } from "./which-symbol.ts";

const DUPLICATE = "Error processing request.-'bN' : cause - Duplicate ticker ID for API historical data query";
const NO_PERMISSION = { code: 162, text: (symbol: string) => `${FAILED}No market data permissions for ${symbol} STK` };

/** reqHistoricalData: the bars that end at a time, which is never after now. */
export function answerHistory(desk: Desk, client: Client, request: ReqHistoricalData): void {
  const { reqId } = request;
  if (request.whatToShow === "SCHEDULE") return answerSchedule(desk, client, request);
  if (client.keptHistory.has(reqId)) return sendError(client, reqId, 322, DUPLICATE);
  const found = symbolFor(desk, client, request, NO_PERMISSION);
  if (found === undefined) return;
  const ask = readHistoryAsk(desk, found.symbol, request);
  if ("code" in ask) return sendError(client, reqId, ask.code, ask.text);
  const refusal = pacingRefusal(desk, request, ask);
  if (refusal !== undefined) return sendError(client, reqId, refusal.code, refusal.text);
  const rows = rowsOf(desk, ask);
  if (rows.length === 0) {
    const words = `HMDS query returned no data: ${found.symbol}@SMART ${titleOf(request.whatToShow)}`;
    return sendError(client, reqId, 162, `${FAILED}${words}`);
  }
  send(client, encode.historicalData, {
    reqId,
    start: wireTime(client.serverVersion, ask.query.span.fromUs),
    end: wireTime(client.serverVersion, ask.endUs),
    bars: rows.map((row) => ({ date: dateText(client, ask.size, request.formatDate, row), ...wireBar(row, ask.kind) })),
  });
  if (!request.keepUpToDate) return;
  const { query, size } = ask;
  const { symbol, useRth, kind } = query;
  client.keptHistory.set(reqId, {
    symbol,
    size,
    kind,
    useRth,
    formatDate: request.formatDate,
    current: rows.at(-1),
  });
}

/** TRADES as TWS's errors write it: Trades. */
const titleOf = (what: string): string => what.charAt(0) + what.slice(1).toLowerCase();

/** Days and more are stamped with a date in every format; see stoqey/ibkr#146. */
export function dateText(client: Client, size: BarSize, formatDate: number, { labelUs }: HistoryRow): string {
  if (size.period !== undefined) return wireDate(labelUs);
  return formatDate === 2 ? String(Math.floor(labelUs / US_PER_SECOND)) : wireTime(client.serverVersion, labelUs);
}

const NONE = -1_000_000;

/** What is no trade has neither volume nor count: TWS writes -1. */
export function wireBar(row: HistoryRow, kind: HistoryKind) {
  const { openPx, highPx, lowPx, closePx, volume, count } = row;
  const prices = { openPx, highPx, lowPx, closePx };
  if (kind !== "TRADES" && kind !== "ADJUSTED_LAST") return { ...prices, volumeQty: NONE, wapPx: NONE, count: -1 };
  return { ...prices, volumeQty: volume, wapPx: wapOf(row), count };
}

function rowsOf({ data }: Desk, { query, kind }: HistoryAsk): readonly HistoryRow[] {
  return kind === "HISTORICAL_VOLATILITY" ? volatilityRows(data.record, query) : historyBars(data.record, query);
}

const PACED = `${FAILED}Historical data request pacing violation`;

/** Whether the request comes too soon after others. Bars of a minute and more are not paced. */
function pacingRefusal(desk: Desk, request: ReqHistoricalData, { query, size }: HistoryAsk): Refusal | undefined {
  const { data, clients } = desk;
  const { historyOpen, historyPacedBarSeconds } = data.switches();
  const open = [...clients.values()].reduce((sum, { keptHistory }) => sum + keptHistory.size, 0);
  if (request.keepUpToDate && historyOpen > 0 && open >= historyOpen) return { code: 162, text: PACED };
  if (size.seconds > historyPacedBarSeconds) return undefined;
  const { contract, whatToShow, endDateTime, barSize, duration, useRth } = request;
  const identity = [query.symbol, contract.exchange, whatToShow, endDateTime, barSize, duration, useRth].join("|");
  const isTooSoon = isPaced(desk, { symbol: query.symbol, exchange: contract.exchange, whatToShow, identity });
  return isTooSoon ? { code: 162, text: PACED } : undefined;
}
