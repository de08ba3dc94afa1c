import { BarSizeSetting, DurationUnit, WhatToShow } from "@stoqey/ib";
import { type Call, nothing, refused } from "./calls.ts";
import { barOf, dollars, OPEN, stepOf, stepsOf, stockOf } from "./market.ts";
import type { Told } from "./recorder.ts";

const aapl = stockOf("AAPL");
const FAILED = "Historical Market Data Service error message:";
/** The market that was played: two minutes. */
const MINUTES = [0, 1];
const CLOCK = "20240304 09:3";

const endMark = (id: number, start: string, end: string): Told => [
  "historicalData",
  id,
  `finished-${start} US/Eastern-${end} US/Eastern`,
  ...[-1, -1, -1, -1, -1, -1, -1, false],
];

/** A past minute: its trades, a hundred shares each, at the middle of its four prices. */
function minuteBar(id: number, minute: number): Told {
  const { open, high, low, close, volume } = barOf(stepsOf("AAPL", minute * 12, 12));
  const middle = Math.round(((open + high + low + close) / 4) * 1e6) / 1e6;
  const date = `${CLOCK}${minute}:00 US/Eastern`;
  return ["historicalData", id, date, open, high, low, close, volume, Math.floor(volume / 100), middle];
}

/** Five seconds of the bid. */
function bidBar(id: number, index: number): Told {
  const bid = dollars(stepOf("AAPL", index).bidPx);
  return ["historicalData", id, String(OPEN + index * 5), bid, bid, bid, bid, -1, -1, -1];
}

/** Shares by the price at which a minute closed. */
function histogram(): object[] {
  const rows = new Map<number, number>();
  for (const minute of MINUTES) {
    const { close, volume } = barOf(stepsOf("AAPL", minute * 12, 12));
    rows.set(close, (rows.get(close) ?? 0) + volume);
  }
  return [...rows].sort(([a], [b]) => a - b).map(([price, size]) => ({ price, size }));
}

const day = (date: string): object => ({
  startDateTime: `${date}-09:30:00`,
  endDateTime: `${date}-16:00:00`,
  refDate: date,
});

/** The past, asked when two minutes of it are all that the market had. */
export const HISTORY_CALLS: readonly Call[] = [
  {
    name: "reqHistoricalData of minutes",
    call: (api) =>
      void api.reqHistoricalData(30, aapl, "", "120 S", BarSizeSetting.MINUTES_ONE, WhatToShow.TRADES, 1, 1, false),
    told: () => [...MINUTES.map((minute) => minuteBar(30, minute)), endMark(30, `${CLOCK}0:00`, `${CLOCK}2:00`)],
  },
  {
    name: "reqHistoricalData of five seconds of the bid, kept up to date",
    call: (api) =>
      void api.reqHistoricalData(31, aapl, "", "60 S", BarSizeSetting.SECONDS_FIVE, WhatToShow.BID, 1, 2, true),
    told: () => [
      ...Array.from({ length: 12 }, (_, index) => bidBar(31, 12 + index)),
      endMark(31, `${CLOCK}1:00`, `${CLOCK}2:00`),
      ["historicalDataUpdate", ...bidBar(31, 23).slice(1)],
    ],
  },
  {
    name: "cancelHistoricalData",
    call: (api) => void api.cancelHistoricalData(31),
    told: refused(31, 162, `${FAILED}API historical data query cancelled: 31`),
  },
  {
    name: "cancelHistoricalData of none",
    call: (api) => void api.cancelHistoricalData(30),
    told: refused(30, 366, "No historical data query found for ticker id:30"),
  },
  {
    name: "reqHistoricalData of the schedule",
    call: (api) =>
      void api.reqHistoricalData(
        ...([32, aapl, "20240304-22:00:00", "2 D", BarSizeSetting.DAYS_ONE, WhatToShow.SCHEDULE, 1, 1, false] as const),
      ),
    told: () => [
      [
        "historicalSchedule",
        ...[32, "20240301-09:30:00", "20240304-16:00:00", "US/Eastern", [day("20240301"), day("20240304")]],
      ],
    ],
  },
  {
    name: "reqHistogramData",
    call: (api) => void api.reqHistogramData(33, aapl, true, 1, DurationUnit.DAY),
    told: () => [["histogramData", 33, histogram()]],
  },
  { name: "cancelHistogramData", call: (api) => void api.cancelHistogramData(33), told: nothing },
  { name: "cancelHeadTimestamp", call: (api) => void api.cancelHeadTimestamp(34), told: nothing },
];
