import { bits, choice, type ContentOf, int, literal, micros, microsOr, serverMessage, text } from "../layout/index.ts";

/** Prices, sizes and values are micros. */

/** Clients show the size as the size tick that belongs to the price. */
export const tickPrice = serverMessage(1, {
  version: literal("6"),
  reqId: int,
  tickType: int,
  px: micros,
  qty: microsOr(""),
  attributes: bits("canAutoExecute", "pastLimit", "preOpen"),
});
export type TickPriceMessage = ContentOf<typeof tickPrice>;

export const tickSize = serverMessage(2, { version: literal("6"), reqId: int, tickType: int, qty: micros });

/** What is not computed yet is absent. */
export const tickOptionComputation = serverMessage(21, {
  reqId: int,
  tickType: int,
  tickAttribute: int,
  impliedVolatility: microsOr("-1"),
  delta: microsOr("-2"),
  optionPx: microsOr("-1"),
  pvDividend: microsOr("-1"),
  gamma: microsOr("-2"),
  vega: microsOr("-2"),
  theta: microsOr("-2"),
  underlyingPx: microsOr("-1"),
});

/** A number that is neither price nor size; `halted` is one: 0 trading, 1 halted, 2 volatility halt. */
export const tickGeneric = serverMessage(45, { version: literal("6"), reqId: int, tickType: int, valueMicros: micros });

/** A tick as text; `lastTimestamp` is one, in unix seconds. */
export const tickString = serverMessage(46, { version: literal("6"), reqId: int, tickType: int, value: text });

export const tickEfp = serverMessage(47, {
  version: literal("6"),
  reqId: int,
  tickType: int,
  basisPoints: micros,
  formattedBasisPoints: text,
  impliedFuturesPx: micros,
  holdDays: int,
  futureLastTradeDate: text,
  dividendImpact: micros,
  dividendsToLastTradeDate: micros,
});

export const tickSnapshotEnd = serverMessage(57, { version: literal("1"), reqId: int });

/** 1 live, 2 frozen, 3 delayed, 4 delayed and frozen. */
export const marketDataType = serverMessage(58, { version: literal("1"), reqId: int, marketDataType: int });

/** Sent once per subscription. One client reads `minTick` as an integer: take tick sizes from contract details. */
export const tickReqParams = serverMessage(81, {
  reqId: int,
  minTickPx: micros,
  bboExchange: text,
  snapshotPermissions: int,
});

export const rerouteMktData = serverMessage(91, { reqId: int, conId: int, exchange: text });
export const rerouteMktDepth = serverMessage(92, { reqId: int, conId: int, exchange: text });

const trade = {
  epochSeconds: int,
  px: micros,
  qty: micros,
  attributes: bits("pastLimit", "unreported"),
  exchange: text,
  specialConditions: text,
};

export const tickByTick = serverMessage(99, {
  reqId: int,
  tick: choice("tickType", {
    last: { code: "1", fields: trade },
    allLast: { code: "2", fields: trade },
    bidAsk: {
      code: "3",
      fields: {
        epochSeconds: int,
        bidPx: micros,
        askPx: micros,
        bidQty: micros,
        askQty: micros,
        attributes: bits("bidPastLow", "askPastHigh"),
      },
    },
    midpoint: { code: "4", fields: { epochSeconds: int, midPx: micros } },
  }),
});
export type TickByTickMessage = ContentOf<typeof tickByTick>;
