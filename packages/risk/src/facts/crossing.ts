import type { EventByKind, Order } from "@bowline/contracts";
import type { Px } from "@bowline/kernel";
import type { Reservation, Reservations } from "../reservations.ts";

type Quote = EventByKind<"md.quote"> | undefined;
type Terms = Pick<Order, "ordType" | "lmtPx">;

/** Types that wait for a trigger or an auction: they meet nobody before. */
const WAITING: ReadonlySet<Order["ordType"]> = new Set<Order["ordType"]>([
  "STP",
  "STP_LMT",
  "TRAIL",
  "TRAIL_LIMIT",
  "MIT",
  "LIT",
  "MOC",
  "LOC",
  "MOO",
  "LOO",
]);

/** The own order of the other side that an order would trade with as it arrives; one that is being canceled goes before it. */
export function crossedBy(reservations: Reservations, order: Order, quote: Quote): string | undefined {
  if (WAITING.has(order.ordType)) return undefined;
  const buys = order.side === "BUY";
  const price = priceOf(order, buys, quote);
  for (const [clOrdId, held] of reservations) {
    if (held.symbol !== order.symbol || held.buys === buys || held.leavesQty === 0 || held.canceling) continue;
    if (meets(held, { buys, price, quote })) return clOrdId;
  }
  return undefined;
}

/** A market order goes as far as the other side of the quote. */
const priceOf = ({ lmtPx }: Terms, buys: boolean, quote: Quote): Px | undefined =>
  lmtPx ?? (buys ? quote?.askPx : quote?.bidPx);

function meets(
  held: Reservation,
  by: { readonly buys: boolean; readonly price: Px | undefined; readonly quote: Quote },
) {
  const terms: Terms | undefined = held.working ?? held.terms;
  if (terms === undefined || WAITING.has(terms.ordType)) return false;
  const price = priceOf(terms, !by.buys, by.quote);
  if (price === undefined || by.price === undefined) return true;
  return by.buys ? by.price >= price : by.price <= price;
}
