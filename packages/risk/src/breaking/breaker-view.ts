import type { EventByKind } from "@bowline/contracts";
import type { Money, Qty, Us } from "@bowline/kernel";
import type { ModelScore } from "../facts/model-record.ts";
import type { Streak } from "../facts/round-trips.ts";

/** What every breaker sees. What may be missing is `undefined`, and counts as too far. */
export type BreakerTime = {
  /** Greatest receipt time in the journal so far. */
  readonly nowUs: Us;
  /** Microseconds since the regular open, or since the journal's first clock where that came later. Outside regular hours the latter. */
  readonly watchedUs: number;
};

export type SymbolView = BreakerTime & {
  /** `undefined` where none came since the regular open. */
  readonly quote: EventByKind<"md.quote"> | undefined;
  /** Milliseconds since its feed was heard, at most since the symbol is watched. */
  readonly silentMs: number;
  /** Spread as a part of the middle of the quote, in micros of 1, 0 where the sides meet or cross; `undefined` without both sides. */
  readonly spread: number | undefined;
  /** Largest move of the last five minutes, without its sign, in micros of 1. */
  fiveMinuteMove(): number | undefined;
  /** The last minute's move in standard deviations of the minutes before it, in micros of 1. */
  minuteSigmas(): number | undefined;
  /** Fills since the last resume that no approval explains. */
  readonly oddFills: readonly OddFill[];
  /** How long the broker has left the oldest order or cancel without an answer; 0 where it answered all. */
  readonly unansweredMs: number;
  /** Part of the position that was to have a stop, has none that works, and no exit follows. */
  readonly nakedQty: Qty;
};

/** How a fill goes beyond what was approved. */
export type OddFill = {
  readonly clOrdId: string;
  /** Its side is another, or it is more than the order. */
  readonly contradicts: string | undefined;
  /** How much worse than the price of the approval, or the limit price, in micros of 1. */
  readonly slip: number;
};

export type StrategyView = BreakerTime & {
  /** Losing round trips in a row. */
  readonly streak: Streak;
  /** Denials and rejects of the last minute. */
  readonly refusals: number;
  /** Average slippage of the last fills against the price of their approval, in micros of 1; `undefined` while there are too few. */
  readonly slippage: number | undefined;
  /** Average move against the last fills a minute later, in micros of 1; `undefined` while there are too few. */
  readonly markout: number | undefined;
  /** How the models did whose predictions it follows. */
  models(): readonly ModelScore[];
};

export type SystemView = BreakerTime & {
  /** Move of a symbol since the last session's close, with its sign, in micros of 1. */
  dayMoveOf(symbol: string): number | undefined;
  /** Part of the symbols whose feed was not heard for so long, in micros of 1; `undefined` without symbols. */
  silentShare(forMs: number): number | undefined;
  /** How long the session with the broker has not been READY; 0 where it is. */
  readonly brokerDownMs: number;
  /** Since the last clock that each service answered, at most since the first clock. */
  readonly heartbeatAgesMs: Readonly<Record<string, number>>;
  /** How long a position has differed from the broker's, in the gate's books or portfolio's; 0 where none does. */
  readonly differsMs: number;
  /** Distance of our equity from the broker's, as a part of the broker's, in micros of 1, when it last told. */
  readonly equityGap: number | undefined;
  /** Distance of our cash from the broker's, the smaller of the last two that it told; `undefined` before the first. */
  readonly cashGap: Money | undefined;
  /** How far our P&L and the broker's moved apart in the session, as a part of equity, in micros of 1; `undefined` where it cannot be told. */
  readonly pnlGap: number | undefined;
  /** Of the session: orders, changes and cancels that were sent, and fills. */
  readonly messages: { readonly sent: number; readonly fills: number };
  /** Approvals, denials and rejects of the last minute, of all strategies. */
  readonly decisions: number;
  /** Machines whose process runs another build than the gate's; `undefined` before the gate's own is known. */
  readonly otherBuilds: readonly string[] | undefined;
  /** Equity lost since the best of the last five minutes. */
  readonly fiveMinuteLoss: Money | undefined;
  /** Equity lost since the session began; 0 where it has gained. */
  readonly dayLoss: Money | undefined;
  /** Equity lost since the session, the week and the month began, or since a resume in it. */
  readonly haltDayLoss: Money | undefined;
  readonly weekLoss: Money | undefined;
  readonly monthLoss: Money | undefined;
  /** Tier of the drawdown that holds, 0 for none; `undefined` while equity is not known. */
  readonly drawdownTier: number | undefined;
};
