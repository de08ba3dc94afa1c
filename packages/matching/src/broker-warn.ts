import { formatMicros } from "@bowline/kernel";
import { type Book, tellError } from "./broker-book.ts";
import { worksOutside } from "./broker-hold.ts";
import { type Hold, volumeOf, type WorkingOrder } from "./broker-state.ts";
import { nextOpenText } from "./session-hours.ts";

const IGNORED =
  "Order Event Warning:Attribute 'Outside Regular Trading Hours' is ignored based on the order type and destination. PlaceOrder is now being processed.";

/** 2109: the order asks for what its type does not do. */
export function ignoresOutsideRth(book: Book, order: WorkingOrder): void {
  if (order.outsideRth === true && !worksOutside(order)) tellError(book, order, 2109, IGNORED);
}

function hoursText({ state, terms }: Book, { side, orderQty, symbol }: WorkingOrder): string {
  const [your, stop] = terms.behaviour.wording === "RECENT" ? ["Your", "."] : ["your", ""];
  return (
    `Order Message:\n${side} ${formatMicros(orderQty)} ${symbol} ${terms.instrumentOf(symbol).exchange}\n` +
    `Warning: ${your} order will not be placed at the exchange until ${nextOpenText(state.nowUs)}${stop}`
  );
}

/** Tells an order, and 399 where it waits for the exchange to open: an order outside hours, one for an opening that has passed. */
export function warnOfHours(book: Book, order: WorkingOrder, hold: Hold | undefined, tell: () => void): void {
  const waits =
    hold === "HOURS" || (hold === "AUCTION" && book.state.phase !== "REGULAR") || isForNextOpening(book, order);
  const isBefore = book.terms.behaviour.hoursWarning === "BEFORE_ORDER";
  if (waits && isBefore) tellError(book, order, 399, hoursText(book, order));
  tell();
  if (waits && !isBefore) tellError(book, order, 399, hoursText(book, order));
}

const isForNextOpening = ({ state }: Book, { timeInForce, symbol }: WorkingOrder): boolean =>
  timeInForce === "OPG" && state.phase === "REGULAR" && volumeOf(state, symbol) > 0;
