import { type Us, US_PER_MINUTE } from "@bowline/kernel";
import { STEP_US, type SymbolStep } from "@bowline/matching";
import { encode, type ReqMktData } from "@bowline/tws-wire";
import { type Client, send } from "../clients/client.ts";
import { sendError } from "../clients/errors.ts";
import { foldBars, type TimedStep } from "../data/data-bar.ts";
import type { Desk } from "../desk.ts";
import { parseGenericTicks, sendGenericTicks, sendStandingTicks } from "./generic-ticks.ts";
import { isCompeting, isLineFree, permitTicks } from "./permissions.ts";
import { sendHistoryUpdates } from "./history-updates.ts";
import { sendTickByTick } from "./tick-by-tick-answers.ts";
import { sendRealTimeBars } from "./real-time-bars.ts";
import type { TickLine } from "./subscriptions.ts";
import { sendDay, sendHalted, sendStepTicks, type TickTarget } from "./tick-messages.ts";
import { symbolFor } from "./which-symbol.ts";

const DUPLICATE = 102;
const INVALID = 321;
const NOT_SUBSCRIBED = { code: 354, text: () => "Requested market data is not subscribed." };
const INVALID_REQUEST = "Error validating request.-'bN' : cause - ";
/** Names the exchanges whose letters `smartComponents` explains. */
const BBO_EXCHANGE = "9c0001";
const SNAPSHOTS_AND_STREAMING = 3;

/** reqMktData: what is known now, and unless it is a snapshot, all that follows. */
export function subscribeTicks(desk: Desk, client: Client, request: ReqMktData): void {
  const { reqId } = request;
  const found = symbolFor(desk, client, request, NOT_SUBSCRIBED);
  if (found === undefined) return;
  if (client.ticks.has(reqId)) return sendError(client, reqId, DUPLICATE);
  const isSnapshot = request.snapshot || request.regulatorySnapshot;
  const generic = parseGenericTicks(request.genericTicks);
  if (!generic.ok) return sendError(client, reqId, INVALID, `${INVALID_REQUEST}${generic.error}`);
  if (isSnapshot && generic.value.size > 0) {
    const words = "Snapshot market data subscription is not applicable to generic ticks";
    return sendError(client, reqId, INVALID, `${INVALID_REQUEST}${words}`);
  }
  const permitted = permitTicks(desk, client, { reqId, isGeneric: generic.value.size > 0 });
  if (permitted === undefined) return;
  if (!isSnapshot && !isLineFree(desk, found.symbol)) return sendError(client, reqId, 101);
  const line: TickLine = { symbol: found.symbol, generic: generic.value, isDelayed: permitted.isDelayed };
  send(client, encode.marketDataType, { reqId, marketDataType: permitted.marketDataType });
  send(client, encode.tickReqParams, {
    reqId,
    minTickPx: found.minTickPx,
    bboExchange: BBO_EXCHANGE,
    snapshotPermissions: SNAPSHOTS_AND_STREAMING,
  });
  sendFirstTicks(desk, { client, reqId, line });
  if (isSnapshot) send(client, encode.tickSnapshotEnd, { reqId });
  else client.ticks.set(reqId, line);
}

/** All that is known: the quote, the last trade, the day. */
function sendFirstTicks(desk: Desk, target: TickTarget): void {
  const { symbol, isDelayed } = target.line;
  const { data, exchange } = desk;
  const endUs = data.endUs() - (isDelayed ? delayUs(desk) : 0);
  const live = exchange.broker.quoteOf(symbol);
  const step = isDelayed ? stepAt(desk, symbol, endUs)?.step : live;
  sendHalted(target, step);
  const stats = isDelayed ? delayedStats(desk, symbol, endUs) : data.days.statsAt(symbol, endUs);
  if (step !== undefined) {
    sendStepTicks(target, step, exchange.timeline.stepUs() - (isDelayed ? delayUs(desk) : 0), stats);
    sendGenericTicks(desk, target, step, endUs);
  }
  sendDay(target, stats);
  sendStandingTicks(desk, target);
}

const delayUs = (desk: Desk): number => desk.data.switches().delayMinutes * US_PER_MINUTE;

/** The step that ended last before a time, within the minute before it. */
const stepAt = (desk: Desk, symbol: string, endUs: number): TimedStep | undefined =>
  desk.data.record.steps(symbol, { fromUs: endUs - US_PER_MINUTE, toUs: endUs }).at(-1);

/** Delayed data is asked for seldom: its day is read anew. */
function delayedStats(desk: Desk, symbol: string, endUs: number) {
  const { bar, previousClosePx } = desk.data.days.statsAt(symbol, desk.data.endUs());
  const dayFromUs = bar?.startUs ?? endUs;
  const minutes = desk.data.record.minutes(symbol, { fromUs: dayFromUs, toUs: Math.max(dayFromUs, endUs) });
  return { bar: foldBars(minutes), previousClosePx };
}

/** Sends every client its part of a step: symbols by the alphabet, ticks before the bar. */
export function sendStep(desk: Desk, simUs: Us, steps: readonly SymbolStep[]): void {
  const timed = steps.map((step): TimedStep => ({ startUs: simUs - STEP_US, endUs: simUs, step }));
  for (const step of timed) desk.data.days.add(step);
  const before = desk.data.stepsBefore(simUs, steps);
  const haltChanges = desk.data.haltChanges(steps);
  for (const client of desk.clients.values()) {
    for (const step of timed) {
      if (desk.faults.delivery.outage.isDataStopped(step.step.symbol)) continue;
      if (!isCompeting(desk)) {
        if (haltChanges.has(step.step.symbol)) tellHalt(client, step.step);
        sendTicks(desk, client, step);
        sendTickByTick(desk, client, step, before.get(step.step.symbol));
        sendRealTimeBars(client, step);
      }
      sendHistoryUpdates(client, step);
    }
  }
}

/** A halt, or its end, before the ticks of its step. */
function tellHalt(client: Client, step: SymbolStep): void {
  for (const [reqId, line] of client.ticks) {
    if (line.symbol === step.symbol) sendHalted({ client, reqId, line }, step);
  }
}

function sendTicks(desk: Desk, client: Client, { step, endUs }: TimedStep): void {
  for (const [reqId, line] of client.ticks) {
    if (line.symbol !== step.symbol) continue;
    const target = { client, reqId, line };
    if (!line.isDelayed) {
      sendStepTicks(target, step, endUs, desk.data.days.statsAt(step.symbol, endUs));
      sendGenericTicks(desk, target, step, endUs);
      continue;
    }
    const lateUs = endUs - delayUs(desk);
    const late = stepAt(desk, step.symbol, lateUs);
    if (late?.endUs === lateUs) sendStepTicks(target, late.step, lateUs, delayedStats(desk, step.symbol, lateUs));
  }
}
