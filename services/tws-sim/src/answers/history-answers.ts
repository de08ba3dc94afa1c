import { exchangeTimeAt, sessionOf } from "@bowline/calendar";
import { type Us, US_PER_MINUTE, US_PER_SECOND, us } from "@bowline/kernel";
import type { HistoryBar } from "@bowline/matching";
import { encode, parseWireTime, type ReqHistoricalData, wireTime } from "@bowline/tws-wire";
import { type Client, send } from "../clients/client.ts";
import type { Desk } from "../desk.ts";
import { sendError } from "../clients/errors.ts";

const MINUTES_PER_SESSION = 390;
const FAILED = "Historical Market Data Service error message:";

/** One-minute bars of trades before an end, which is never after now. A duration counts minutes of trading. */
export function answerHistory(desk: Desk, client: Client, request: ReqHistoricalData): void {
  const { reqId } = request;
  const symbol = desk.instruments.symbolOf(request.contract);
  if (symbol === undefined) return sendError(client, reqId, 200);
  const unsupported = unsupportedPart(request);
  if (unsupported !== undefined)
    return sendError(client, reqId, 321, `Error validating request.-'bN' : cause - ${unsupported}`);
  const minutes = minutesOf(request.duration);
  if (minutes === undefined)
    return sendError(
      client,
      reqId,
      321,
      `Error validating request.-'bN' : cause - Invalid duration ${request.duration}`,
    );
  const asked = request.endDateTime === "" ? desk.nowUs() : parseWireTime(request.endDateTime);
  if (asked === undefined)
    return sendError(
      client,
      reqId,
      321,
      `Error validating request.-'bN' : cause - Invalid end time ${request.endDateTime}`,
    );
  const endUs = us(Math.min(asked, desk.nowUs()));
  const bars = barsBefore(desk, symbol, { endUs, minutes, useRth: request.useRth });
  if (bars.length === 0)
    return sendError(client, reqId, 162, `${FAILED}HMDS query returned no data: ${symbol}@SMART Trades`);
  const dateOf = (time: number): string =>
    request.formatDate === 2 ? String(Math.floor(time / US_PER_SECOND)) : wireTime(client.serverVersion, time);
  send(client, encode.historicalData, {
    reqId,
    start: dateOf((bars[0]?.closeUs ?? endUs) - US_PER_MINUTE),
    end: dateOf(endUs),
    bars: bars.map((bar) => ({ ...wireBarOf(bar), date: dateOf(bar.closeUs - US_PER_MINUTE) })),
  });
}

function unsupportedPart(request: ReqHistoricalData): string | undefined {
  if (!/^1 mins?$/.test(request.barSize)) return `Bars of ${request.barSize} are not simulated, 1 min is.`;
  if (request.whatToShow !== "TRADES") return `${request.whatToShow} is not simulated, TRADES is.`;
  return request.keepUpToDate ? "keepUpToDate is not simulated." : undefined;
}

/** "1800 S", "2 D": minutes of trading. */
function minutesOf(duration: string): number | undefined {
  const match = /^(\d+) ([SD])$/.exec(duration);
  if (match === null) return undefined;
  const count = Number(match[1]);
  return match[2] === "D" ? count * MINUTES_PER_SESSION : Math.ceil(count / 60);
}

type BarRange = { readonly endUs: Us; readonly minutes: number; readonly useRth: boolean };

function barsBefore(desk: Desk, symbol: string, { endUs, minutes, useRth }: BarRange): readonly HistoryBar[] {
  if (!useRth) return desk.exchange.market.history(symbol, endUs, minutes);
  // Enough to leave out the hours before and after the sessions.
  const all = desk.exchange.market.history(symbol, endUs, minutes * 4 + 4 * MINUTES_PER_SESSION);
  return all.filter(({ closeUs }) => isRegular(closeUs)).slice(-minutes);
}

function isRegular(closeUs: Us): boolean {
  const session = sessionOf(exchangeTimeAt(closeUs).date);
  return session !== undefined && session.openUs < closeUs && closeUs <= session.closeUs;
}

const wireBarOf = (bar: HistoryBar) => ({
  openPx: bar.openPx,
  highPx: bar.highPx,
  lowPx: bar.lowPx,
  closePx: bar.closePx,
  volumeQty: bar.volume,
  wapPx: Math.round(
    [bar.openPx, bar.highPx, bar.lowPx, bar.closePx].reduce((sum, price) => sum + Number(price), 0) / 4,
  ),
  count: Math.max(1, Math.floor(Number(bar.volume) / 100e6)),
});
