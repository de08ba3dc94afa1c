import { exchangeTimeAt } from "@bowline/calendar";
import { us } from "@bowline/kernel";
import { parseWireTime, type ReqHistoricalData } from "@bowline/tws-wire";
import { BAR_SIZE_ERROR, type BarSize, parseBarSize } from "../../data/bar-sizes.ts";
import { type Duration, isLongEnough, isShortEnough, parseDuration, startOf } from "../../data/durations.ts";
import type { BarKind, HistoryQuery } from "../../data/history-query.ts";
import { startOfDay } from "../../data/spans.ts";
import type { Desk } from "../../desk.ts";

export const FAILED = "Historical Market Data Service error message:";
const INVALID = "Error validating request.-'bN' : cause - ";

export type HistoryKind = BarKind | "ADJUSTED_LAST" | "HISTORICAL_VOLATILITY";
const KINDS: readonly HistoryKind[] = [
  "TRADES",
  "MIDPOINT",
  "BID",
  "ASK",
  "BID_ASK",
  "ADJUSTED_LAST",
  "HISTORICAL_VOLATILITY",
];

/** A request for bars that TWS would take, in our terms. */
export type HistoryAsk = {
  readonly query: HistoryQuery;
  readonly kind: HistoryKind;
  readonly size: BarSize;
  readonly endUs: number;
};

export type Refusal = { readonly code: number; readonly text: string };

/** Only what TWS itself answers so: some clients take 321 for a warning and wait on. */
const invalid = (text: string): Refusal => ({ code: 321, text: `${INVALID}${text}` });
const failed = (text: string): Refusal => ({ code: 162, text: `${FAILED}${text}` });

/** What a request for bars asks for, or how TWS refuses it. */
export function readHistoryAsk(desk: Desk, symbol: string, request: ReqHistoricalData): HistoryAsk | Refusal {
  const { whatToShow, useRth, endDateTime } = request;
  const size = parseBarSize(request.barSize);
  const duration = parseDuration(request.duration);
  const kind = KINDS.find((one) => one === whatToShow);
  if (size === undefined) return invalid(BAR_SIZE_ERROR);
  if (duration === undefined) return invalid(`Historical data query duration is invalid: ${request.duration}`);
  if (kind === undefined) return failed(`No historical data of ${whatToShow} for ${symbol} STK`);
  const refusal = unfit(request, kind, size) ?? outOfTable(desk, size, duration);
  if (refusal !== undefined) return refusal;
  const asked = endDateTime === "" ? desk.data.endUs() : parseWireTime(endDateTime);
  if (asked === undefined) return { code: 10314, text: badEnd(endDateTime) };
  const endUs = Math.min(asked, desk.data.endUs());
  const fromUs = startOf(duration, endUs);
  const span = {
    fromUs: size.period === undefined ? fromUs : startOfDay(exchangeTimeAt(us(fromUs)).date),
    toUs: endUs,
  };
  return { query: { symbol, size, kind: barKindOf(kind), useRth, span }, kind, size, endUs };
}

/** Adjusted prices are the prices: no splits and no dividends happen here. */
const barKindOf = (kind: HistoryKind): BarKind =>
  kind === "ADJUSTED_LAST" || kind === "HISTORICAL_VOLATILITY" ? "TRADES" : kind;

/** What does not go together. */
function unfit(
  { endDateTime, keepUpToDate }: ReqHistoricalData,
  kind: HistoryKind,
  size: BarSize,
): Refusal | undefined {
  if (kind === "HISTORICAL_VOLATILITY" && (size.period !== "day" || keepUpToDate))
    return failed("HISTORICAL_VOLATILITY is there for bars of 1 day, and not kept up to date");
  if (kind === "ADJUSTED_LAST" && endDateTime !== "") return invalid("End time is not allowed for ADJUSTED_LAST");
  if (!keepUpToDate) return undefined;
  if (endDateTime !== "") return invalid("End date not supported with keepUpToDate");
  return size.seconds < 5 ? failed("keepUpToDate is there for bars of 5 secs and more") : undefined;
}

function outOfTable({ data }: Desk, size: BarSize, duration: Duration): Refusal | undefined {
  const { historyStepSizes } = data.switches();
  const isHeld = historyStepSizes === "all" || (historyStepSizes === "small-bars" && size.seconds < 60);
  if (isHeld && !isLongEnough(size, duration)) return failed("Time length exceed max.");
  const isTooShort = historyStepSizes === "all" && !isShortEnough(size, duration);
  return isTooShort ? failed(`invalid step: ${size.name} bars in ${duration.count} ${duration.unit}`) : undefined;
}

const badEnd = (text: string): string =>
  `End Date/Time: The date, time, or time-zone entered is invalid: ${text}. The correct format is yyyymmdd hh:mm:ss xx/xxxx where yyyymmdd and xx/xxxx are optional. E.g.: 20031126 15:59:00 US/Eastern`;
