import type { OrderOutput } from "@bowline/orders";
import type { LoggedLeg } from "./log/log-records.ts";
import type { LoggedOrder } from "./log/write-ahead-log.ts";
import type { Action, ReconcileContext } from "./reconcile.ts";

type Found = readonly OrderOutput[];

/**
 * Before the broker is asked: which orders it may or may not know. An order in only one of log and journal, or one that
 * was begun and not marked as sent, is in doubt. One that this log knows was never written is lost without asking.
 */
export function findDoubts(context: ReconcileContext, actions: Action[]): Found {
  const { book, log, generation, isSending } = context;
  const logged = log.unsent(generation).flatMap((order) => order.record.legs.map((leg) => ({ order, leg })));
  const fromLog = logged
    .filter(({ order }) => !isSending(order.record.clOrdId))
    .flatMap(({ order, leg }) => doubtLogged(context, order, leg));
  const unlogged = book
    .open()
    .filter((order) => order.status === "PENDING_NEW" && log.orderOf(order.leg.clOrdId) === undefined);
  const fromJournal = unlogged.flatMap((order) =>
    book.doubt(order.leg.clOrdId, "submitted, and this machine's write-ahead log does not know it"),
  );
  const found = [...fromLog, ...fromJournal];
  for (const { event } of found) {
    if (event.kind === "order.unknown")
      actions.push({ subject: event.clOrdId, finding: event.reason, action: "asked the broker" });
  }
  return found;
}

function doubtLogged(
  { book }: ReconcileContext,
  { state, reason }: LoggedOrder,
  { ibOrderId, ...leg }: LoggedLeg,
): Found {
  const { status } = book.add(leg, ibOrderId);
  if (state === "ABANDONED") return book.lose(leg.clOrdId, neverWritten(reason));
  return state === "SUBMITTING" && status === "PENDING_NEW"
    ? book.doubt(leg.clOrdId, "begun, and not marked as sent in the write-ahead log")
    : [];
}

export const neverWritten = (reason: string): string =>
  `the write-ahead log: never written to the broker, because ${reason}`;

/** After two looks without a trace: the order is lost, and never sent again. */
export function clearDoubts({ book }: ReconcileContext, clOrdId: string, actions: Action[]): Found {
  const doubts = book.doubt(clOrdId, "the broker shows it in no list");
  const losses = book.lose(clOrdId, "open orders, completed orders and executions of the broker");
  if (losses.length > 0) actions.push({ subject: clOrdId, finding: "the broker does not know it", action: "lost" });
  return [...doubts, ...losses];
}
