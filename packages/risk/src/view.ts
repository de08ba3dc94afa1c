import type { Availability, BrokerState, EventByKind, Order, TradingState } from "@bowline/contracts";
import type { Money, Px, Qty, Us } from "@bowline/kernel";
import type { Streak } from "./facts/round-trips.ts";

/** Where the intent came from, and under what. */
export type OriginView = {
  /** The account that this gate guards. */
  readonly accountId: string;
  /** Who wrote the intent, such as `strategy.tech`. */
  readonly machine: string;
  /** Lease epoch that the intent was written under, and the one that its machine holds by the last lease entry. */
  readonly epoch: number;
  readonly leaseEpoch: number | undefined;
  /** Build and schema that wrote the intent, and the gate's own; `undefined` before the gate's lease told. */
  readonly build: string;
  readonly ownBuild: string | undefined;
  readonly schemaVersion: number;
  /** When the strategy decided. */
  readonly intentUs: Us;
  /** Whether this clOrdId was decided on before. */
  readonly decidedBefore: boolean;
  /** When the same strategy last got an order of the same content approved. */
  readonly sameContentUs: Us | undefined;
  /** Limits that are looser now than at the start of this session. */
  readonly loosenedLimits: readonly string[];
};

/** Who must live for a decision to rest on facts. */
export type SystemView = {
  /** Greatest receipt time in the journal so far. */
  readonly nowUs: Us;
  readonly clock: EventByKind<"control.clock"> | undefined;
  /** The strictest of the states of all scopes that the order is in. */
  readonly tradingState: TradingState;
  readonly brokerState: BrokerState | undefined;
  /** Orders in this symbol of which nobody knows whether the broker has them. */
  readonly unknownOrders: number;
  /** Our quantity and the broker's at its last account; `undefined` before the first. */
  readonly brokerAgrees: boolean | undefined;
  /** When the broker last told of the account. */
  readonly accountUs: Us | undefined;
  /** The last clock that each service answered; `undefined` where it never did. */
  readonly heartbeats: Readonly<Record<string, Us | undefined>>;
  /** Time between the last two clocks: one of long steps is answered once a minute. */
  readonly clockStepUs: number;
  /** How far the clocks of two processes are apart at least, as their entries tell, in microseconds. */
  readonly clocksApartUs: number;
};

/** What is known of the symbol and its market. */
export type MarketView = {
  /** Group of the symbol; `undefined` where it is in none. */
  readonly group: string | undefined;
  /** Whether the broker told what the instrument is. */
  readonly instrumentResolved: boolean;
  /** The least step of its prices, as the broker told; `undefined` before it did. */
  readonly minTick: Px | undefined;
  readonly sector: string | undefined;
  readonly quote: EventByKind<"md.quote"> | undefined;
  /** Middle of a sane quote: what the order is measured against. */
  readonly refPx: Px | undefined;
  /** Where a change that makes nothing larger moves its order's price from; `undefined` for an order that is new. */
  readonly movedFromPx?: Px | undefined;
  /** Middle of the sane quote before it; `undefined` where the one that is there is the first. */
  readonly priorPx: Px | undefined;
  /** What a second source last said of the first; `undefined` where it never said anything, or there is none. */
  readonly divergence: EventByKind<"md.divergence"> | undefined;
  /** What market-data says of the symbol's data. */
  readonly availability: Availability | undefined;
  /** When the symbol was last seen halted; `undefined` where it never was. */
  readonly haltedUs: Us | undefined;
  /** Status of the last one-minute bar. */
  readonly barStatus: EventByKind<"md.bar">["status"] | undefined;
  /** Move of the last five minutes, without its sign, in micros of 1. */
  readonly fiveMinuteMove: number | undefined;
  /** The last minute's move in standard deviations of the minutes before it, in micros of 1. */
  readonly minuteSigmas: number | undefined;
  /** Move of a symbol since the last session's close, with its sign, in micros of 1. */
  dayMoveOf(symbol: string): number | undefined;
  /** Average daily volume of the last twenty sessions. */
  readonly averageDailyQty: Qty | undefined;
  /** Shares that the broker can lend; `undefined` where it does not tell. */
  readonly shortableQty: Qty | undefined;
  /** Whether the price test of short sales holds in the symbol; `undefined` where nobody tells. */
  readonly shortSaleRestricted: boolean | undefined;
  /** The newest prediction for the symbol. */
  readonly prediction: EventByKind<"signal.accepted"> | undefined;
  /** How far the model's hit rate is from its confidence, in micros of 1; `undefined` where nobody measures it. */
  readonly predictionDrift: number | undefined;
};

