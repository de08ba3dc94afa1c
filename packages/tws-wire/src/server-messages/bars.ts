import { bits, bool, type ContentOf, group, int, list, literal, micros, serverMessage, text } from "../layout/index.ts";

/** Prices, volume and volume-weighted price in micros; `count` is the number of trades. */
export interface WireBar {
  readonly openPx: number;
  readonly highPx: number;
  readonly lowPx: number;
  readonly closePx: number;
  readonly volumeQty: number;
  readonly wapPx: number;
  readonly count: number;
}

const bar = {
  openPx: micros,
  highPx: micros,
  lowPx: micros,
  closePx: micros,
  volumeQty: micros,
  wapPx: micros,
  count: int,
};

/** A 5-second bar, stamped with the unix second of its start. */
export const realtimeBar = serverMessage(50, {
  version: literal("3"),
  reqId: int,
  startEpochSeconds: int,
  bar: group(bar),
});

/**
 * One message holds all bars, and a client makes its end mark of `start` and `end`: the range as text, in the form of the
 * bars' dates, which are as asked for: `wireTime`, `wireDate` or unix seconds.
 */
export const historicalData = serverMessage(17, {
  reqId: int,
  start: text,
  end: text,
  bars: list(group({ date: text, ...bar })),
});
export type HistoricalDataMessage = ContentOf<typeof historicalData>;

/** The newest bar of a request that keeps up to date: as it grows, and then the next. The order is the wire's. */
export const historicalDataUpdate = serverMessage(90, {
  reqId: int,
  count: int,
  date: text,
  openPx: micros,
  closePx: micros,
  highPx: micros,
  lowPx: micros,
  wapPx: micros,
  volumeQty: micros,
});

/** The first moment with data, in the format that was asked for. */
export const headTimestamp = serverMessage(88, { reqId: int, headTimestamp: text });

export const histogramData = serverMessage(89, { reqId: int, rows: list(group({ px: micros, qty: micros })) });

export const historicalTicks = serverMessage(96, {
  reqId: int,
  ticks: list(group({ epochSeconds: int, unused: literal("0"), px: micros, qty: micros })),
  done: bool,
});

export const historicalTicksBidAsk = serverMessage(97, {
  reqId: int,
  ticks: list(
    group({
      epochSeconds: int,
      attributes: bits("bidPastLow", "askPastHigh"),
      bidPx: micros,
      askPx: micros,
      bidQty: micros,
      askQty: micros,
    }),
  ),
  done: bool,
});

export const historicalTicksLast = serverMessage(98, {
  reqId: int,
  ticks: list(
    group({
      epochSeconds: int,
      attributes: bits("pastLimit", "unreported"),
      px: micros,
      qty: micros,
      exchange: text,
      specialConditions: text,
    }),
  ),
  done: bool,
});

/** Trading sessions: times `yyyymmdd-HH:mm:ss` in `timeZone`, `refDate` `yyyymmdd`. */
export const historicalSchedule = serverMessage(
  106,
  {
    reqId: int,
    start: text,
    end: text,
    timeZone: text,
    sessions: list(group({ start: text, end: text, refDate: text })),
  },
  { since: 165 },
);
