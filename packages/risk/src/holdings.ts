import type { EventByKind } from "@bowline/contracts";
import {
  addMoney,
  addQty,
  type Money,
  notional,
  type Px,
  type Qty,
  subMoney,
  ZERO_MONEY,
  ZERO_QTY,
} from "@bowline/kernel";
import { chargedChange, countsInBooks, type Executed, executedChange } from "@bowline/orders";

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
  /** What others trade and the policy ignores: at the broker, and not ours. */
  readonly ignored: Map<string, Qty>;
  /** Last sane bid and ask by symbol. */
  readonly marks: Map<string, Mark>;
};
export type Mark = { readonly bidPx: Px; readonly askPx: Px };

export const makeHoldings = (): Holdings => ({
  startCash: undefined,
  cashFlow: ZERO_MONEY,
  quantities: new Map(),
  ignored: new Map(),
  marks: new Map(),
});

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

/** Takes in whatever moves a position: executions of ours and of others, corrections, adjustments. */
export function holdExecuted(holdings: Holdings, event: Executed): void {
  const { symbol, quantity, cash } = executedChange(event);
  if (!countsInBooks(event)) return add(holdings.ignored, symbol, quantity);
  add(holdings.quantities, symbol, quantity);
  holdings.cashFlow = addMoney(holdings.cashFlow, cash);
}

function add(quantities: Map<string, Qty>, symbol: string, change: Qty): void {
  const quantity = addQty(quantities.get(symbol) ?? ZERO_QTY, change);
  if (quantity === 0) quantities.delete(symbol);
  else quantities.set(symbol, quantity);
}

export function holdCommission(
  holdings: Holdings,
  event: EventByKind<"order.commission" | "broker.external-commission">,
): void {
  if (countsInBooks(event)) holdings.cashFlow = subMoney(holdings.cashFlow, chargedChange(event));
}

/** Only a quote with a bid below its ask is a price. */
export function holdQuote(holdings: Holdings, { symbol, bidPx, askPx }: EventByKind<"md.quote">): void {
  if (bidPx === undefined || askPx === undefined || bidPx >= askPx) return;
  holdings.marks.set(symbol, { bidPx, askPx });
}

/** Cash and positions at bid or ask; `undefined` before the opening balance, or where a held symbol has no price. */
export const equityOf = (holdings: Holdings): Money | undefined =>
  equityAt(holdings, (symbol, quantity) => {
    const mark = holdings.marks.get(symbol);
    return quantity > 0 ? mark?.bidPx : mark?.askPx;
  });

/** Cash and positions at prices; `undefined` before the opening balance, or where a held symbol has no price. */
export function equityAt(
  holdings: Holdings,
  pxOf: (symbol: string, quantity: Qty) => Px | undefined,
): Money | undefined {
  if (holdings.startCash === undefined) return undefined;
  let equity = addMoney(holdings.startCash, holdings.cashFlow);
  for (const [symbol, quantity] of holdings.quantities) {
    const price = pxOf(symbol, quantity);
    if (price === undefined) return undefined;
    equity = addMoney(equity, notional(quantity, price));
  }
  return equity;
}

/** Whether the broker holds what we hold, in one symbol, beside what the policy leaves to others. */
export const agreesWithBroker = (
  holdings: Holdings,
  { positions }: Pick<EventByKind<"broker.account">, "positions">,
  symbol: string,
): boolean =>
  addQty(positionOf(holdings, symbol), holdings.ignored.get(symbol) ?? ZERO_QTY) ===
  (positions.find((p) => p.symbol === symbol)?.quantity ?? ZERO_QTY);
