import type { EventByKind, Leg, Side, TradingState } from "@bowline/contracts";
import type { Money, Px, Qty, Us } from "@bowline/kernel";
import type { VariableValue } from "./variables.ts";

/** Ten million dollars, in micros: what is above is no price of a share. */
export const MOST_PX = 10_000_000_000_000;

export type Prediction = EventByKind<"signal.accepted">;

export type SessionFacts = {
  /** Whether regular trading is going on. */
  readonly regular: boolean;
  readonly openUs: Us;
  readonly closeUs: Us;
};

export type PositionFacts = {
  /** Signed: long is positive, 0 is flat. */
  readonly quantity: Qty;
  /** When the open position was entered; `undefined` when flat. */
  readonly enteredUs: Us | undefined;
  /** What a share cost on average; `undefined` when flat, or while the ledger has not told. */
  readonly avgPx?: Px | undefined;
  /** Highest and lowest price since it was entered; `undefined` when flat, or while they are not known. */
  readonly highPx?: Px | undefined;
  readonly lowPx?: Px | undefined;
  /** How many shares it had at most, positive; as highPx. */
  readonly peakQty?: Qty | undefined;
  /** Where the stop of its entry stood at first; `undefined` when flat, or where it was entered without one. */
  readonly entryStopPx?: Px | undefined;
};

export type QuoteFacts = {
  readonly bidPx: Px;
  readonly askPx: Px;
  readonly halted: boolean;
  /** Why nobody may enter on it, such as `SPIKING ASK` or `DELAYED`; `undefined` where nothing is wrong with it. */
  readonly doubt?: string | undefined;
};

/** The session so far, from its closed one-minute bars. */
export type DayFacts = { readonly volume: Qty; readonly openPx: Px; readonly highPx: Px; readonly lowPx: Px };

export type AccountFacts = {
  readonly cash: Money;
  readonly grossExposure: Money;
  readonly netExposure: Money;
  readonly unrealizedPnl: Money;
  /** Equity now, minus the first of the session. */
  readonly dayPnl: Money;
};

/** The strategy's positions in one ticker group. */
export type PortfolioFacts = {
  readonly openPositions: number;
  readonly longPositions: number;
  readonly shortPositions: number;
};

/** The symbol beside the others of its ticker group, by how far each has come since its previous close. */
export type PeerFacts = {
  /** 1 is the strongest; of equals each has the better place. */
  readonly rank: number;
  readonly size: number;
  /** The mean of all changes of the day, in micros of 1. */
  readonly averageChange: number;
};

/** An order of ours that the broker works, and whose end nobody asked for: what can be changed. */
export type WorkingOrder = {
  readonly clOrdId: string;
  readonly leg: Leg;
  readonly side: Side;
  readonly orderQty: Qty;
  readonly cumQty: Qty;
  readonly lmtPx: Px | undefined;
  readonly stopPx: Px | undefined;
  /** A change of it has no answer yet. */
  readonly changing: boolean;
};

/** What a rule did before, in its scope. */
export type RuleHistory = {
  readonly firedUs: Us | undefined;
  readonly inSession: number;
  readonly inPosition: number;
  /** False from the time that an edge rule fired until its condition was seen to end. */
  readonly armed: boolean;
};

export const NEVER_FIRED: RuleHistory = { firedUs: undefined, inSession: 0, inPosition: 0, armed: true };

/** An indicator of the file: its value in its own unit, and how many of these make one of what a rule file writes. */
export type IndicatorFact = { readonly value: number | undefined; readonly scale: number };

/**
 * Everything that rules may look at, for one symbol at one moment. `undefined` is a fact that is missing, expired or in doubt:
 * whoever needs it is UNKNOWN.
 */
export type Facts = {
  readonly symbol: string;
  readonly nowUs: Us;
  readonly session: SessionFacts | undefined;
  /** The prediction that triggered the rule; for other triggers the last one that still counts. */
  readonly prediction: Prediction | undefined;
  readonly position: PositionFacts | undefined;
  /** Own orders of this symbol that may still trade, also those that the gate has not answered. */
  readonly liveOrders: number;
  /** Those of them that the broker works. */
  readonly working: readonly WorkingOrder[];
  /** Those of them that open or increase a position. */
  readonly liveEntries: number;
  /** Whether a part of the position is being closed. */
  readonly reducing: boolean;
  /** How often the open position was added to. */
  readonly scaledIn: number;
  /** Whether an exit of this symbol is under way. */
  readonly exiting: boolean;
  /** Both sides of the market, not crossed. */
  readonly quote: QuoteFacts | undefined;
  /** Whether the feed lived through the last minute. */
  readonly feedAlive: boolean | undefined;
  readonly lastPx: Px | undefined;
  readonly day: DayFacts | undefined;
  readonly previousClosePx: Px | undefined;
  /** ATR(14) of one-minute bars in micros of price, a double. */
  readonly atr: number | undefined;
  /** The indicators that the file declares, by name. */
  readonly indicators: Readonly<Record<string, IndicatorFact>>;
  readonly equity: Money | undefined;
  readonly account: AccountFacts | undefined;
  readonly portfolio: PortfolioFacts | undefined;
  /** Symbols of the ticker group with a position, or an entry that works, that no exit closes yet. */
  readonly unflattened: number;
  /** Where every symbol of the ticker group is known, and a rule asks. */
  readonly peers: PeerFacts | undefined;
  readonly tradingState: TradingState | undefined;
  /** Until when nothing may be opened or increased, and by which rule; absent where nothing is paused. */
  readonly pause: { readonly untilUs: Us; readonly by: string } | undefined;
  /** The variables that the file declares, in the scale of their types; true and false as 1 and 0. */
  readonly vars: Readonly<Record<string, VariableValue | undefined>>;
  /** Whether any prediction of the model that the strategy rests on still counts, of whatever symbol. */
  readonly modelAlive: boolean;
  /** Of the rule that is asked. */
  readonly history: RuleHistory;
};
