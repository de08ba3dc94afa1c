import {
  addMoney,
  addQty,
  absQty,
  money,
  type Money,
  mulDiv,
  notional,
  pxOfCost,
  type Px,
  type Qty,
  qty,
  subMoney,
  ZERO_MONEY,
  ZERO_QTY,
} from "@bowline/kernel";
import { type BrokerState, type BrokerTerms, markOf, type Position } from "./broker-state.ts";
import type { AccountPosition, AccountView, BrokerSide } from "./broker-types.ts";

export const signedQty = (side: BrokerSide, quantity: Qty): Qty => (side === "BUY" ? quantity : qty(-quantity));

const positionOf = (state: BrokerState, symbol: string): Position =>
  state.positions.get(symbol) ?? { quantity: ZERO_QTY, cost: ZERO_MONEY, realizedPnl: ZERO_MONEY };

type Trade = { readonly symbol: string; readonly signed: Qty; readonly px: Px; readonly commission: Money };

/**
 * Books one fill: cash, position, cost. Returns what it realised after commission, or `undefined` where it only opened. Commission of
 * a fill that both closes and opens (a flip) is shared by quantity.
 */
export function bookTrade(state: BrokerState, { symbol, signed, px, commission }: Trade): Money | undefined {
  const value = notional(signed, px);
  state.cash = subMoney(subMoney(state.cash, value), commission);
  const before = positionOf(state, symbol);
  const isSameSide = before.quantity === 0 || before.quantity > 0 === signed > 0;
  const closed = isSameSide ? ZERO_QTY : qty(Math.min(Math.abs(signed), Math.abs(before.quantity)));
  const quantity = addQty(before.quantity, signed);
  if (closed === 0) {
    const cost = addMoney(addMoney(before.cost, value), commission);
    state.positions.set(symbol, { ...before, quantity, cost });
    return undefined;
  }
  const size = absQty(signed);
  const closedValue = money(mulDiv(value, closed, size));
  const closedCommission = money(mulDiv(commission, closed, size));
  const closedCost = money(mulDiv(before.cost, closed, absQty(before.quantity)));
  // `closedValue` has the sign of the trade: closing a long (sell) it is negative.
  const realized = subMoney(money(-closedValue - closedCost), closedCommission);
  const opened = addMoney(subMoney(value, closedValue), subMoney(commission, closedCommission));
  const cost = addMoney(subMoney(before.cost, closedCost), opened);
  state.positions.set(symbol, { quantity, cost, realizedPnl: addMoney(before.realizedPnl, realized) });
  return realized;
}

function viewPosition(state: BrokerState, symbol: string, position: Position): AccountPosition | undefined {
  const avgCostPx =
    position.quantity === 0 || position.cost === 0
      ? undefined
      : pxOfCost(money(Math.abs(position.cost)), absQty(position.quantity));
  // Before the symbol's first trade nothing marks it: what is held is told all the same, at its cost.
  const markPx = markOf(state, symbol) ?? avgCostPx;
  if (markPx === undefined) return undefined;
  const marketValue = notional(position.quantity, markPx);
  return {
    symbol,
    positionQty: position.quantity,
    markPx,
    marketValue,
    avgCostPx,
    unrealizedPnl: position.quantity === 0 ? ZERO_MONEY : subMoney(marketValue, position.cost),
    realizedPnl: position.realizedPnl,
  };
}

/** The account as of now. */
export function viewAccount(state: BrokerState, terms: BrokerTerms): AccountView {
  const positions: AccountPosition[] = [];
  let [equity, gross, realizedPnl, unrealizedPnl] = [state.cash, ZERO_MONEY, ZERO_MONEY, ZERO_MONEY];
  for (const symbol of [...state.positions.keys()].sort()) {
    const view = viewPosition(state, symbol, positionOf(state, symbol));
    if (view === undefined) continue;
    positions.push(view);
    equity = addMoney(equity, view.marketValue);
    gross = addMoney(gross, money(Math.abs(view.marketValue)));
    realizedPnl = addMoney(realizedPnl, view.realizedPnl);
    unrealizedPnl = addMoney(unrealizedPnl, view.unrealizedPnl);
  }
  const carried = mulDiv(equity, terms.maxLeverage, 1);
  const buyingPower = money(Math.max(0, carried - gross));
  return {
    accountId: terms.accountId,
    asOfUs: state.nowUs,
    cash: state.cash,
    equity,
    grossPositionValue: gross,
    buyingPower,
    realizedPnl,
    unrealizedPnl,
    positions,
  };
}

/** Gross position value after one more trade at a price, and as it is. */
export function grossWith(
  account: AccountView,
  symbol: string,
  signed: Qty,
  px: Px,
): { readonly before: Money; readonly after: Money } {
  const held = account.positions.find((position) => position.symbol === symbol);
  const heldValue = Math.abs(held?.marketValue ?? 0);
  const nextValue = Math.abs(notional(addQty(held?.positionQty ?? ZERO_QTY, signed), px));
  return { before: account.grossPositionValue, after: money(account.grossPositionValue - heldValue + nextValue) };
}
