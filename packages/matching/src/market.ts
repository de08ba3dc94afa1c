import type { Px, Qty, Us } from "@bowline/kernel";

export const STEP_SECONDS = 5;
export const STEP_US = 5_000_000;
export const STEPS_PER_MINUTE = 12;

/** One session that the market can play. Step k covers (openUs + 5 s × k, openUs + 5 s × (k + 1)]. */
export type SessionPlan = {
  readonly date: string;
  readonly openUs: Us;
  readonly closeUs: Us;
  /** Number of 5-second steps to play: all of regular hours, or fewer where only the first minutes are wanted. */
  readonly steps: number;
};

/** 0 trades, 1 halted (news pending or by the regulator), 2 paused for volatility (LULD). As IB's tick 49 tells it. */
export type HaltCode = 0 | 1 | 2;

/** What an extended market says of a symbol beyond quote and bar. Markets without such things leave it out. */
export type TradingState = {
  readonly halted: HaltCode;
  /** In which session the step lies; absent in regular hours. */
  readonly hours?: "PRE" | "POST" | undefined;
  /** The step's volume holds this auction's print: the official open or close, or the reopening after a halt. */
  readonly auction?: "OPEN" | "CLOSE" | "REOPEN" | undefined;
  /** Price and size of the auction's print. */
  readonly auctionPx?: Px | undefined;
  readonly auctionQty?: Qty | undefined;
  /** More to buy (positive) or to sell (negative) in the auction that comes. */
  readonly imbalanceQty?: Qty | undefined;
  /** Limit up and limit down: outside these nothing trades. Absent where no band is in force. */
  readonly bandLowPx?: Px | undefined;
  readonly bandHighPx?: Px | undefined;
  /** The quote stands at a band: a pause follows unless it leaves it. */
  readonly isLimitState?: boolean | undefined;
  /** Rule 201: short sales only above the bid, for the rest of the day and the next. */
  readonly isShortRestricted?: boolean | undefined;
};

/** What one symbol did in one step: the best quote at its end, and its 5-second bar. */
export type SymbolStep = {
  readonly symbol: string;
  readonly bidPx: Px;
  readonly askPx: Px;
  readonly bidQty: Qty;
  readonly askQty: Qty;
  /** Where nothing traded the volume is 0 and all four prices are the last one. */
  readonly openPx: Px;
  readonly highPx: Px;
  readonly lowPx: Px;
  readonly closePx: Px;
  readonly volume: Qty;
  readonly wapPx: Px;
  readonly tradeCount: number;
  /** The symbol is halted: orders rest, nothing is filled. */
  readonly halted?: boolean | undefined;
  /** Of an extended market only; where `state.halted` is not 0, `halted` is true. */
  readonly state?: TradingState | undefined;
};

/** A 1-minute bar of the past, stamped with its end. Minutes without a trade have none. */
export type HistoryBar = {
  readonly closeUs: Us;
  readonly openPx: Px;
  readonly highPx: Px;
  readonly lowPx: Px;
  readonly closePx: Px;
  readonly volume: Qty;
};

/** A market that can be played any number of times, from any step, always the same. */
export type Market = {
  /** Alphabetical. */
  readonly symbols: readonly string[];
  sessions(): readonly SessionPlan[];
  /** All symbols' data of one step, alphabetical. bidPx < askPx always. Throws where there is no such session or step. */
  step(sessionIndex: number, stepIndex: number): readonly SymbolStep[];
  /** The last `count` 1-minute bars that ended at or before `endUs`, oldest first. Empty for an unknown symbol. */
  history(symbol: string, endUs: Us, count: number): readonly HistoryBar[];
};

/** The end of a step: the simulated time at which its data is known. */
export const stepEndUs = (plan: SessionPlan, stepIndex: number): Us => (plan.openUs + STEP_US * (stepIndex + 1)) as Us;
