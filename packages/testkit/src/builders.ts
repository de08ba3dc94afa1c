import type { EventByKind, Order } from "@bowline/contracts";
import { type Px, micros, px, qty, shares } from "@bowline/kernel";
import { T0, T0_CLOSE, T0_DATE, at } from "./times.ts";

type Changes<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** The dollars of a price as micros: `dollars("101.25")`. */
export const dollars = (text: string): Px => px(micros(text));

/** A limit order to buy 100 shares of AAPL at 100 dollars, for one minute after the open. */
export const anOrder = (changes: Changes<Order> = {}): Order =>
  ({
    clOrdId: "ORDER000000000000001",
    accountId: "DU1234567",
    strategy: "demo",
    rule: "entry",
    group: "tech",
    symbol: "AAPL",
    side: "BUY",
    orderQty: shares(100),
    ordType: "LMT",
    lmtPx: dollars("100"),
    timeInForce: "DAY",
    purpose: "ENTRY",
    triggerKey: "prediction:p1:0",
    expiresUs: at(60),
    decisionPx: dollars("100"),
    ...changes,
  }) as Order;

/** A five-second bar of AAPL that closes five seconds after the open. */
export const aBar = (changes: Changes<EventByKind<"md.bar">> = {}): EventByKind<"md.bar"> =>
  ({
    kind: "md.bar",
    group: "tech",
    symbol: "AAPL",
    timeframe: "5s",
    closeUs: at(5),
    openPx: dollars("100"),
    highPx: dollars("100.2"),
    lowPx: dollars("99.9"),
    closePx: dollars("100.1"),
    volume: shares(500),
    wapPx: dollars("100.05"),
    tradeCount: 7,
    status: "TRADED",
    ...changes,
  }) as EventByKind<"md.bar">;

/** 99.99 bid for 300, 100.01 asked for 200, heard at the open. */
export const aQuote = (changes: Changes<EventByKind<"md.quote">> = {}): EventByKind<"md.quote"> =>
  ({
    kind: "md.quote",
    group: "tech",
    symbol: "AAPL",
    bidPx: dollars("99.99"),
    askPx: dollars("100.01"),
    bidQty: shares(300),
    askQty: shares(200),
    lastPx: dollars("100"),
    halted: false,
    quoteUs: T0,
    ...changes,
  }) as EventByKind<"md.quote">;

/** The clock at the open of a regular session. */
export const aClock = (changes: Changes<EventByKind<"control.clock">> = {}): EventByKind<"control.clock"> =>
  ({
    kind: "control.clock",
    nowUs: T0,
    sessionDate: T0_DATE,
    phase: "REGULAR",
    openUs: T0,
    closeUs: T0_CLOSE,
    ...changes,
  }) as EventByKind<"control.clock">;

/** An accepted prediction that AAPL rises, made at the open and valid for five minutes. */
export const aSignal = (changes: Changes<EventByKind<"signal.accepted">> = {}): EventByKind<"signal.accepted"> =>
  ({
    kind: "signal.accepted",
    group: "tech",
    symbol: "AAPL",
    predictionId: "p1",
    revision: 0,
    model: "demo",
    direction: "LONG",
    confidence: micros("0.7"),
    horizonMs: 900_000,
    producedUs: T0,
    validUntilUs: at(300),
    ...changes,
  }) as EventByKind<"signal.accepted">;

/** A fill of the whole of `anOrder()` at its limit. */
export const aFill = (changes: Changes<EventByKind<"order.filled">> = {}): EventByKind<"order.filled"> =>
  ({
    kind: "order.filled",
    clOrdId: "ORDER000000000000001",
    group: "tech",
    symbol: "AAPL",
    orderId: "1001",
    execId: "exec-1",
    accountId: "DU1234567",
    strategy: "demo",
    side: "BUY",
    lastQty: shares(100),
    lastPx: dollars("100"),
    cumQty: shares(100),
    leavesQty: qty(0),
    avgPx: dollars("100"),
    transactUs: at(1),
    ...changes,
  }) as EventByKind<"order.filled">;
