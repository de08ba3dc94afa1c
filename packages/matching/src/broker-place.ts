import { formatCents, MICROS, money, mulDiv, type Px, ZERO_MONEY, ZERO_QTY } from "@bowline/kernel";
import { grossWith, signedQty, viewAccount } from "./broker-account.ts";
import { type Book, complete, copyOf, tellError, tellOrder } from "./broker-book.ts";
import { cancelOrder } from "./broker-cancel.ts";
import { arrive } from "./broker-fill.ts";
import type { WorkingOrder } from "./broker-state.ts";
import type { BrokerOrder, OrderRequest } from "./broker-types.ts";
import { oppositePx } from "./match-price.ts";

type Refusal = { readonly code: number; readonly message: string };
type Key = { readonly clientId: number; readonly ibOrderId: number };

const CENT = 10_000;
const SUB_DOLLAR_INCREMENT = 100;

const openByKey = (book: Book, { clientId, ibOrderId }: Key): WorkingOrder | undefined => {
  for (const order of book.state.open.values())
    if (order.clientId === clientId && order.ibOrderId === ibOrderId) return order;
  return undefined;
};
const completedByKey = (book: Book, { clientId, ibOrderId }: Key): BrokerOrder | undefined =>
  book.state.completed.findLast((order) => order.clientId === clientId && order.ibOrderId === ibOrderId);

/** The id that a client may use next; every later one is free too. */
export const nextIbOrderId = (book: Book, clientId: number): number => book.state.nextIbOrderIds.get(clientId) ?? 1;

function refuse(book: Book, request: Key, { code, message }: Refusal): void {
  const { clientId, ibOrderId } = request;
  book.events.push({ type: "error", clientId, ibOrderId, code, message });
}

/** Places a new order, or modifies a working one of the same client and id. */
export function placeOrder(book: Book, request: OrderRequest): void {
  const working = openByKey(book, request);
  if (working !== undefined) return modifyOrder(book, working, request);
  if (request.ibOrderId < nextIbOrderId(book, request.clientId)) return refuseOldId(book, request);
  book.state.nextIbOrderIds.set(request.clientId, request.ibOrderId + 1);
  const parent = parentOf(book, request);
  if (parent === "missing") return refuse(book, request, parentMissing(request));
  const refusal = refusalOf(book, request);
  if (refusal !== undefined) return refuse(book, request, refusal);
  const order = makeOrder(book, request, parent);
  book.state.open.set(order.permId, order);
  const excess = parent === undefined ? marginExcess(book, request) : undefined;
  if (excess !== undefined) return rejectOrder(book, order, excess);
  if (request.transmit) transmit(book, order, parent);
  else tellOrder(book, order);
}

function refuseOldId(book: Book, request: OrderRequest): void {
  const isFilled = completedByKey(book, request)?.status === "Filled";
  refuse(
    book,
    request,
    isFilled ? { code: 104, message: "Cannot modify a filled order." } : { code: 103, message: "Duplicate order id" },
  );
}

const parentOf = (book: Book, { clientId, parentIbOrderId }: OrderRequest): WorkingOrder | undefined | "missing" =>
  parentIbOrderId === undefined ? undefined : (openByKey(book, { clientId, ibOrderId: parentIbOrderId }) ?? "missing");

const parentMissing = ({ parentIbOrderId }: OrderRequest): Refusal => ({
  code: 135,
  message: `Can't find order with id =${parentIbOrderId}`,
});

/** What is wrong with an order by itself. */
function refusalOf(book: Book, request: OrderRequest): Refusal | undefined {
  const { symbol, orderQty, ordType, lmtPx, stopPx } = request;
  if (!book.terms.symbols.has(symbol))
    return { code: 200, message: "No security definition has been found for the request" };
  if (orderQty <= 0) return { code: 434, message: "The order size cannot be zero" };
  if (orderQty % MICROS !== 0) return { code: 10243, message: "Fractional-sized order cannot be placed via API" };
  const px = ordType === "LMT" ? lmtPx : ordType === "STP" ? stopPx : undefined;
  if (px === undefined) {
    if (ordType === "MKT") return undefined;
    return {
      code: 201,
      message: `Order rejected - reason:The ${ordType === "LMT" ? "limit" : "stop"} price is missing`,
    };
  }
  return isOnTick(px)
    ? undefined
    : { code: 110, message: "The price does not conform to the minimum price variation for this contract." };
}

const isOnTick = (px: Px): boolean => px > 0 && px % (px >= MICROS ? CENT : SUB_DOLLAR_INCREMENT) === 0;

