import { addMoney, type Money, negMoney, notional, type Px, type Qty, subMoney, ZERO_MONEY } from "@bowline/kernel";
import { type Books, cashOf } from "./books.ts";
import type { Position } from "./position.ts";

/** What the books are worth at their marks. */
export type Valuation = {
  readonly cash: Money;
  readonly equity: Money;
  /** Sum of absolute position values. */
  readonly grossExposure: Money;
  /** Sum of signed position values. */
  readonly netExposure: Money;
  readonly unrealizedPnl: Money;
};

/** Signed value of a signed quantity at a price. */
export const valueAt = (quantity: Qty, price: Px): Money => notional(quantity, price);

/** Value of a position, signed: at its mark, or at cost where none was ever seen. */
function positionValue(position: Position, mark: Px | undefined): Money {
  if (mark !== undefined) return valueAt(position.quantity, mark);
  return signedCost(position);
}

const signedCost = (position: Position): Money => (position.quantity > 0 ? position.cost : negMoney(position.cost));

/** `undefined` before the opening balance: cash that nobody knows has no value. */
export function valueBooks(books: Books): Valuation | undefined {
  const cash = cashOf(books);
  if (cash === undefined) return undefined;
  let grossExposure = ZERO_MONEY;
  let netExposure = ZERO_MONEY;
  let unrealizedPnl = ZERO_MONEY;
  for (const [symbol, position] of books.positions) {
    const value = positionValue(position, books.marks.get(symbol));
    grossExposure = addMoney(grossExposure, value < 0 ? negMoney(value) : value);
    netExposure = addMoney(netExposure, value);
    unrealizedPnl = addMoney(unrealizedPnl, subMoney(value, signedCost(position)));
  }
  return { cash, equity: addMoney(cash, netExposure), grossExposure, netExposure, unrealizedPnl };
}
