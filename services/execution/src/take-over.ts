import type { Entry } from "@bowline/contracts";
import { assert } from "@bowline/kernel";
import { EXIT_FENCED, HaltError } from "@bowline/service-kit";
import { type OrderBook, type OrderOutput, approvedOrderOf, legsOf } from "@bowline/orders";
import type { Work } from "./approvals.ts";
import type { WriteAheadLog } from "./log/write-ahead-log.ts";

/** What the journal said until this incarnation began. */
export type JournalSoFar = { readonly generation: string; readonly seq: number };
export type TakingOver = {
  readonly work: Work;
  readonly book: OrderBook;
  readonly log: WriteAheadLog;
  /** Of the lease that was won. */
  readonly epoch: number;
};

/**
 * Takes over from earlier incarnations: approvals that this disk cannot vouch for are in doubt, and from here on it
 * can, because a new coverage begins in its log.
 */
export function takeOver(parts: TakingOver, journal: JournalSoFar): readonly OrderOutput[] {
  const { work, book, log, epoch } = parts;
  refuseOldKnowledge(log, journal.generation, epoch);
  log.append({ type: "TAKEN", generation: journal.generation, epoch });
  const { whole, unknown } = work.takeOver(log, journal.generation);
  if (!whole) log.append({ type: "GENERATION", ...journal });
  return unknown.flatMap((entry) => doubtApproval(book, entry));
}

/** A log that another process goes on writing, or that knows a later lease than ours: whoever sends from it sends twice. */
function refuseOldKnowledge(log: WriteAheadLog, generation: string, epoch: number): void {
  const halt = (detail: string): never => {
    throw new HaltError(EXIT_FENCED, { code: "LOG_FENCED", subject: "execution.wal", detail });
  };
  if (log.isForeign()) halt("another process wrote it since it was read: starting again reads it anew");
  const known = log.maxEpoch(generation);
  if (known > epoch)
    halt(`it knows the lease's epoch ${known}, ours is ${epoch}: the leases of NATS are older than this disk`);
}

function doubtApproval(book: OrderBook, entry: Entry): readonly OrderOutput[] {
  const order = approvedOrderOf(entry);
  assert(order !== undefined, "only approvals are left over");
  return legsOf(order).flatMap((leg) => {
    book.add(leg);
    return book.doubt(leg.clOrdId, "approved before this machine's write-ahead log of this journal began");
  });
}
