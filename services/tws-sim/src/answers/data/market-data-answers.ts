import { type Us, US_PER_MINUTE } from "@bowline/kernel";
import { STEP_US, type SymbolStep } from "@bowline/matching";
import { encode, type ReqMktData } from "@bowline/tws-wire";
import { type Client, send } from "../../clients/client.ts";
import { sendError } from "../../clients/errors.ts";
import { foldBars, type TimedStep } from "../../data/data-bar.ts";
import type { TimedTick } from "../../data/market-record.ts";
import type { Desk } from "../../desk.ts";
import type { PlayedPart } from "../../exchange/part-player.ts";
import { parseGenericTicks, sendGenericTicks, sendStandingTicks } from "./generic-ticks.ts";
import { isCompeting, isLineFree, permitTicks } from "./permissions.ts";
import { answerOtherSnapshot } from "../reference/other-contract-answers.ts";
import { sendHistoryUpdates } from "./history-updates.ts";
import { sendTickByTick } from "./tick-by-tick-answers.ts";
import { sendRealTimeBars } from "./real-time-bars.ts";
import type { TickLine } from "./subscriptions.ts";
import { sendDay, sendHalted, sendTick, type Tick, ticksOf, type TickTarget } from "./tick-messages.ts";
import { symbolFor } from "../reference/which-symbol.ts";

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
  const [other] = desk.instruments.findOther(request.contract);
  if (other !== undefined) return answerOtherSnapshot(client, request, other);
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
  const standing = exchange.broker.quoteOf(symbol);
  const live = standing && desk.faults.distortions.told(standing);
  const step = isDelayed ? stepAt(desk, symbol, endUs)?.step : live;
  sendHalted(target, step);
  const stats = isDelayed ? delayedStats(desk, symbol, endUs) : data.days.statsAt(symbol, endUs);
  if (step !== undefined) {
    const stepUs = exchange.timeline.stepUs() - (isDelayed ? delayUs(desk) : 0);
    for (const tick of ticksOf({ step, endUs: stepUs, stats, isDelayed })) sendTick(target, tick);
    sendGenericTicks(desk, target, { step, startUs: endUs, endUs }, true);
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

/** What one symbol did: a step, or a part of one, and the whole step where that ends with it. */
type Moment = {
  readonly timed: TimedStep;
  /** What was played; a fault may have told it otherwise. */
  readonly played: SymbolStep;
  /** Where what did not change is left out: the moment before. */
  readonly before: SymbolStep | undefined;
  readonly whole: TimedStep | undefined;
  readonly isHaltNew: boolean;
  ticksOf(): readonly TimedTick[];
};

/** Sends every client its part of a step: symbols by the alphabet, ticks before the bar. */
export function sendStep(desk: Desk, simUs: Us, played: readonly SymbolStep[]): void {
  const { told } = desk.faults.distortions;
  const steps = played.map(told);
  const before = desk.data.stepsBefore(simUs, steps);
  const haltChanges = desk.data.haltChanges(steps);
  for (const step of played) {
    const timed = { startUs: simUs - STEP_US, endUs: simUs, step: told(step) };
    const earlier = before.get(step.symbol);
    const ticks = (): readonly TimedTick[] => desk.data.record.ticksOf(timed, earlier);
    sendMoment(desk, {
      timed,
      played: step,
      before: earlier,
      whole: timed,
      isHaltNew: haltChanges.has(step.symbol),
      ticksOf: ticks,
    });
  }
}

/** As `sendStep`, of one part; the bar comes with the last. */
export function sendPart(desk: Desk, { startUs, simUs, ticks: played, before, step: ended }: PlayedPart): void {
  const { told } = desk.faults.distortions;
  const ticks = played.map(told);
  const haltChanges = desk.data.haltChanges(ticks);
  for (const [at, step] of played.entries()) {
    const timed = { startUs, endUs: simUs, step: told(step) };
    const of = ended?.steps[at];
    const earlier = before.get(step.symbol);
    sendMoment(desk, {
      timed,
      played: step,
      before: earlier && told(earlier),
      whole: of === undefined ? undefined : { startUs: simUs - STEP_US, endUs: simUs, step: told(of) },
      isHaltNew: haltChanges.has(step.symbol),
      ticksOf: () => [timed],
    });
  }
}

function sendMoment(desk: Desk, { timed, played, before, whole, isHaltNew, ticksOf: told }: Moment): void {
  const { symbol } = timed.step;
  desk.data.days.add({ ...timed, step: played });
  if (desk.faults.delivery.outage.isDataStopped(symbol)) return;
  const live = makeLiveTicks(desk, timed, whole === undefined ? before : undefined);
  for (const client of desk.clients.values()) {
    if (!isCompeting(desk)) {
      if (isHaltNew) tellHalt(client, timed.step);
      sendLiveTicks(desk, client, { timed, ticks: live, isStepEnd: whole !== undefined });
      if (whole !== undefined) sendDelayedTicks(desk, client, whole);
      sendTickByTick(client, symbol, { before, ticksOf: told });
      if (whole !== undefined) sendRealTimeBars(client, whole);
    }
    if (whole !== undefined) sendHistoryUpdates(client, whole);
  }
}

/** A halt, or its end, before the ticks of its moment. */
function tellHalt(client: Client, step: SymbolStep): void {
  for (const [reqId, line] of client.ticks.of(step.symbol)) sendHalted({ client, reqId, line }, step);
}

/** The ticks of a moment, made when the first client wants them. */
function makeLiveTicks(desk: Desk, { step, endUs }: TimedStep, before: SymbolStep | undefined): () => readonly Tick[] {
  let made: readonly Tick[] | undefined;
  return () =>
    (made ??= ticksOf({ step, endUs, stats: desk.data.days.statsAt(step.symbol, endUs), isDelayed: false, before }));
}

type Live = { readonly timed: TimedStep; readonly isStepEnd: boolean; ticks(): readonly Tick[] };

function sendLiveTicks(desk: Desk, client: Client, { timed, isStepEnd, ticks }: Live): void {
  for (const [reqId, line] of client.ticks.of(timed.step.symbol)) {
    if (line.isDelayed) continue;
    const target = { client, reqId, line };
    for (const tick of ticks()) sendTick(target, tick);
    sendGenericTicks(desk, target, timed, isStepEnd);
  }
}

/** Delayed data moves by whole steps. */
function sendDelayedTicks(desk: Desk, client: Client, { step, endUs }: TimedStep): void {
  for (const [reqId, line] of client.ticks.of(step.symbol)) {
    if (!line.isDelayed) continue;
    const lateUs = endUs - delayUs(desk);
    const late = stepAt(desk, step.symbol, lateUs);
    if (late?.endUs !== lateUs) continue;
    const stats = delayedStats(desk, step.symbol, lateUs);
    const ticks = ticksOf({ step: late.step, endUs: lateUs, stats, isDelayed: true });
    for (const tick of ticks) sendTick({ client, reqId, line }, tick);
  }
}
