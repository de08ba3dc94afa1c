import type { Availability, BrokerState, EventByKind, Order, TradingState } from "@bowline/contracts";
import type { Money, Px, Qty, Us } from "@bowline/kernel";

/**
 * Everything that a check may look at: an order and what the gate knows at that moment. What may be missing is
 * `undefined`; the house answer to missing is: no order.
 */
export type RiskView = {
  readonly order: Order;
  /** The account that this gate guards. */
  readonly accountId: string;
  /** Greatest receipt time in the journal so far. */
  readonly nowUs: Us;
  /** When the strategy decided. */
  readonly intentUs: Us;
  /** Lease epoch that the intent was written under. */
  readonly epoch: number;
  /** Epoch that its machine holds by the last lease entry. */
  readonly leaseEpoch: number | undefined;
  /** Whether this clOrdId was decided on before. */
  readonly decidedBefore: boolean;
  /** The stricter of the global state and the symbol's. */
  readonly tradingState: TradingState;
  readonly brokerState: BrokerState | undefined;
  /** Orders in this symbol of which nobody knows whether the broker has them. */
  readonly unknownOrders: number;
  /** Our quantity and the broker's at its last account; `undefined` before the first. */
  readonly brokerAgrees: boolean | undefined;
  /** Group of the symbol; `undefined` where it is in none. */
  readonly group: string | undefined;
  /** Whether the broker told what the instrument is. */
  readonly instrumentResolved: boolean;
  /** The least step of its prices, as the broker told; `undefined` before it did. */
  readonly minTick: Px | undefined;
  readonly clock: EventByKind<"control.clock"> | undefined;
  readonly quote: EventByKind<"md.quote"> | undefined;
  /** What a second source was last found to say; `undefined` where none was found to differ yet. */
  readonly divergence: EventByKind<"md.divergence"> | undefined;
  /** Middle of a sane quote: what the order is measured against. */
  readonly refPx: Px | undefined;
  /** Where a change that makes nothing larger moves its order's price from; `undefined` for an order that is new. */
  readonly movedFromPx?: Px | undefined;
  /** Status of the last one-minute bar. */
  readonly barStatus: EventByKind<"md.bar">["status"] | undefined;
  /** What market-data says of the symbol's data. */
  readonly availability: Availability | undefined;
  /** Whether the order takes the position nearer to zero and not beyond it, all other open exits filled. */
  readonly reducing: boolean;
  /** The same with the exits filled too whose cancel is under way: what an exit must be. */
  readonly cannotFlip: boolean;
  /** What orders that are not ours may still fill on this order's side. */
  readonly externalQty: Qty;
  /** Signed position if every open order on this order's side, and this order, is filled. */
  readonly worstPosition: Qty;
  /** Sum over all symbols of the worst position's value, this order included; `undefined` where a price is missing. */
  readonly worstGrossExposure: Money | undefined;
  readonly equity: Money | undefined;
  /** Equity at the first clock of the session. */
  readonly dayStartEquity: Money | undefined;
  /** Approvals in the last second and minute. */
  readonly approvals: { readonly lastSecond: number; readonly lastMinute: number };
};