/** Why the account does not carry an order, or `undefined` where it does, or where it makes the exposure smaller. */
function marginExcess(book: Book, request: OrderRequest): string | undefined {
  const quote = book.state.quotes.get(request.symbol);
  const px = request.lmtPx ?? request.stopPx ?? (quote && oppositePx(request.side, quote));
  if (px === undefined) return undefined;
  const account = viewAccount(book.state, book.terms);
  const { before, after } = grossWith(account, request.symbol, signedQty(request.side, request.orderQty), px);
  const carried = money(mulDiv(account.equity, book.terms.maxLeverage, 1));
  if (after <= before || after <= carried) return undefined;
  return `The equity of ${formatCents(account.equity)} USD does not carry positions of ${formatCents(after)} USD`;
}

/** Only the price that the type uses: clients send the other one too, as 0 or as what they last had. */
const pricesOf = ({ ordType, lmtPx, stopPx }: OrderRequest) => ({
  lmtPx: ordType === "LMT" ? lmtPx : undefined,
  stopPx: ordType === "STP" ? stopPx : undefined,
});

/** An order with an identity, staged, not in the book yet. */
export function makeOrder(book: Book, request: OrderRequest, parent: WorkingOrder | undefined): WorkingOrder {
  book.state.lastPermId += 1;
  return {
    ...request,
    ...pricesOf(request),
    permId: book.state.lastPermId,
    parentPermId: parent?.permId,
    status: "PendingSubmit",
    cumQty: ZERO_QTY,
    leavesQty: request.orderQty,
    filledValue: ZERO_MONEY,
  };
}

function rejectOrder(book: Book, order: WorkingOrder, reason: string): void {
  const message = `Order rejected - reason:${reason}`;
  complete(book, order, "Inactive", message);
  tellError(book, order, 201, message);
  book.events.push({ type: "orderStatus", order: copyOf(order) });
}

/** Transmits an order with all of its family that is staged, entry first, then lets what is not held meet the market. */
function transmit(book: Book, order: WorkingOrder, parent: WorkingOrder | undefined): void {
  const root = parent ?? order;
  const isFamily = (other: WorkingOrder): boolean =>
    other === root || other === order || other.parentPermId === root.permId;
  const staged = [...book.state.open.values()].filter((other) => isFamily(other) && other.status === "PendingSubmit");
  for (const member of staged) {
    const isChild = member.parentPermId !== undefined;
    member.status = member.ordType === "LMT" && !isChild ? "Submitted" : "PreSubmitted";
    tellOrder(book, member);
  }
  if (staged.includes(root)) arrive(book, root);
}

/** Changes quantity, prices and time in force of a working order; what does not fit leaves it as it was. */
function modifyOrder(book: Book, order: WorkingOrder, request: OrderRequest): void {
  if (
    request.symbol !== order.symbol ||
    request.side !== order.side ||
    request.ordType !== order.ordType ||
    request.orderQty <= order.cumQty
  ) {
    return refuse(book, request, { code: 105, message: "Order being modified does not match original order" });
  }
  const refusal =
    refusalOf(book, request) ?? (parentOf(book, request) === "missing" ? parentMissing(request) : undefined);
  if (refusal !== undefined) return refuse(book, request, refusal);
  order.orderQty = request.orderQty;
  order.leavesQty = (request.orderQty - order.cumQty) as WorkingOrder["leavesQty"];
  Object.assign(order, pricesOf(request));
  order.timeInForce = request.timeInForce;
  const parent = order.parentPermId === undefined ? undefined : book.state.open.get(order.parentPermId);
  if (order.status === "PendingSubmit" && request.transmit) return transmit(book, order, parent);
  tellOrder(book, order);
  arrive(book, order);
}

/** Cancels by a client's own id. 202 is success; 10147, 10148 and 161 say why not. */
export function cancelByKey(book: Book, key: Key): void {
  const order = openByKey(book, key);
  if (order !== undefined) return cancelOrder(book, order);
  const ended = completedByKey(book, key);
  const id = key.ibOrderId;
  if (ended === undefined)
    return refuse(book, key, { code: 10147, message: `OrderId ${id} that needs to be cancelled is not found.` });
  if (ended.status !== "Inactive") {
    return refuse(book, key, {
      code: 10148,
      message: `OrderId ${id} that needs to be cancelled can not be cancelled, state: ${ended.status}.`,
    });
  }
  const message = `Cancel attempted when order is not in a cancellable state.  Order permId =${ended.permId}`;
  refuse(book, key, { code: 161, message });
}

/** Cancels everything that is open, of all clients. */
export function cancelAll(book: Book): void {
  for (const order of book.state.open.values()) cancelOrder(book, order);
}
