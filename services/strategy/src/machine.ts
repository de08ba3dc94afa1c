import type { Emit, Entry, Event, EventByKind } from "@bowline/contracts";
import { type JsonValue, US_PER_MINUTE, US_PER_MS } from "@bowline/kernel";
import { type CompiledStrategy, tradesGroup } from "@bowline/rules";
import { learnAccount } from "./machine/account.ts";
import { learnGap } from "./machine/bars.ts";
import { clockKeys } from "./machine/clock-keys.ts";
import { type StrategyMachine, inspect } from "./machine/inspect.ts";
import { learnGate, learnTradingState } from "./machine/learn-trading-state.ts";
import { onBars } from "./machine/on-bars.ts";
import { afterOrders, onOrder, tidyOrders } from "./machine/order-life.ts";
import { forgetAlive, learnAlive } from "./machine/model-alive.ts";
import { watchOutage } from "./machine/outage.ts";
import { learnPause } from "./machine/pause.ts";
import { compareWithLedger } from "./machine/orders.ts";
import { type Asked, countRepeats, noteIntent } from "./machine/records.ts";
import { indexSymbols, reload, restoreDesk } from "./machine/reload.ts";
import { confirmFlat } from "./machine/reverse.ts";
import { runRules } from "./machine/rules.ts";
import { quoteDoubtOf } from "./quote-doubt.ts";
import { type Desk, type SymbolState, initialState, withSymbol } from "./machine/state.ts";

export type StrategyMachineOptions = {
  /** Ticker group; the machine is `strategy.<group>`. */
  readonly group: string;
  readonly symbols: readonly string[];
  readonly strategy: CompiledStrategy;
  readonly accountId: string;
  /** How long after the feed was last heard a quote still says something of now. The gate has its own limit for orders. */
  readonly quoteStaleMs?: number;
  /** Follow all symbols, also where the strategy does not trade the group. */
  readonly followsAll?: boolean;
  /** Sees every evaluation of a rule: for explanations and coverage. It must not change anything. */
  readonly onAsked?: (asked: Asked) => void;
};

const VERSION = 12;
/** As the gate's `maxQuoteAgeMs` at its most lenient: where that is tighter, it denies. */
const QUOTE_STALE_MS = 10_000;
const silent: Emit = () => undefined;

/** Decides for the symbols of one ticker group: folds what it sees, evaluates rules, wants orders. A group that the strategy does not trade has none. */
export const makeStrategyMachine = (options: StrategyMachineOptions): StrategyMachine => openDesk(options).machine;

/** The machine, and the state that it works with. */
export function openDesk(options: StrategyMachineOptions): { readonly desk: Desk; readonly machine: StrategyMachine } {
  const { group, symbols, strategy, accountId, quoteStaleMs = QUOTE_STALE_MS, onAsked, followsAll } = options;
  const traded = followsAll === true || tradesGroup(strategy, group) ? symbols : [];
  let out = silent;
  const desk: Desk = {
    group,
    members: symbols,
    accountId,
    strategy,
    quoteStaleUs: quoteStaleMs * US_PER_MS,
    state: initialState(traded, strategy),
    symbols: new Map(),
    emit: (event, about) => {
      noteIntent(desk, event);
      out(event, about);
    },
    onAsked,
  };
  indexSymbols(desk);
  const machine: StrategyMachine = {
    name: `strategy.${group}`,
    version: VERSION,
    configVersion: () => desk.strategy.hash,
    apply: (entry, emit) => {
      out = emit;
      apply(desk, entry);
      out = silent;
    },
    strategy: () => desk.strategy,
    inspect: (symbol) => inspect(desk, symbol),
    snapshot: () => JSON.parse(JSON.stringify(desk.state)) as JsonValue,
    restore: (snapshot) => restoreDesk(desk, strategy, snapshot),
  };
  return { desk, machine };
}

function apply(desk: Desk, { header, event }: Entry): void {
  if (header.seenUs > desk.state.nowUs) desk.state.nowUs = header.seenUs;
  if (event.kind === "md.quote") onQuote(desk, event);
  else if (event.kind.startsWith("order.")) onOrder(desk, event);
  else onOther(desk, event);
  watchOutage(desk);
}

