import {
  addQty,
  formatCents,
  MICROS,
  type Money,
  money,
  mulDiv,
  notional,
  type Px,
  qty,
  type Qty,
  subMoney,
  ZERO_QTY,
} from "@bowline/kernel";
import type { WhatIfMargins } from "./broker-order-types.ts";
import type { Reserved } from "./broker-reserve.ts";
import type { AccountView } from "./broker-types.ts";
import { type Margin, marginOf, type MarginPosition } from "./margin.ts";
import type { MarginTerms } from "./margin-terms.ts";

/** A trade that somebody asks about. `signed` is positive for a buy; `px` where it would trade at the worst, `markPx` where it is valued. */
export type ProposedTrade = {
  readonly symbol: string;
  readonly signed: Qty;
  readonly px: Px;
  readonly markPx: Px;
  readonly commission: Money;
  /** The price is not limited: a cash account needs more for it. */
  readonly isMarket: boolean;
};

/** What the check must know of the account besides its view. */
export type MarginStanding = {
  readonly account: AccountView;
  /** Cash that has settled; only a cash account asks. */
  readonly settledCash: Money;
  /** What works already with the trade that is asked about, by symbol; the trade alone where it is not given. */
  readonly working?: readonly Reserved[];
};

const heldOf = (account: AccountView, symbol: string): Qty =>
  account.positions.find((position) => position.symbol === symbol)?.positionQty ?? ZERO_QTY;

/** What the account would trade on each side of the traded symbol: the trade, and what works there. */
function sidesOf({ working = [] }: MarginStanding, { symbol, signed }: ProposedTrade): { buyQty: Qty; sellQty: Qty } {
  const alone = { buyQty: qty(Math.max(0, signed)), sellQty: qty(Math.max(0, -signed)) };
  return working.find((one) => one.symbol === symbol) ?? alone;
}

/**
 * The positions after a trade, with what works beside it: of each symbol the one that asks for most, of what is held and what fills of
 * either side would make of it. So what only makes a position smaller reserves nothing. The traded symbol is valued at the trade's mark.
 */
function positionsAfter(standing: MarginStanding, trade: ProposedTrade, weigh: Weigh): readonly MarginPosition[] {
  const { account, working = [] } = standing;
  const { symbol, signed, markPx } = trade;
  const { buyQty, sellQty } = sidesOf(standing, trade);
  const held = heldOf(account, symbol);
  const [own, against] = signed > 0 ? [buyQty, -sellQty] : [-sellQty, buyQty];
  const traded = [own, ...(against === 0 ? [] : [against])].map((change) => ({
    symbol,
    positionQty: addQty(held, qty(change)),
    markPx,
  }));
  const others = working.filter((one) => one.symbol !== symbol);
  const reserved = others.map((one) => {
    const now = heldOf(account, one.symbol);
    const ends = [ZERO_QTY, one.buyQty, qty(-one.sellQty)].map((change) => addQty(now, change));
    return weigh(ends.map((positionQty) => ({ symbol: one.symbol, positionQty, markPx: one.markPx })));
  });
  const touched = new Set([symbol, ...others.map((one) => one.symbol)]);
  const still = account.positions.filter((position) => !touched.has(position.symbol));
  return [...still, ...reserved, weigh(traded)];
}

/** The one that asks for most margin. */
type Weigh = (candidates: readonly MarginPosition[]) => MarginPosition;

const weighAt =
  (equity: Money, terms: MarginTerms): Weigh =>
  (candidates) =>
    candidates.reduce((worst, one) =>
      marginOf([one], equity, terms).initial > marginOf([worst], equity, terms).initial ? one : worst,
    );

/** What the equity becomes by trading off the mark, and by the commission. A limit better than the mark earns nothing: where it fills, the mark is. */
function equityAfter(account: AccountView, { signed, px, markPx, commission }: ProposedTrade): Money {
  const offTheMark = subMoney(notional(signed, px), notional(signed, markPx));
  return subMoney(subMoney(account.equity, money(Math.max(0, offTheMark))), commission);
}

/** Margin before and after a trade, and what the account would be worth. */
export function marginChange(
  standing: MarginStanding,
  trade: ProposedTrade,
  terms: MarginTerms,
): { readonly before: Margin; readonly after: Margin; readonly equity: Money } {
  const { account } = standing;
  const equity = equityAfter(account, trade);
  return {
    before: marginOf(account.positions, account.equity, terms),
    after: marginOf(positionsAfter(standing, trade, weighAt(equity, terms)), equity, terms),
    equity,
  };
}

/** Whether trades of one side only make a position smaller. */
const reduces = (held: Qty, signed: Qty): boolean =>
  held !== 0 && held > 0 !== signed > 0 && Math.abs(signed) <= Math.abs(held);

/**
 * Why the account does not carry a trade with what works beside it, in the words that follow "Order rejected - reason:", or `undefined` where it does. What only
 * makes a position smaller is always carried. The first text is as clients saw it (with TWS's own slip); the others are from memory.
 */
export function marginRefusal(standing: MarginStanding, trade: ProposedTrade, terms: MarginTerms): string | undefined {
  const held = heldOf(standing.account, trade.symbol);
  const { buyQty, sellQty } = sidesOf(standing, trade);
  if (reduces(held, trade.signed > 0 ? buyQty : qty(-sellQty))) return undefined;
  if (terms.kind === "CASH") return cashRefusal(standing, trade, terms);
  const { before, after, equity } = marginChange(standing, trade, terms);
  if (after.initial <= equity) return undefined;
  if (equity < terms.minEquity.micros && before.initial <= standing.account.equity) return BELOW_MINIMUM(terms);
  return (
    "We are unable to accept your order. Your Available Funds are in sufficient to cover the change in the account's margin " +
    "requirements if this order executes."
  );
}

const BELOW_MINIMUM = (terms: MarginTerms): string =>
  `YOUR ORDER IS NOT ACCEPTED. MINIMUM OF ${terms.minEquity.micros / MICROS} USD (OR EQUIVALENT IN OTHER CURRENCIES) REQUIRED IN ` +
  "ORDER TO PURCHASE ON MARGIN, SELL SHORT, TRADE CURRENCY OR FUTURE";

function cashRefusal(standing: MarginStanding, trade: ProposedTrade, terms: MarginTerms): string | undefined {
  if (trade.signed < 0) return "Cash accounts cannot hold short positions";
  const value = notional(trade.signed, trade.px);
  const buffer = trade.isMarket ? mulDiv(value, terms.cashMarketBuffer.micros, MICROS) : 0;
  const reserved = standing.working?.reduce((sum, { buyValue }) => sum + buyValue, 0) ?? value;
  const needed = money(reserved + buffer + trade.commission);
  if (needed <= standing.settledCash) return undefined;
  return (
    `Your order is not accepted because your Equity with Loan Value of [${formatCents(standing.settledCash)} USD] is insufficient to ` +
    `cover the Initial Margin requirement of [${formatCents(needed)} USD]`
  );
}

/** The answer to a what-if: margins and equity before and after. The changes are the differences. */
export function whatIfOf(standing: MarginStanding, trade: ProposedTrade, terms: MarginTerms): WhatIfMargins {
  const { before, after, equity } = marginChange(standing, trade, terms);
  return {
    initMarginBefore: before.initial,
    maintMarginBefore: before.maintenance,
    equityBefore: standing.account.equity,
    initMarginAfter: after.initial,
    maintMarginAfter: after.maintenance,
    equityAfter: equity,
    commission: trade.commission,
  };
}
