import type { EventByKind } from "@bowline/contracts";
import {
  absQty,
  addMoney,
  addQty,
  type Money,
  mulDiv,
  notional,
  type Qty,
  subMoney,
  type Us,
  ZERO_MONEY,
} from "@bowline/kernel";
import { signedQty } from "@bowline/orders";

/** An open position. `cost` is the total cost of the open quantity, positive for long and short; an average is only ever derived. */
export type Position = {
  /** Signed, never 0: a flat position is `undefined`. */
  readonly quantity: Qty;
  readonly cost: Money;
  readonly entryUs: Us;
};

/** What of an execution moves a position. */
export type PositionFill = Pick<EventByKind<"order.filled">, "side" | "lastQty" | "lastPx" | "transactUs">;

export type PositionChange = "opened" | "increased" | "reduced" | "flipped" | "closed" | "restated";

export type PositionUpdate = {
  readonly change: PositionChange;
  /** The position after the fill; `undefined` when flat. */
  readonly position: Position | undefined;
  /** Realised by this fill, commissions apart. */
  readonly realizedPnl: Money;
  /** Entry of the open position, or of the one just closed. */
  readonly entryUs: Us;
};

/**
 * A position after one more fill. Cost moves by total amounts: what a fill adds or releases is exactly what cash loses or
 * gains, so cash + cost − realised stays equal to the start to the micro, whatever is rounded in between.
 */
export function applyFill(held: Position | undefined, fill: PositionFill): PositionUpdate {
  const change = signedQty(fill.side, fill.lastQty);
  const value = notional(fill.lastQty, fill.lastPx);
  if (held === undefined) return open(change, value, fill.transactUs, "opened");
  if (held.quantity > 0 === change > 0) {
    const position = {
      quantity: addQty(held.quantity, change),
      cost: addMoney(held.cost, value),
      entryUs: held.entryUs,
    };
    return { change: "increased", position, realizedPnl: ZERO_MONEY, entryUs: held.entryUs };
  }
  return fill.lastQty > absQty(held.quantity) ? flip(held, change, fill, value) : reduce(held, change, value);
}

function open(quantity: Qty, cost: Money, entryUs: Us, change: PositionChange): PositionUpdate {
  return { change, position: { quantity, cost, entryUs }, realizedPnl: ZERO_MONEY, entryUs };
}

function reduce(held: Position, change: Qty, value: Money): PositionUpdate {
  const quantity = addQty(held.quantity, change);
  const released = quantity === 0 ? held.cost : (mulDiv(held.cost, absQty(change), absQty(held.quantity)) as Money);
  const realizedPnl = gain(held, value, released);
  if (quantity === 0) return { change: "closed", position: undefined, realizedPnl, entryUs: held.entryUs };
  const position = { quantity, cost: subMoney(held.cost, released), entryUs: held.entryUs };
  return { change: "reduced", position, realizedPnl, entryUs: held.entryUs };
}

function flip(held: Position, change: Qty, fill: PositionFill, value: Money): PositionUpdate {
  const closingValue = notional(absQty(held.quantity), fill.lastPx);
  const opened = open(addQty(held.quantity, change), subMoney(value, closingValue), fill.transactUs, "flipped");
  return { ...opened, realizedPnl: gain(held, closingValue, held.cost) };
}

const gain = (held: Position, value: Money, cost: Money): Money =>
  held.quantity > 0 ? subMoney(value, cost) : subMoney(cost, value);