/** The most frequent entry by far: a few assignments, and no decision where no rule asks for quotes. */
function onQuote(desk: Desk, quote: EventByKind<"md.quote">): void {
  const state = desk.symbols.get(quote.symbol);
  if (state === undefined) return;
  const { bidPx, askPx, lastPx, halted, quoteUs } = quote;
  Object.assign(state, { bidPx, askPx, halted, quoteUs, quoteDoubt: quoteDoubtOf(quote) });
  if (lastPx !== undefined) state.lastPx = lastPx;
  if (desk.strategy.keys.has("quote")) runRules(desk, state, ["quote"], `quote:${quoteUs}`);
}

// oxlint-disable-next-line complexity -- the one switch over what the strategy reads
function onOther(desk: Desk, event: Event): void {
  switch (event.kind) {
    case "md.bar":
    case "md.bar-corrected":
    case "md.history":
      return onBars(desk, event);
    case "md.gap":
      return withSymbol(desk, event.symbol, (symbol) => learnGap(symbol, event));
    case "signal.accepted":
      learnAlive(desk, event);
      return withSymbol(desk, event.symbol, (symbol) => onPrediction(desk, symbol, event));
    case "signal.refused":
      if (event.withdraws) forgetPrediction(desk, event.predictionId);
      return;
    case "account":
      return learnAccount(desk, event);
    case "risk.trading-state":
      return learnTradingState(desk, event);
    case "control.heartbeat":
      return learnGate(desk, event);
    case "position.opened":
    case "position.increased":
    case "position.reduced":
    case "position.flipped":
    case "position.closed":
    case "position.restated":
      return withSymbol(desk, event.symbol, (symbol) => {
        compareWithLedger(desk, symbol, event);
        if (event.kind === "position.closed") confirmFlat(desk, symbol, event);
        afterOrders(desk, symbol);
        if (event.strategy === desk.strategy.name && event.accountId === desk.accountId)
          runRules(desk, symbol, [event.kind.replace(".", ":")], `${event.kind}:${event.execId}`);
      });
    case "control.clock":
      return onClock(desk, event);
    case "control.pause":
      return learnPause(desk, event);
    case "control.strategy":
      return reload(desk, event);
    default:
  }
}

function onPrediction(desk: Desk, symbol: SymbolState, prediction: EventByKind<"signal.accepted">): void {
  symbol.prediction = prediction;
  runRules(desk, symbol, ["prediction"], `prediction:${prediction.predictionId}:${prediction.revision}`);
}

/** Refused under whatever symbol: what counts is the id. */
function forgetPrediction(desk: Desk, predictionId: string): void {
  forgetAlive(desk, predictionId);
  for (const symbol of desk.state.symbols)
    if (symbol.prediction?.predictionId === predictionId) symbol.prediction = undefined;
}

function onClock(desk: Desk, { nowUs, sessionDate, phase, openUs, closeUs }: EventByKind<"control.clock">): void {
  const { state } = desk;
  state.clockUs = state.nowUs;
  const minute = Math.floor(Number(nowUs) / US_PER_MINUTE);
  if (minute <= state.minute) return;
  const [before, beforeMinute] = [state.session, state.minute];
  state.minute = minute;
  if (state.minutesSinceAccount !== undefined) state.minutesSinceAccount += 1;
  state.session = {
    date: sessionDate,
    regular: phase === "REGULAR",
    ...(openUs === undefined ? {} : { openUs }),
    ...(closeUs === undefined ? {} : { closeUs }),
  };
  const sinceOpen = openUs === undefined ? minute : minute - Math.floor(Number(openUs) / US_PER_MINUTE);
  const keys = clockKeys({ before, beforeMinute, now: state.session, minute });
  for (const symbol of state.symbols) {
    tidyOrders(desk, symbol);
    runRules(desk, symbol, keys, `clock:${sessionDate}:${sinceOpen}`);
  }
  countRepeats(desk, minute);
}
