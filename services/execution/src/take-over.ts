import type { Entry } from "@bowline/contracts";
import { assert } from "@bowline/kernel";
import { type OrderBook, type OrderOutput, approvedOrderOf, legsOf } from "@bowline/orders";
import type { Work } from "./approvals.ts";
import type { WriteAheadLog } from "./log/write-ahead-log.ts";

/** What the journal said until this incarnation began. */
export type JournalSoFar = { readonly generation: string; readonly seq: number };

/**
 * Takes over from earlier incarnations: approvals that this disk cannot vouch for are in doubt, and from here on it
 * can, because a new coverage begins in its log.
 */
export function takeOver(
  parts: { readonly work: Work; readonly book: OrderBook; readonly log: WriteAheadLog },
  journal: JournalSoFar,
): readonly OrderOutput[] {
  const { work, book, log } = parts;
  const { whole, unknown } = work.takeOver(log, journal.generation);
  if (!whole) log.append({ type: "GENERATION", ...journal });
  return unknown.flatMap((entry) => doubtApproval(book, entry));
}

function doubtApproval(book: OrderBook, entry: Entry): readonly OrderOutput[] {
  const order = approvedOrderOf(entry);
  assert(order !== undefined, "only approvals are left over");
  return legsOf(order).flatMap((leg) => {
    book.add(leg);
    return book.doubt(leg.clOrdId, "approved before this machine's write-ahead log of this journal began");
  });
}
