import type { IbSession } from "@bowline/broker-ib";
import type { Entry, Order } from "@bowline/contracts";
import {
  type Approved,
  type OrderBook,
  type OrderLeg,
  type OrderOutput,
  approvedOrderOf,
  describeFlip,
  flipReason,
  isReduceOnly,
  legsOf,
  submittedEvent,
} from "@bowline/orders";
import type { EdgePort } from "@bowline/service-kit";
import { tooOld } from "./approval-age.ts";
import type { Rehearse } from "./crash-point.ts";
import { neverWritten } from "./doubts.ts";
import type { WriteAheadLog } from "./log/write-ahead-log.ts";

export type SendContext = {
  readonly port: EdgePort;
  readonly book: OrderBook;
  readonly log: WriteAheadLog;
  readonly generation: string;
  /** Signed, in micros of a share: what the account holds as far as this process knows, fills that are not journaled yet included. */
  positionOf(order: Pick<Order, "accountId" | "symbol">): number;
  /** Why the trading state of its scopes forbids an order, by kills and by what the gate says. */
  stateForbids(order: Order): string | undefined;
  /** What forbids any order now, besides the trading state: a KILL file, a gate that fell silent. */
  forbidden(order: Pick<Order, "clOrdId">): string | undefined;
  readonly rehearse: Rehearse;
  /** The session over which orders may go now. */
  ready(): IbSession | undefined;
  takeIds(count: number): readonly number[];
  /** Marks the order while its send is under way: whoever reconciles meanwhile leaves it to us. */
  readonly sending: Set<string>;
  say(outputs: readonly OrderOutput[]): void;
};

/** What became of an approval. Not sent means: nothing of it was ever begun, it lapses by itself. */
export type Sent = { readonly type: "sent" } | { readonly type: "not-sent" | "lost"; readonly reason: string };

/** Data arrive all the time while a market is open: after this much silence TWS is asked whether it is there. */
const SILENT_BEFORE_ASKING_MS = 250;
const ANSWER_WITHIN_MS = 1000;
/** Since the check before the write-ahead record: a journal that hangs gives TWS time to go away. */
const SILENT_AT_MOST_MS = 1000;

/**
 * Sends an approved order at most once: its record is on this disk, then it is in the journal, then everything that could
 * forbid it is looked at again, then its legs are written, each once. Whatever happens after the record, no other attempt is made.
 */
export async function sendOrder(context: SendContext, approval: Entry): Promise<Sent> {
  const order = approvedOrderOf(approval);
  if (order === undefined) return notSent("the entry is no approval of the risk gate");
  const begun = legsOf(order).find(
    ({ clOrdId }) => (context.log.orderOf(clOrdId) ?? context.book.get(clOrdId)) !== undefined,
  );
  if (begun !== undefined) return notSent(`${begun.clOrdId} was begun before`);
  context.rehearse("before-wal");
  const session = context.ready();
  const forbidden =
    session === undefined
      ? "not READY"
      : (tooOld(approval, context.port.nowUs()) ?? forbids(context, order) ?? (await silence(context, session)));
  if (session === undefined || forbidden !== undefined) return notSent(forbidden ?? "not READY");
  context.sending.add(order.clOrdId);
  try {
    return await begin(context, session, { approval, order });
  } finally {
    context.sending.delete(order.clOrdId);
  }
}

const notSent = (reason: string): Sent => ({ type: "not-sent", reason });

type Begun = { readonly approval: Entry; readonly order: Approved<Order> };

async function begin(context: SendContext, session: IbSession, { approval, order }: Begun): Promise<Sent> {
  const { log, book, port, rehearse } = context;
  const legs = legsOf(order);
  const ids = context.takeIds(legs.length);
  const placements = legs.map((leg, index) => ({ leg, ibOrderId: ids[index] ?? 0 }));
  log.append({
    type: "SUBMITTING",
    generation: context.generation,
    epoch: port.epoch(),
    clOrdId: order.clOrdId,
    approvalId: approval.header.id,
    approvalSeq: approval.seq,
    legs: placements.map(({ leg, ibOrderId }) => ({ ...leg, ibOrderId })),
  });
  rehearse("after-wal");
  for (const { leg, ibOrderId } of placements) book.add(leg, ibOrderId);
  // The legs share a subject: only the first can be held against what is there already.
  await port.publish(
    legs.map((leg, index) => ({
      event: submittedEvent(leg),
      cause: approval,
      ...(index === 0 ? { fence: true as const } : {}),
    })),
  );
  rehearse("after-submitted");
  const hasRoom = await session.orderRoom(legs.length, isReduceOnly(order) ? "protective" : "order");
  if (port.lockstep) await port.keepLease();
  const forbidden = hasRoom ? forbidsNow(context, session, order) : "the session ended";
  if (forbidden !== undefined) return abandon(context, order, { legs, reason: forbidden });
  const idOf = new Map(placements.map(({ leg, ibOrderId }) => [leg.clOrdId, ibOrderId]));
  for (const { leg, ibOrderId } of placements) {
    const parentIbOrderId = leg.parentClOrdId === undefined ? undefined : idOf.get(leg.parentClOrdId);
    session.placeOrder(leg, parentIbOrderId === undefined ? { ibOrderId } : { ibOrderId, parentIbOrderId });
    rehearse("after-place");
  }
  log.append({ type: "SENT", clOrdId: order.clOrdId });
  return { type: "sent" };
}

/** Our own log knows that it never reached the wire: no broker needs to be asked. */
function abandon(
  { log, book, say }: SendContext,
  { clOrdId }: Order,
  why: { readonly legs: readonly OrderLeg[]; readonly reason: string },
): Sent {
  log.append({ type: "ABANDONED", clOrdId, reason: why.reason });
  for (const leg of why.legs) say(book.lose(leg.clOrdId, neverWritten(why.reason)));
  return { type: "lost", reason: why.reason };
}

/** What forbids an order on any session. The gate looked at the position, too; since then other exits may have filled. */
function forbids(context: SendContext, order: Order): string | undefined {
  const { port, book, positionOf } = context;
  const { clOrdId, expiresUs } = order;
  const forbidden = context.stateForbids(order) ?? context.forbidden(order);
  if (forbidden !== undefined) return forbidden;
  if (port.nowUs() > expiresUs) return "expired";
  if (book.cancelRequested(clOrdId)) return "a strategy asked for its cancel";
  const flip = flipReason(order, positionOf(order), { ours: book.open(), external: book.openExternal() });
  return flip === undefined ? undefined : describeFlip(flip);
}

function forbidsNow(context: SendContext, session: IbSession, order: Order): string | undefined {
  if (context.ready() !== session) return "the session is not READY any more";
  if (context.port.lockstep) return forbids(context, order);
  if (!context.port.holdsLease()) return "the lease may be another's";
  if (session.silentMs() > SILENT_AT_MOST_MS) return "TWS is silent";
  return forbids(context, order);
}

/** A socket that nobody answers on is as good as none; the probe alone would notice it only seconds later. */
async function silence({ port }: SendContext, session: IbSession): Promise<string | undefined> {
  if (port.lockstep || session.silentMs() <= SILENT_BEFORE_ASKING_MS) return undefined;
  const timeout = Promise.withResolvers<"timeout">();
  const timer = setTimeout(() => timeout.resolve("timeout"), ANSWER_WITHIN_MS);
  const answer = await Promise.race([session.probe(), timeout.promise]);
  clearTimeout(timer);
  return answer !== "timeout" && answer.ok ? undefined : "TWS does not answer";
}