/** The account with every open order filled, and this one: the worst that can come of approving it. */
export type ExposureView = {
  /** Whether the order takes the position nearer to zero and not beyond it, all other open exits filled. */
  readonly reducing: boolean;
  /** The same with the exits filled too whose cancel is under way: what an exit must be. */
  readonly cannotFlip: boolean;
  /** What orders that are not ours may still fill on this order's side. */
  readonly externalQty: Qty;
  /** Shares that the order would sell short. */
  readonly shortQty: Qty;
  /** Signed position farthest from zero that the open orders of either side, and this order, can make. */
  readonly worstPosition: Qty;
  /** Sums of worst positions at the ask; `undefined` where a symbol in play has no price. */
  readonly worstGross: Money | undefined;
  readonly worstNet: Money | undefined;
  readonly worstSymbol: Money | undefined;
  readonly worstGroup: Money | undefined;
  readonly worstSector: Money | undefined;
  readonly worstStrategy: Money | undefined;
  /** Of the symbols whose daily returns go with this one's at least so much; `undefined` where returns or a price are missing. */
  clusterAt(correlation: number): Money | undefined;
  /** Longs less shorts, each times its beta on an index, without its sign. */
  betaExposureOn(index: string): Money | undefined;
  /** Loss that one day in a hundred exceeds, the larger of the historical and the parametric one. */
  valueAtRisk(): Money | undefined;
  readonly equity: Money | undefined;
  /** Cash of sales that have settled, less what open buys may take, this order included. */
  readonly settledCashLeft: Money | undefined;
  /** Open orders with this one: on its side of its symbol, in the account, and what they are worth. */
  readonly openOnSide: number;
  readonly openInAccount: number;
  readonly openNotional: Money | undefined;
  /** Own working order of the other side that this one would trade with. */
  readonly crosses: string | undefined;
  /** Another strategy that stands on the other side of the symbol. */
  readonly opposing: string | undefined;
  /** The quantity of the intent that the order is a part of, and what its parts come to with this one. */
  readonly parent: { readonly orderQty: Qty; readonly partsQty: Qty } | undefined;
};

/** What has been going on. */
export type HistoryView = {
  /** Approvals: of the account in the last second and minute, of the symbol and the strategy in the last minute, of the session. */
  readonly approvals: {
    readonly lastSecond: number;
    readonly lastMinute: number;
    readonly ofSymbol: number;
    readonly ofStrategy: number;
    readonly ofSession: number;
  };
  /** Orders, changes and cancels of the session, and its fills. */
  readonly messages: { readonly sent: number; readonly fills: number };
  /** Orders filled one after another in the symbol, on one side, by the strategy, without a new prediction or a person. */
  readonly repeats: number;
  /** Denials and rejects of the strategy in the last minute. */
  readonly refusals: number;
  /** Equity at the first clock of the session, the week and the month, and the highest since the journal began. */
  readonly dayStartEquity: Money | undefined;
  readonly weekStartEquity: Money | undefined;
  readonly monthStartEquity: Money | undefined;
  readonly peakEquity: Money | undefined;
  /** Tier of the drawdown that holds, 0 for none. */
  readonly drawdownTier: number;
  /** Losing round trips in a row. */
  readonly symbolLosses: Streak;
  readonly strategyLosses: Streak;
  /** Last round trip of the symbol that lost. */
  readonly lossUs: Us | undefined;
  /** Round trips within a session, of the last five sessions, and those that what was opened today, with this order, may become. */
  dayTrades(): number;
};

/**
 * Everything that a check may look at: an order and what the gate knows at that moment. What may be missing is
 * `undefined`; the house answer to missing is: no order.
 */
export type RiskView = { readonly order: Order } & OriginView & SystemView & MarketView & ExposureView & HistoryView;
