import type { Qty } from "@bowline/kernel";
import { subQty } from "@bowline/kernel";
import { changedTerms, keepsAllButQty } from "./changed-terms.ts";
import type { KnownOrder, WorkingTerms } from "./known-order.ts";
import type { OrderLeg } from "./legs.ts";
import { isTerminal } from "./life-cycle.ts";
import type { OrderBook, ReplaceChange } from "./order-book.ts";
import { describeFlip, flipReason } from "./reduce-only.ts";
import { ORDER_TYPES } from "./terms/order-types.ts";

/** The order as it is written again. Where a trailing stop began is not said again: it stays where it has gone. */
export function changedLeg(leg: OrderLeg, terms: WorkingTerms): OrderLeg {
  const { stopPx, ...changed } = { ...leg, ...changedTerms(terms, {}), transmit: true };
  return stopPx === undefined || ORDER_TYPES[leg.ordType].trails === true ? changed : { ...changed, stopPx };
}

/**
 * Why an exit must not become what a change asks for: it could turn the position. What only takes away from it always may. A child of
 * an entry that may still fill trades only with what that brings. `positionOf` is signed, in micros of a share.
 */
export function changeFlips(
  book: OrderBook,
  change: ReplaceChange,
  positionOf: (leg: OrderLeg) => number,
): string | undefined {
  const order = book.get(change.clOrdId);
  if (order === undefined) return undefined;
  const { leg, terms } = order;
  const orderQty = change.orderQty ?? terms.orderQty;
  const grows = orderQty > terms.orderQty;
  if (!grows && keepsAllButQty(terms, change)) return undefined;
  const entry = leg.parentClOrdId === undefined ? undefined : book.get(leg.parentClOrdId);
  if (entry === undefined || isTerminal(entry.status)) return turnsPosition(book, order, { orderQty, positionOf });
  return grows && orderQty > mayBring(entry) ? "it would be more than its entry" : undefined;
}

/** The most that an entry that works can come to. */
function mayBring({ terms, replacing, cumQty, cancelRequested }: Readonly<KnownOrder>): number {
  return cancelRequested ? cumQty : Math.min(terms.orderQty, replacing?.terms.orderQty ?? terms.orderQty);
}

type Wanted = { readonly orderQty: Qty; readonly positionOf: (leg: OrderLeg) => number };

/** An entry's children weigh as one: the broker does not let them fill beside one another. */
function turnsPosition(
  book: OrderBook,
  { leg, cumQty }: Readonly<KnownOrder>,
  { orderQty, positionOf }: Wanted,
): string | undefined {
  const { parentClOrdId: ocaGroup } = leg;
  const family = ocaGroup === undefined ? {} : { ocaGroup, ocaType: "CANCEL_WITH_BLOCK" as const };
  const flip = flipReason(
    { ...leg, ...family, purpose: leg.leg === "ENTRY" ? "ENTRY" : "EXIT", orderQty: subQty(orderQty, cumQty) },
    positionOf(leg),
    { ours: book.open(), external: book.openExternal() },
  );
  return flip === undefined ? undefined : describeFlip(flip);
}
