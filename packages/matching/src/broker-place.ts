import { US_PER_SECOND, us } from "@bowline/kernel";
import { type Book, complete, copyOf, tellError, tellOrder } from "./broker-book.ts";
import { isShortSale, type Refusal, refusalOf, rejectionOf } from "./broker-check.ts";
import { holdOf, takeHold } from "./broker-hold.ts";
import { completedByKey, type Key, openByKey, refuse } from "./broker-key.ts";
import { makeOrder } from "./broker-make.ts";
import { arrive } from "./broker-match.ts";
import { modifyOrder } from "./broker-modify.ts";
import type { WorkingOrder } from "./broker-state.ts";
import type { OrderRequest } from "./broker-types.ts";
import { ignoresOutsideRth, warnOfHours } from "./broker-warn.ts";
import { tellWhatIf } from "./broker-what-if.ts";

/** The id that a client may use next; every later one is free too. */
export const nextIbOrderId = (book: Book, clientId: number): number => book.state.ids.nextIbOrderIds.get(clientId) ?? 1;

/** Places a new order, modifies a working one of the same client and id, or tries an inactive one again. */
export function placeOrder(book: Book, request: OrderRequest): void {
  const working = openByKey(book, request);
  const parent = parentOf(book, request);
  if (working !== undefined && request.whatIf === true) return askAboutChange(book, working, request);
  if (working !== undefined) return modifyWorking(book, working, request, parent);
  const revived = inactiveByKey(book, request);
  if (revived === undefined) {
    if (request.ibOrderId < nextIbOrderId(book, request.clientId)) return refuseOldId(book, request);
    book.state.ids.nextIbOrderIds.set(request.clientId, request.ibOrderId + 1);
  }
  if (parent === "missing") return refuse(book, request, parentMissing(request));
  const refusal = refusalOf(book, request);
  if (refusal !== undefined) return refuse(book, request, refusal);
  const order = makeOrder(book, request, revived ?? nextPermId(book), parent);
  if (request.whatIf === true) return tellWhatIf(book, order);
  if (revived !== undefined) forget(book, revived);
  accept(book, order, request, parent);
}

/** A what-if with the id of a working order asks what it would be as changed; the order stays as it is. */
function askAboutChange(book: Book, working: WorkingOrder, request: OrderRequest): void {
  const refusal = refusalOf(book, request);
  if (refusal !== undefined) return refuse(book, request, refusal);
  tellWhatIf(book, makeOrder(book, request, working.permId, undefined));
}

/** Takes an order into the book, or rejects it: it is then Inactive. */
function accept(book: Book, order: WorkingOrder, request: OrderRequest, parent: WorkingOrder | undefined): void {
  book.state.open.set(order.permId, order);
  const rejection = rejectionOf(book, order);
  if (rejection !== undefined) rejectOrder(book, order, rejection);
  else if (request.transmit) transmit(book, order, parent);
  else tellStaged(book, order);
}

/** An order that is not transmitted is known here alone. */
function tellStaged(book: Book, order: WorkingOrder): void {
  if (book.terms.behaviour.stagedOrders === "TOLD") tellOrder(book, order);
}

function nextPermId({ state }: Book): number {
  state.ids.lastPermId += 1;
  return state.ids.lastPermId;
}

/** The permId of an inactive order that a modify may bring back. */
function inactiveByKey(book: Book, key: Key): number | undefined {
  // A new id belongs to no order that ended: the search is spared.
  const isNew = key.ibOrderId >= nextIbOrderId(book, key.clientId);
  const ended = book.terms.behaviour.inactiveRevival && !isNew ? completedByKey(book, key) : undefined;
  return ended?.status === "Inactive" ? ended.permId : undefined;
}

function forget({ state }: Book, permId: number): void {
  state.completed = state.completed.filter((order) => order.permId !== permId);
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

function rejectOrder(book: Book, order: WorkingOrder, { code, message }: Refusal): void {
  complete(book, order, "Inactive", { reason: message, status: message });
  tellError(book, order, code, message);
  book.events.push({ type: "orderStatus", order: copyOf(order) });
}

/** Transmits an order with all of its family that is staged, entry first, then lets what is not held meet the market. */
function transmit(book: Book, order: WorkingOrder, parent: WorkingOrder | undefined): void {
  const root = parent ?? order;
  const isFamily = (other: WorkingOrder): boolean =>
    other === root || other === order || other.parentPermId === root.permId;
  const staged = [...book.state.open.values()].filter((other) => isFamily(other) && other.status === "PendingSubmit");
  for (const member of staged) {
    // Staged no more: what else holds it is asked anew.
    member.status = "PreSubmitted";
    if (member.parentPermId === undefined) locate(book, member);
    const hold = holdOf(book, member, "ARRIVAL");
    takeHold(member, hold);
    ignoresOutsideRth(book, member);
    warnOfHours(book, member, hold, () => tellOrder(book, member));
    if (hold === "LOCATE") tellError(book, member, 404, "Order held while securities are located.");
  }
  if (staged.includes(root)) arrive(book, root);
}

/** Begins to look for the shares of a short sale that are hard to borrow; 2 says that the client has them from elsewhere. */
function locate(book: Book, order: WorkingOrder): void {
  const { borrow } = book.terms.instrumentOf(order.symbol);
  if (borrow !== "HARD" || order.shortSaleSlot === 2 || !isShortSale(book, order)) return;
  order.notes.locatedUs = us(book.state.nowUs + book.terms.behaviour.locateSeconds * US_PER_SECOND);
}

/** What does not fit leaves the order as it was. */
function modifyWorking(
  book: Book,
  order: WorkingOrder,
  request: OrderRequest,
  parent: WorkingOrder | undefined | "missing",
): void {
  const refusal = modifyOrder(book, order, request, parent === "missing" ? parentMissing(request) : undefined);
  if (refusal !== undefined) return refuse(book, request, refusal);
  if (order.status === "PendingSubmit") {
    if (!request.transmit) return tellStaged(book, order);
    return transmit(
      book,
      order,
      order.parentPermId === undefined ? undefined : book.state.open.get(order.parentPermId),
    );
  }
  takeHold(order, holdOf(book, order, "ARRIVAL"));
  tellOrder(book, order);
  arrive(book, order);
}
