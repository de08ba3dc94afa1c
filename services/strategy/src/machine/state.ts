import type { Emit, Leg, Side, TradingState } from "@bowline/contracts";
import { type Money, type Px, type Qty, type Us, ZERO_QTY, us } from "@bowline/kernel";
import type { AccountFacts, CompiledStrategy, Prediction } from "@bowline/rules";
import type { Days } from "./day.ts";
import type { Extremes } from "./extremes.ts";
import type { ModelState } from "./model-alive.ts";
import type { Pause } from "./pause.ts";
import type { RuleMemory } from "./memory.ts";
import type { Asked, AskedState, Decision } from "./records.ts";
import { type Studied, initialStudies } from "./studies.ts";
import { type TriggerBars, initialTriggerBars } from "./trigger-bars.ts";
import type { SetVariables } from "./variables.ts";

/**
 * Where an order of ours stands. EXPECTED: a bracket's leg whose entry is not sent yet. INTENDED: the gate has not answered.
 * SUBMITTED and WORKING: at the broker, so that a cancel can reach it. UNKNOWN: perhaps at the broker. ENDED: over, but the
 * broker counts fills that have not been seen yet.
 */
export type TrackedStatus = "EXPECTED" | "INTENDED" | "APPROVED" | "SUBMITTED" | "WORKING" | "UNKNOWN" | "ENDED";

/** An order of ours that may still trade; it leaves the list when it can not any more. */
export type TrackedOrder = {
  readonly clOrdId: string;
  readonly leg: Leg;
  readonly rule: string;
  readonly side: Side;
  orderQty: Qty;
  cumQty: Qty;
  /** Limit and stop price, as they were last told. */
  lmtPx?: Px;
  stopPx?: Px;
  status: TrackedStatus;
  /** With ENDED: how much the broker filled before. */
  endedAtQty?: Qty;
  /** The change of it that has no answer yet. */
  changeId?: string;
  /** Whether its cancel was asked for since the last minute. */
  cancelAsked: boolean;
  /** When it was asked for last. */
  cancelAskedUs?: Us;
  /** An entry that is not filled by then is canceled. */
  readonly cancelAtUs?: Us;
  /** Why a rule wants it canceled. */
  cancelWhy?: string;
  /** Of a bracket's legs: the entry that they belong to. */
  readonly unit?: string;
  /** A target that is sent once the stop of its unit works: by what, and how long it may wait then. */
  readonly afterStop?: { readonly triggerKey: string; readonly expiresMs: number };
  /** Closes a part of the position, and is no order of an exit. */
  readonly isPart?: true;
};

/** Closing a position: cancel what is left of the bracket, then sell or buy back what is left of the position. */
export type Exit = {
  readonly rule: string;
  readonly triggerKey: string;
  readonly expiresMs: number;
  /** Orders sent so far. */
  attempt: number;
  /** After a refusal, until the next minute. */
  waiting: boolean;
};

/**
 * Closing a part of a position: its stop and target are made smaller, then the part is sold or bought back; where that fails they
 * grow again.
 */
export type Reduction = {
  readonly rule: string;
  readonly triggerKey: string;
  readonly expiresMs: number;
  /** What is to be left of the position, positive. */
  readonly keepQty: Qty;
  /** What each protective order could still take when it began, by clOrdId. */
  readonly before: Readonly<Record<string, Qty>>;
  /** Until then they must be smaller, or nothing is closed. */
  readonly untilUs: Us;
  stage: "SHRINKING" | "CLOSING" | "RESTORING";
  /** Changes asked for so far. */
  changes: number;
  /** A change was refused: the next minute asks again. */
  waiting: boolean;
};

export type Entered = {
  readonly rule: string;
  readonly clOrdId: string;
  readonly expiresMs: number;
  /** Where its stop stood at first. */
  readonly stopPx?: Px;
};

/** A position is being closed, and its opposite is to follow. */
export type Reversal = {
  readonly rule: string;
  readonly triggerKey: string;
  readonly direction: "LONG" | "SHORT";
  /** Later than this nothing follows. */
  readonly untilUs: Us;
  /** The ledger agrees that the position is closed. */
  isConfirmed: boolean;
};

