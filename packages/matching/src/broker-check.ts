import { formatCents, MICROS, money, mulDiv, type Px, px, qty } from "@bowline/kernel";
import { viewAccount } from "./broker-account.ts";
import type { Book } from "./broker-book.ts";
import { marginReason } from "./broker-margin.ts";
import { offsetOf } from "./broker-make.ts";
import { grossReserved, lookedAtPx } from "./broker-reserve.ts";
import type { WorkingOrder } from "./broker-state.ts";
import type { OrderRequest } from "./broker-types.ts";
import { ORD_TYPES } from "./ord-types.ts";
import { isOnIncrement } from "./price-increment.ts";
import { isPastCutOff } from "./session-hours.ts";

export type Refusal = { readonly code: number; readonly message: string };

/** What stands before the reason of a 201. */
export const REJECTED = "Order rejected - reason:";
const rejected = (reason: string): Refusal => ({ code: 201, message: `${REJECTED}${reason}` });
const INCOMPLETE: Refusal = { code: 107, message: "Cannot transmit incomplete order." };
const OFF_INCREMENT: Refusal = {
  code: 110,
  message: "The price does not conform to the minimum price variation for this contract.",
};

/** What is wrong with an order by itself. */
export function refusalOf(book: Book, request: OrderRequest): Refusal | undefined {
  const { symbol, orderQty } = request;
  if (!book.terms.symbols.has(symbol))
    return { code: 200, message: "No security definition has been found for the request" };
  if (orderQty <= 0) return { code: 434, message: "The order size cannot be zero" };
  if (orderQty % MICROS !== 0) return { code: 10243, message: "Fractional-sized order cannot be placed via API" };
  return missingOf(request) ?? pricesRefusal(book, request);
}

function missingOf(request: OrderRequest): Refusal | undefined {
  const { ordType, timeInForce } = request;
  const missing = ORD_TYPES[ordType].needs.find((name) => request[name] === undefined);
  if (missing !== undefined) return rejected(`The ${missing === "lmtPx" ? "limit" : "stop"} price is missing`);
  if (ORD_TYPES[ordType].trails && !hasTrail(request)) return INCOMPLETE;
  if (timeInForce === "GTD" && request.goodTillUs === undefined) return INCOMPLETE;
  if (timeInForce === "OPG" && ordType !== "MKT" && ordType !== "LMT")
    return rejected("The time in force OPG is not valid for this order type");
  return undefined;
}

/** A distance, and for a limit also how far behind the stop it lies: as an offset, or by its first price. */
function hasTrail({ ordType, trailingAmount = px(0), trailingMicros = 0, ...request }: OrderRequest): boolean {
  if (trailingAmount <= 0 && trailingMicros <= 0) return false;
  return ordType === "TRAIL" || offsetOf(request) !== undefined;
}

function pricesRefusal(book: Book, request: OrderRequest): Refusal | undefined {
  const { bands } = book.terms.instrumentOf(request.symbol);
  const { isLimit, trigger, trails } = ORD_TYPES[request.ordType];
  const used: (Px | undefined)[] = [
    isLimit ? request.lmtPx : undefined,
    trigger !== undefined && !trails ? request.stopPx : undefined,
    trails ? request.trailStopPx : undefined,
  ];
  return used.every((price) => price === undefined || isOnIncrement(bands, price)) ? undefined : OFF_INCREMENT;
}

/** Why the account does not carry an order beside those that work, or `undefined` where it does, or where it makes the exposure smaller. */
function marginExcess(book: Book, order: WorkingOrder): Refusal | undefined {
  const price = lookedAtPx(book, order);
  if (price === undefined) return undefined;
  if (book.terms.margin !== undefined) {
    const reason = marginReason(book, order, price);
    return reason === undefined ? undefined : rejected(reason);
  }
  const account = viewAccount(book.state, book.terms);
  const { before, after } = grossReserved(book, account, order, price);
  const carried = money(mulDiv(account.equity, book.terms.maxLeverage, 1));
  if (after <= before || after <= carried) return undefined;
  return rejected(
    `The equity of ${formatCents(account.equity)} USD does not carry positions of ${formatCents(after)} USD`,
  );
}

/** What the account, its other orders, the hour or the lenders say against an order. Children wait for their parent's fill. */
export function rejectionOf(book: Book, order: WorkingOrder): Refusal | undefined {
  const isChild = order.parentPermId !== undefined;
  return (
    tooMany(book, order) ??
    tooLate(book, order) ??
    (isChild ? undefined : (unborrowed(book, order) ?? marginExcess(book, order)))
  );
}

/** The same for a change of a working order. */
export const modifyRejection = (book: Book, changed: WorkingOrder): Refusal | undefined =>
  changed.parentPermId === undefined && book.terms.behaviour.modifyMarginCheck
    ? marginExcess(book, changed)
    : undefined;

function tooMany({ state, terms }: Book, order: WorkingOrder): Refusal | undefined {
  const { maxOrdersPerSide } = terms.behaviour;
  if (state.open.size <= maxOrdersPerSide) return undefined;
  let others = 0;
  for (const other of state.open.values()) {
    const isLike = other.symbol === order.symbol && other.side === order.side && other.account === order.account;
    if (isLike && other !== order) others += 1;
  }
  if (others < maxOrdersPerSide) return undefined;
  return rejected(
    `You already have ${others} working orders in this contract on this side; no more than ${maxOrdersPerSide} are allowed`,
  );
}

function tooLate({ state, terms }: Book, order: WorkingOrder): Refusal | undefined {
  const isLate =
    ORD_TYPES[order.ordType].isAtClose === true &&
    state.phase === "REGULAR" &&
    isPastCutOff(state.nowUs, terms.behaviour.closingCutOffSeconds);
  return isLate ? rejected("The exchange takes no more orders for the closing auction today") : undefined;
}

/** Whether an order sells what is not held. */
export const isShortSale = ({ state }: Book, { side, symbol, leavesQty }: WorkingOrder): boolean =>
  side === "SELL" && (state.positions.get(symbol)?.quantity ?? qty(0)) < leavesQty;

function unborrowed(book: Book, order: WorkingOrder): Refusal | undefined {
  const isNone = book.terms.instrumentOf(order.symbol).borrow === "NONE" && order.shortSaleSlot !== 2;
  return isNone && isShortSale(book, order)
    ? rejected("No shares of this contract are available to sell short")
    : undefined;
}
