import type { FlattenPart } from "@bowline/contracts";
import type { Money, Px, Qty, Us } from "@bowline/kernel";

/** A scope whose positions are being closed. */
export type Flatten = {
  readonly beganUs: Us;
  readonly reason: string;
  /** Every symbol that it was ever about. */
  readonly symbols: Set<string>;
  /** What was last told of it; empty before anything was. */
  told: readonly FlattenPart[];
};

/** The closing of one symbol, whichever scopes ask for it: one order at a time, the next only when the one before has ended. */
export type Closing = {
  readonly symbol: string;
  /** Names its orders, with their number: they are the same whoever folds the journal. */
  readonly beganUs: Us;
  step: FlattenPart["step"];
  because: string;
  /** Signed; 0 until there is a position. */
  startQty: Qty;
  leftQty: Qty;
  closedQty: Qty;
  /** What that brought, or cost, without its sign. */
  closedCash: Money;
  /** Orders so far. */
  orders: number;
  /** The order at work, since when it was at the broker, and what was closed before it. */
  order:
    | { readonly clOrdId: string; sentUs: Us | undefined; readonly orderQty: Qty; readonly closedBefore: Qty }
    | undefined;
  /** Orders in a row that were not filled in time. */
  tries: number;
  /** The price at which it began: the middle of the collar. */
  anchorPx: Px | undefined;
  /** After an order that ended by itself. */
  notBeforeUs: Us | undefined;
  /** Cancels that were asked for, and when. */
  readonly asked: Map<string, Us>;
  /** Since when it waits for what `because` says, and whether a person was told. */
  waitingUs: Us | undefined;
  alerted: boolean;
};

/** By scope, and by symbol. */
export type Flattens = Map<string, Flatten>;
export type Closings = Map<string, Closing>;
