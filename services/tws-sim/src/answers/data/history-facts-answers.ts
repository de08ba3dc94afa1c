import { sessionOf } from "@bowline/calendar";
import { mulDiv, US_PER_DAY, US_PER_SECOND } from "@bowline/kernel";
import { type ClientMessageOf, encode, parseWireTime, type ReqHistoricalData } from "@bowline/tws-wire";
import { type Client, send } from "../../clients/client.ts";
import { sendError } from "../../clients/errors.ts";
import { isRegular } from "../../data/bar-buckets.ts";
import { parseDuration, startOf } from "../../data/durations.ts";
import type { Desk } from "../../desk.ts";
import { symbolFor } from "../reference/which-symbol.ts";

const FAILED = "Historical Market Data Service error message:";
const NO_PERMISSION = { code: 162, text: (name: string) => `${FAILED}No market data permissions for ${name}` };

const plain = (timeUs: number, zone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(Math.floor(timeUs / 1000)).toZonedDateTimeISO(zone);

/** `yyyymmdd-HH:mm:ss` by a zone's clock. */
function dashTime(timeUs: number, zone: string): string {
  const text = plain(timeUs, zone).toPlainDateTime().toString({ smallestUnit: "second" });
  return text.replaceAll("-", "").replace("T", "-");
}

const NANOS_PER_US = 1000n;
/** The first trades in regular hours at IB, as recordings of a real TWS have them. */
const KNOWN_HEADS: ReadonlyMap<string, string> = new Map([
  ["AAPL", "1980-12-12T14:30:00Z"],
  ["SPY", "1993-01-29T14:30:00Z"],
]);

/** The first moment with data: where everybody knows it and the switch has it so, IB's; else the beginning of what is made here. */
function headOf({ data }: Desk, symbol: string, whatToShow: string): number | undefined {
  const known =
    whatToShow === "TRADES" && data.switches().headTimestamps === "known" ? KNOWN_HEADS.get(symbol) : undefined;
  if (known === undefined) return data.record.headUs(symbol);
  return Number(Temporal.Instant.from(known).epochNanoseconds / NANOS_PER_US);
}

/** reqHeadTimestamp: in UTC or as unix seconds. */
export function answerHeadTimestamp(desk: Desk, client: Client, request: ClientMessageOf<"reqHeadTimestamp">): void {
  const { reqId, formatDate } = request;
  const found = symbolFor(desk, client, request, NO_PERMISSION);
  if (found === undefined) return;
  const headUs = headOf(desk, found.symbol, request.whatToShow);
  if (headUs === undefined) return sendError(client, reqId, 162, `${FAILED}No head time stamp`);
  const headTimestamp = formatDate === 2 ? String(Math.floor(headUs / US_PER_SECOND)) : dashTime(headUs, "UTC");
  send(client, encode.headTimestamp, { reqId, headTimestamp });
}

const PERIOD_DAYS: Readonly<Record<string, number>> = { day: 1, week: 7, month: 31, year: 366 };
const CENT = 10_000;

/** reqHistogramData: shares by price, from the closes of the minutes of some days, weeks or months. */
export function answerHistogram(desk: Desk, client: Client, request: ClientMessageOf<"reqHistogramData">): void {
  const { reqId, timePeriod, useRth } = request;
  const found = symbolFor(desk, client, request, NO_PERMISSION);
  if (found === undefined) return;
  const match = /^(\d{1,4}) (day|week|month|year)s?$/.exec(timePeriod);
  if (match === null) return sendError(client, reqId, 162, `${FAILED}Invalid time period ${timePeriod}`);
  const toUs = desk.data.endUs();
  const fromUs = toUs - Number(match[1]) * (PERIOD_DAYS[match[2] ?? ""] ?? 1) * US_PER_DAY;
  const shares = new Map<number, number>();
  for (const { startUs, closePx, volume } of desk.data.record.minutes(found.symbol, { fromUs, toUs })) {
    if (useRth && !isRegular(startUs)) continue;
    const px = mulDiv(closePx, 1, CENT) * CENT;
    shares.set(px, (shares.get(px) ?? 0) + volume);
  }
  const rows = [...shares].sort(([a], [b]) => a - b).map(([px, qty]) => ({ px, qty }));
  send(client, encode.histogramData, { reqId, rows });
}

/** No client knows the answer at earlier versions. */
const SCHEDULES_SINCE = 165;
const ZONE = "America/New_York";

/** reqHistoricalData of SCHEDULE: the sessions of a duration. */
export function answerSchedule(desk: Desk, client: Client, request: ReqHistoricalData): void {
  const { reqId, barSize, duration: durationText, endDateTime, useRth } = request;
  if (client.serverVersion < SCHEDULES_SINCE)
    return sendError(client, reqId, 162, `${FAILED}SCHEDULE needs server version ${SCHEDULES_SINCE}`);
  const found = symbolFor(desk, client, request, NO_PERMISSION);
  if (found === undefined) return;
  const duration = parseDuration(durationText);
  const endUs = endDateTime === "" ? desk.nowUs() : parseWireTime(endDateTime);
  if (barSize !== "1 day" || duration === undefined || endUs === undefined)
    return sendError(client, reqId, 162, `${FAILED}SCHEDULE needs bars of 1 day, a duration and a time`);
  const sessions = sessionsBetween(startOf(duration, endUs), endUs).map((session) => {
    const before = useRth ? 0 : 330 * 60 * US_PER_SECOND;
    const after = useRth ? 0 : 240 * 60 * US_PER_SECOND;
    return {
      start: dashTime(session.openUs - before, ZONE),
      end: dashTime(session.closeUs + after, ZONE),
      refDate: session.date.replaceAll("-", ""),
    };
  });
  send(client, encode.historicalSchedule, {
    reqId,
    start: sessions[0]?.start ?? "",
    end: sessions.at(-1)?.end ?? "",
    timeZone: "US/Eastern",
    sessions,
  });
}

function sessionsBetween(fromUs: number, toUs: number) {
  const last = plain(toUs, ZONE).toPlainDate();
  const sessions = [];
  for (
    let day = plain(fromUs, ZONE).toPlainDate();
    Temporal.PlainDate.compare(day, last) <= 0;
    day = day.add({ days: 1 })
  ) {
    const session = sessionOf(day.toString());
    if (session !== undefined && session.openUs < toUs) sessions.push(session);
  }
  return sessions;
}
