import type { EventByKind, Side } from "@bowline/contracts";
import {
  addMoney,
  addQty,
  type Money,
  negMoney,
  negQty,
  notional,
  type Px,
  type Qty,
  subMoney,
  ZERO_MONEY,
  ZERO_QTY,
} from "@bowline/kernel";

/**
 * The gate's own fold of the account: it never waits for portfolio's. Private state of a machine, changed by the functions
 * below only. Positions are valued at what it would cost to leave them: bid for long, ask for short.
 */
export type Holdings = {
  /** Cash at the broker's first account, less what moved before; `undefined` until it came. */
  startCash: Money | undefined;
  cashFlow: Money;
  /** Signed quantities by symbol; a flat symbol is absent. */
  readonly quantities: Map<string, Qty>;
  /** Last sane bid and ask by symbol. */
  readonly marks: Map<string, Mark>;
};
export type Mark = { readonly bidPx: Px; readonly askPx: Px };

export const makeHoldings = (): Holdings => ({
  startCash: undefined,
  cashFlow: ZERO_MONEY,
  quantities: new Map(),
  marks: new Map(),
});

export const signed = (side: Side, quantity: Qty): Qty => (side === "BUY" ? quantity : negQty(quantity));

export const positionOf = (holdings: Holdings, symbol: string): Qty => holdings.quantities.get(symbol) ?? ZERO_QTY;

/** The broker's first account is the opening balance; later ones change nothing. */
export function holdOpening(holdings: Holdings, account: EventByKind<"broker.account">): void {
  if (holdings.startCash !== undefined) return;
  holdings.startCash = subMoney(account.cash, holdings.cashFlow);
  for (const { symbol, quantity, marketPx } of account.positions) {
    if (quantity === 0 || holdings.quantities.has(symbol)) continue;
    holdings.quantities.set(symbol, quantity);
    if (marketPx !== undefined && !holdings.marks.has(symbol))
      holdings.marks.set(symbol, { bidPx: marketPx, askPx: marketPx });
  }
}

export function holdFill(holdings: Holdings, fill: EventByKind<"order.filled">): void {
  const quantity = addQty(positionOf(holdings, fill.symbol), signed(fill.side, fill.lastQty));
  if (quantity === 0) holdings.quantities.delete(fill.symbol);
  else holdings.quantities.set(fill.symbol, quantity);
  const value = notional(fill.lastQty, fill.lastPx);
  holdings.cashFlow = addMoney(holdings.cashFlow, fill.side === "BUY" ? negMoney(value) : value);
}

export function holdCommission(holdings: Holdings, commission: Money): void {
  holdings.cashFlow = subMoney(holdings.cashFlow, commission);
}

/** Only a quote with a bid below its ask is a price. */
export function holdQuote(holdings: Holdings, { symbol, bidPx, askPx }: EventByKind<"md.quote">): void {
  if (bidPx === undefined || askPx === undefined || bidPx >= askPx) return;
  holdings.marks.set(symbol, { bidPx, askPx });
}

/** Cash and positions at bid or ask; `undefined` before the opening balance, or where a held symbol has no price. */
export function equityOf(holdings: Holdings): Money | undefined {
  if (holdings.startCash === undefined) return undefined;
  let equity = addMoney(holdings.startCash, holdings.cashFlow);
  for (const [symbol, quantity] of holdings.quantities) {
    const mark = holdings.marks.get(symbol);
    if (mark === undefined) return undefined;
    equity = addMoney(equity, notional(quantity, quantity > 0 ? mark.bidPx : mark.askPx));
  }
  return equity;
}

/** Whether the broker holds what we hold, in one symbol. */
export const agreesWithBroker = (holdings: Holdings, account: EventByKind<"broker.account">, symbol: string): boolean =>
  positionOf(holdings, symbol) === (account.positions.find((p) => p.symbol === symbol)?.quantity ?? ZERO_QTY);