/** Everything the strategy remembers of one symbol: plain JSON. */
export type SymbolState = {
  readonly symbol: string;
  bidPx?: Px | undefined;
  askPx?: Px | undefined;
  lastPx?: Px | undefined;
  halted: boolean;
  /** When the feed was last heard; absent before the first quote. */
  quoteUs?: Us;
  /** Why the last quote is not one to enter on; absent where nothing is wrong with it. */
  quoteDoubt?: string | undefined;
  /** What the gate lets through for the symbol. */
  tradingState?: TradingState;
  days: Days;
  triggerBars: TriggerBars;
  /** Close of the last one-minute bar, traded or not. */
  barUs: Us;
  feedAlive?: boolean;
  /** The last bar that traded. */
  lastBarUs: Us;
  studies: Studied;
  prediction?: Prediction;
  /** Own position, signed, from own fills. */
  quantity: Qty;
  enteredUs?: Us | undefined;
  /** Highest and lowest price since then. */
  extremes?: Extremes | undefined;
  /** Total cost of the position, once the ledger told it after the last fill. */
  cost?: Money | undefined;
  lastExecId?: string;
  /** The ledger disagrees with our fills. */
  inDoubt: boolean;
  orders: TrackedOrder[];
  /** The entry that led to the open position. */
  entry?: Entered | undefined;
  exit?: Exit | undefined;
  reduction?: Reduction | undefined;
  reversal?: Reversal | undefined;
  /** How often the open position was added to. */
  scaledIn?: number;
  /** The outage for which the position is to be reduced: when it began. */
  outageUs?: Us | undefined;
  pause?: Pause;
  /** Variables of the file that have one value for each symbol. */
  vars?: SetVariables;
  /** When each rule last raised an alert, by its id. */
  notified?: Record<string, Us>;
  /** What is remembered of rules, by their id. */
  readonly rules: Record<string, RuleMemory>;
  /** How each rule was asked last. */
  readonly asked: Record<string, AskedState>;
  /** The last record of each rule that fired. */
  readonly fired: Record<string, Decision>;
  /** By clOrdId or replaceId: the firing behind an order, or a change of one, that the gate may still answer. */
  readonly unanswered: Record<string, { readonly rule: string; readonly triggerKey: string }>;
};

export type Session = { readonly date: string; readonly regular: boolean; readonly openUs?: Us; readonly closeUs?: Us };

export type State = {
  /** The text of the version in force, where the journal put one into force. */
  version?: string;
  nowUs: Us;
  /** Minutes since 1970 for which clock rules were evaluated last. */
  minute: number;
  session?: Session;
  equity?: Money;
  /** Minutes of the clock since the account was heard of. */
  minutesSinceAccount?: number;
  /** When the clock was heard last. */
  clockUs?: Us;
  account?: Omit<AccountFacts, "dayPnl">;
  /** The first equity of a session. */
  dayStart?: { readonly date: string; readonly equity: Money };
  /** What the gate lets through at all. */
  tradingState?: TradingState;
  /** What it lets through for the account, the group and the strategy, by scope. */
  readonly scopeStates: Record<string, TradingState>;
  /** Of the whole strategy. */
  pause?: Pause;
  /** Variables of the file that have one value for the group. */
  vars?: SetVariables;
  model?: ModelState;
  /** What is remembered of rules whose scope is the group. */
  readonly groupRules: Record<string, RuleMemory>;
  /** In alphabetical order. */
  symbols: SymbolState[];
};

/** What every part of the machine works with; `emit` writes for the entry at hand. */
export type Desk = {
  readonly group: string;
  /** The group's symbols, traded or not. */
  readonly members: readonly string[];
  readonly accountId: string;
  /** The version in force. */
  strategy: CompiledStrategy;
  /** A quote whose feed was not heard for longer says nothing of now. */
  readonly quoteStaleUs: number;
  state: State;
  symbols: Map<string, SymbolState>;
  readonly emit: Emit;
  /** Sees every evaluation, and must not change anything. */
  readonly onAsked?: ((asked: Asked) => void) | undefined;
};

export const initialState = (symbols: readonly string[], strategy: CompiledStrategy): State => ({
  nowUs: us(0),
  minute: 0,
  groupRules: {},
  scopeStates: {},
  symbols: [...symbols].sort().map((symbol) => initialSymbol(symbol, strategy)),
});

const initialSymbol = (symbol: string, strategy: CompiledStrategy): SymbolState => ({
  symbol,
  halted: false,
  days: {},
  triggerBars: initialTriggerBars(strategy),
  barUs: us(0),
  lastBarUs: us(0),
  studies: initialStudies(strategy),
  quantity: ZERO_QTY,
  inDoubt: false,
  orders: [],
  rules: {},
  asked: {},
  fired: {},
  unanswered: {},
});

/** What concerns a symbol of another group changes nothing. */
export function withSymbol(desk: Desk, name: string, act: (symbol: SymbolState) => void): void {
  const symbol = desk.symbols.get(name);
  if (symbol !== undefined) act(symbol);
}
