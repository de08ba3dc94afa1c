import type { Difference, EventByKind } from "@bowline/contracts";
import {
  addMoney,
  formatMicros,
  type Money,
  notional,
  type Px,
  type Qty,
  subMoney,
  ZERO_MONEY,
  ZERO_QTY,
} from "@bowline/kernel";

/** The broker reports cash in whole cents: less than one is rounding, one is a difference. */
const CASH_TOLERANCE = 10_000;

/** One side of a comparison: cash and the signed quantities by symbol. */
export type Holdings = { readonly cash: Money; readonly quantities: ReadonlyMap<string, Qty> };

export const brokerHoldings = (account: EventByKind<"broker.account">): Holdings => ({
  cash: account.cash,
  quantities: new Map(account.positions.filter((p) => p.quantity !== 0).map((p) => [p.symbol, p.quantity])),
});

const symbolsOf = (a: Holdings, b: Holdings): string[] =>
  [...new Set([...a.quantities.keys(), ...b.quantities.keys()])].sort();

/** What differs between our books and the broker's account: cash first, then positions by symbol. Empty when all is equal. */
export function differencesBetween(ours: Holdings, broker: Holdings): Difference[] {
  const found: Difference[] = [];
  if (Math.abs(subMoney(ours.cash, broker.cash)) >= CASH_TOLERANCE) {
    found.push({ subject: "CASH", ours: formatMicros(ours.cash), broker: formatMicros(broker.cash) });
  }
  for (const symbol of symbolsOf(ours, broker)) {
    const [our, their] = [ours.quantities.get(symbol) ?? ZERO_QTY, broker.quantities.get(symbol) ?? ZERO_QTY];
    if (our !== their) found.push({ subject: symbol, ours: formatMicros(our), broker: formatMicros(their) });
  }
  return found;
}

/**
 * Our equity less the broker's, both as cash + Σ position × the broker's last mark, exact in micros: the marks cancel where
 * quantities agree. `undefined` where a quantity differs in a symbol that was never marked.
 */
export function equityDifference(
  ours: Holdings,
  broker: Holdings,
  brokerMarks: ReadonlyMap<string, Px>,
): Money | undefined {
  let total = subMoney(ours.cash, broker.cash);
  for (const symbol of symbolsOf(ours, broker)) {
    const [our, their] = [ours.quantities.get(symbol) ?? ZERO_QTY, broker.quantities.get(symbol) ?? ZERO_QTY];
    if (our === their) continue;
    const mark = brokerMarks.get(symbol);
    if (mark === undefined) return undefined;
    total = addMoney(total, subMoney(worth(our, mark), worth(their, mark)));
  }
  return total;
}

const worth = (quantity: Qty, mark: Px): Money => (quantity === 0 ? ZERO_MONEY : notional(quantity, mark));
