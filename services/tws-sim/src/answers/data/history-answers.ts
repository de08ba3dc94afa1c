import { encode, type ReqHistoricalData, wireTime } from "@bowline/tws-wire";
import { type Client, send } from "../../clients/client.ts";
import { sendError } from "../../clients/errors.ts";
import { historyBars, type HistoryRow, volatilityRows } from "../../data/history-query.ts";
import type { Desk } from "../../desk.ts";
import { dateText, sendUpdate, wireBar } from "./history-bar-messages.ts";
import { answerSchedule } from "./history-facts-answers.ts";
import { isPaced } from "./history-pacing.ts";
import { FAILED, type HistoryAsk, readHistoryAsk, type Refusal } from "./history-request.ts";
import { symbolFor } from "../reference/which-symbol.ts";

const DUPLICATE = "Error processing request.-'bN' : cause - Duplicate ticker ID for API historical data query";
const NO_PERMISSION = { code: 162, text: (name: string) => `${FAILED}No market data permissions for ${name}` };

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
  // What is kept up to date may begin with nothing.
  if (rows.length === 0 && !request.keepUpToDate) {
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
  const kept = { symbol, size, kind, useRth, formatDate: request.formatDate, current: rows.at(-1) };
  client.keptHistory.set(reqId, kept);
  sendUpdate(client, reqId, kept);
}

/** TRADES as TWS's errors write it: Trades. */
const titleOf = (what: string): string => what.charAt(0) + what.slice(1).toLowerCase();

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
