import { MICROS, mulDiv, qty, type Qty } from "@bowline/kernel";
import { type Book, isOpen, tellOrder } from "./broker-book.ts";
import { cancelOrder } from "./broker-cancel.ts";
import type { WorkingOrder } from "./broker-state.ts";
import type { OcaType } from "./broker-types.ts";

const SIBLING_FILLED = { reason: "OCA group was filled", status: "Cancelled by System" };

/** A fill of one order ends or reduces the others of its group: children of one parent, and orders of one OCA group of a client. */
export function tellSiblings(book: Book, filled: WorkingOrder, leavesBefore: Qty): void {
  const { open } = book.state;
  if (filled.parentPermId === undefined && filled.ocaGroup === undefined) return;
  const isSibling = (other: WorkingOrder): boolean =>
    other.permId !== filled.permId && (isOfOneParent(other, filled) || isOfOneGroup(other, filled));
  const siblings = [...open.values()].filter(isSibling);
  const type = ocaTypeOf(book, filled);
  if (type === 3) {
    const { leavesQty } = filled;
    book.later.push(() => reduceAll(book, siblings, leavesQty, leavesBefore));
  } else if (type === 2) reduceAll(book, siblings, filled.leavesQty, leavesBefore);
  else for (const sibling of siblings) if (isOpen(book, sibling)) cancelOrder(book, sibling, SIBLING_FILLED);
}

const isOfOneParent = (a: WorkingOrder, b: WorkingOrder): boolean =>
  a.parentPermId !== undefined && a.parentPermId === b.parentPermId;

const isOfOneGroup = (a: WorkingOrder, b: WorkingOrder): boolean =>
  a.ocaGroup !== undefined && a.ocaGroup === b.ocaGroup && a.clientId === b.clientId && a.account === b.account;

const ocaTypeOf = ({ terms }: Book, { ocaType, ocaGroup }: WorkingOrder): OcaType =>
  ocaType ?? (ocaGroup === undefined ? terms.behaviour.childOcaType : terms.behaviour.groupOcaType);

/** Leaves of each sibling the part that the filled order has left, in whole shares; nothing left is a cancel. */
function reduceAll(book: Book, siblings: readonly WorkingOrder[], leaves: Qty, leavesBefore: Qty): void {
  for (const sibling of siblings) {
    if (!isOpen(book, sibling)) continue;
    const part = Math.floor(mulDiv(sibling.leavesQty, leaves, leavesBefore) / MICROS) * MICROS;
    if (part === 0) cancelOrder(book, sibling, SIBLING_FILLED);
    else {
      sibling.leavesQty = qty(Math.min(part, sibling.leavesQty));
      sibling.orderQty = qty(sibling.cumQty + sibling.leavesQty);
      tellOrder(book, sibling);
    }
  }
}
