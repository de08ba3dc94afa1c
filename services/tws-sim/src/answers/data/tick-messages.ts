import { US_PER_SECOND } from "@bowline/kernel";
import type { SymbolStep } from "@bowline/matching";
import { type SharedContent, type SharedMessage, shareMessage, TICK_TYPE } from "@bowline/tws-wire";
import type { Client } from "../../clients/client.ts";
import { haltOf } from "../../data/data-desk.ts";
import type { DayStats } from "../../data/day-stats.ts";
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

/** A tick for whoever asked: encoded once for each version that somebody speaks. */
export type Tick = (serverVersion: number) => SharedMessage;

type TickName = "tickPrice" | "tickSize" | "tickGeneric" | "tickString";

function makeTick<Name extends TickName>(name: Name, content: SharedContent<Name>): Tick {
  let last: { readonly version: number; readonly message: SharedMessage } | undefined;
  return (version) => {
    if (last?.version !== version) last = { version, message: shareMessage(name, version, content) };
    return last.message;
  };
}

export function sendTick({ client, reqId }: TickTarget, tick: Tick): void {
  if (!client.isSilent) client.deliverShared(tick(client.serverVersion), reqId);
}

const typeFor = (isDelayed: boolean, tickType: number): number =>
  isDelayed ? (DELAYED[tickType] ?? tickType) : tickType;

function priceTick(isDelayed: boolean, tickType: number, px: number, qty?: number): Tick {
  const isQuote = tickType === TICK_TYPE.bid || tickType === TICK_TYPE.ask;
  return makeTick("tickPrice", {
    tickType: typeFor(isDelayed, tickType),
    px,
    ...(qty === undefined ? {} : { qty }),
    ...(isQuote && !isDelayed ? { canAutoExecute: true } : {}),
  });
}

const sizeTick = (isDelayed: boolean, tickType: number, qty: number): Tick =>
  makeTick("tickSize", { tickType: typeFor(isDelayed, tickType), qty });

const textTick = (isDelayed: boolean, tickType: number, value: string): Tick =>
  makeTick("tickString", { tickType: typeFor(isDelayed, tickType), value });

export const sendPrice = (target: TickTarget, tickType: number, px: number): void =>
  sendTick(target, priceTick(target.line.isDelayed, tickType, px));

export const sendSize = (target: TickTarget, tickType: number, qty: number): void =>
  sendTick(target, sizeTick(target.line.isDelayed, tickType, qty));

export const sendNumber = (target: TickTarget, tickType: number, valueMicros: number): void =>
  sendTick(target, makeTick("tickGeneric", { tickType: typeFor(target.line.isDelayed, tickType), valueMicros }));

export const sendText = (target: TickTarget, tickType: number, value: string): void =>
  sendTick(target, textTick(target.line.isDelayed, tickType, value));

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

/** One moment of a symbol, as ticks tell it. */
export type TickMoment = {
  readonly step: SymbolStep;
  readonly endUs: number;
  /** The day, this moment in it. */
  readonly stats: DayStats;
  readonly isDelayed: boolean;
  /** The quote as it was told last, where what did not change is left out. */
  readonly before?: SymbolStep | undefined;
};

/**
 * The ticks of one moment. At the end of a step prices and sizes go out also where they did not change: a client that was away for
 * a while needs no memory of ours. A bid's size goes out by itself as well, see tws-wire.
 */
export const ticksOf = (moment: TickMoment): readonly Tick[] =>
  moment.step.volume === 0 ? quoteTicks(moment) : [...quoteTicks(moment), ...tradeTicks(moment)];

function quoteTicks({ step, isDelayed, before }: TickMoment): readonly Tick[] {
  const { bidPx, bidQty, askPx, askQty } = step;
  const ticks: Tick[] = [];
  const isBidNew = before?.bidPx !== bidPx;
  if (isBidNew) ticks.push(priceTick(isDelayed, TICK_TYPE.bid, bidPx, bidQty));
  if (isBidNew || before.bidQty !== bidQty) ticks.push(sizeTick(isDelayed, TICK_TYPE.bidSize, bidQty));
  if (before?.askPx !== askPx) ticks.push(priceTick(isDelayed, TICK_TYPE.ask, askPx, askQty));
  else if (before.askQty !== askQty) ticks.push(sizeTick(isDelayed, TICK_TYPE.askSize, askQty));
  return ticks;
}

function tradeTicks({ step, endUs, stats, isDelayed }: TickMoment): readonly Tick[] {
  const { bar } = stats;
  const ticks = [
    priceTick(isDelayed, TICK_TYPE.last, step.closePx, step.volume),
    sizeTick(isDelayed, TICK_TYPE.volume, bar?.volume ?? step.volume),
    textTick(isDelayed, TICK_TYPE.lastTimestamp, String(Math.floor(endUs / US_PER_SECOND))),
  ];
  if (bar === undefined) return ticks;
  const isFirst = bar.openPx === step.openPx && bar.volume === step.volume;
  if (isFirst) ticks.push(priceTick(isDelayed, TICK_TYPE.open, bar.openPx));
  // The day's extremes are told when this moment made them.
  if (bar.highPx === step.highPx) ticks.push(priceTick(isDelayed, TICK_TYPE.high, bar.highPx));
  if (bar.lowPx === step.lowPx) ticks.push(priceTick(isDelayed, TICK_TYPE.low, bar.lowPx));
  return ticks;
}
