import { addPx, type Px, px } from "@bowline/kernel";
import type { Book } from "./broker-book.ts";
import { isShortSale } from "./broker-check.ts";
import type { Priced } from "./broker-price.ts";
import type { WorkingOrder } from "./broker-state.ts";
import type { SymbolStep } from "./market.ts";
import { pxInStep } from "./match-price.ts";
import { incrementAt } from "./price-increment.ts";
import type { Sight } from "./trigger.ts";

/** Whether rule 201 binds an order now: it sells short what the market marks as restricted. */
export const isShortRestricted = (book: Book, order: WorkingOrder, step: SymbolStep): boolean =>
  step.state?.isShortRestricted === true && book.terms.behaviour.shortSaleRule === "HOLD" && isShortSale(book, order);

/**
 * Where a restricted sale fills: nowhere when it comes to the quote, for that is the bid. It then stands one increment above the bid as it
 * saw it, or at its limit where that is higher, and who comes to it there pays its price.
 */
export function restrictedPx(
  { terms }: Book,
  { notes, lmtPx }: WorkingOrder,
  { step, moment }: Sight,
): Priced | undefined {
  if (moment === "ARRIVAL" || notes.shortPx === undefined) return undefined;
  const standsAt = px(Math.max(notes.shortPx, lmtPx ?? 0));
  const price = pxInStep("SELL", standsAt, step, terms.fills.against);
  return price === undefined ? undefined : { px: price, lmtPx: standsAt, addsLiquidity: price === standsAt };
}

/** The lowest price that a restricted sale may stand at. */
export const shortPxOf = ({ terms }: Book, { symbol }: WorkingOrder, { bidPx }: SymbolStep): Px =>
  addPx(bidPx, incrementAt(terms.instrumentOf(symbol).bands, bidPx));
