import { type Us, US_PER_SECOND } from "@bowline/kernel";
import type { SymbolStep } from "@bowline/matching";
import { encode, TICK_TYPE } from "@bowline/tws-wire";
import { type Client, send } from "../clients/client.ts";
import { haltOf } from "../data/data-desk.ts";
import type { DayStats } from "../data/day-stats.ts";
import type { TickLine } from "./subscriptions.ts";

/** Delayed ticks have numbers of their own, halts and times among them. */
const DELAYED: Readonly<Record<number, number>> = {
  [TICK_TYPE.bid]: 66,
  [TICK_TYPE.ask]: 67,
  [TICK_TYPE.last]: 68,
  [TICK_TYPE.bidSize]: 69,
  [TICK_TYPE.askSize]: 70,
  [TICK_TYPE.lastSize]: 71,
  [TICK_TYPE.high]: 72,
  [TICK_TYPE.low]: 73,
  [TICK_TYPE.volume]: 74,
  [TICK_TYPE.close]: 75,
  [TICK_TYPE.open]: 76,
  [TICK_TYPE.lastTimestamp]: 88,
  [TICK_TYPE.halted]: 90,
};

/** Where ticks go: to one request of one client, live or delayed. */
export type TickTarget = { readonly client: Client; readonly reqId: number; readonly line: TickLine };

const typeFor = ({ line }: TickTarget, tickType: number): number =>
  line.isDelayed ? (DELAYED[tickType] ?? tickType) : tickType;

export function sendPrice(target: TickTarget, tickType: number, px: number, qty?: number): void {
  const isQuote = tickType === TICK_TYPE.bid || tickType === TICK_TYPE.ask;
  send(target.client, encode.tickPrice, {
    reqId: target.reqId,
    tickType: typeFor(target, tickType),
    px,
    ...(qty === undefined ? {} : { qty }),
    ...(isQuote && !target.line.isDelayed ? { canAutoExecute: true } : {}),
  });
}

export const sendSize = (target: TickTarget, tickType: number, qty: number): void =>
  send(target.client, encode.tickSize, { reqId: target.reqId, tickType: typeFor(target, tickType), qty });

export const sendNumber = (target: TickTarget, tickType: number, valueMicros: number): void =>
  send(target.client, encode.tickGeneric, { reqId: target.reqId, tickType: typeFor(target, tickType), valueMicros });

export const sendText = (target: TickTarget, tickType: number, value: string): void =>
  send(target.client, encode.tickString, { reqId: target.reqId, tickType: typeFor(target, tickType), value });

const MICROS = 1_000_000;

/** 0 trades, 1 halted, 2 paused for volatility. */
export const sendHalted = (target: TickTarget, step: SymbolStep | undefined): void =>
  sendNumber(target, TICK_TYPE.halted, haltOf(step) * MICROS);

/** The day's open, high, low and the close of the day before. */
export function sendDay(target: TickTarget, { bar, previousClosePx }: DayStats): void {
  if (bar !== undefined) {
    sendPrice(target, TICK_TYPE.high, bar.highPx);
    sendPrice(target, TICK_TYPE.low, bar.lowPx);
    sendPrice(target, TICK_TYPE.open, bar.openPx);
  }
  if (previousClosePx !== undefined) sendPrice(target, TICK_TYPE.close, previousClosePx);
}

/**
 * The ticks of one step. Prices and sizes go out also where they did not change: a client that was away for a while needs no
 * memory of ours. A bid's size goes out by itself as well, see tws-wire. `stats` holds the step already.
 */
export function sendStepTicks(target: TickTarget, step: SymbolStep, endUs: Us | number, stats: DayStats): void {
  sendPrice(target, TICK_TYPE.bid, step.bidPx, step.bidQty);
  sendSize(target, TICK_TYPE.bidSize, step.bidQty);
  sendPrice(target, TICK_TYPE.ask, step.askPx, step.askQty);
  if (step.volume === 0) return;
  sendPrice(target, TICK_TYPE.last, step.closePx, step.volume);
  sendSize(target, TICK_TYPE.volume, stats.bar?.volume ?? step.volume);
  sendText(target, TICK_TYPE.lastTimestamp, String(Math.floor(endUs / US_PER_SECOND)));
  if (stats.bar === undefined) return;
  if (stats.bar.openPx === step.openPx && stats.bar.volume === step.volume) {
    sendPrice(target, TICK_TYPE.open, step.openPx);
  }
  // The day's extremes are told when this step made them.
  if (stats.bar.highPx === step.highPx) sendPrice(target, TICK_TYPE.high, step.highPx);
  if (stats.bar.lowPx === step.lowPx) sendPrice(target, TICK_TYPE.low, step.lowPx);
}
