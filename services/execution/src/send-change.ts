import type { IbSession } from "@bowline/broker-ib";
import type { Entry, EventByKind } from "@bowline/contracts";
import { type KnownOrder, type OrderLeg, changeFlips, changedLeg, isTerminal, keepsAllButQty } from "@bowline/orders";
import { tooOld } from "./approval-age.ts";
import { type Core, say, tellNotSent } from "./core.ts";
import { noneMayGo } from "./none-may-go.ts";
import type { WriteAheadLog } from "./log/write-ahead-log.ts";
import { positionOf } from "./positions.ts";
import { stateForbids } from "./state-forbids.ts";

type Change = EventByKind<"order.replace-approved">;

/**
 * What earlier incarnations left: a change that this disk began is under way until the broker shows what became of it, any other was
 * never begun, and is not made any more.
 */
export function takeOverChanges(core: Core, log: WriteAheadLog, generation: string): void {
  const begun = new Set(log.changes(generation).map(({ replaceId }) => replaceId));
  for (const { change } of core.changes.open.values()) {
    if (!begun.has(change.replaceId)) refuse(core, change, "execution was not running when it was approved");
    else if (core.book.beginReplace(change) === undefined) refuse(core, change, "the order ended meanwhile");
  }
}

/** The session ended: what waits is not sent on the next one, and nobody waits for its answer. */
export function forgetWork(core: Core, reason: string): void {
  for (const entry of core.work.forget()) {
    tellNotSent(core, entry, reason);
    if (entry.event.kind === "order.replace-approved") refuse(core, entry.event, reason);
  }
}

function refuse(core: Core, { clOrdId, replaceId }: Change, reason: string): void {
  say(core, core.book.refuseReplace(clOrdId, replaceId, reason));
}

/**
 * Sends an approved change, at most once: its record is on the disk, everything that could forbid it is looked at again, then the
 * order is written with its own id and its new terms. It is under way until the broker shows it, or refuses it.
 */
export async function sendChange(core: Core, entry: Entry): Promise<void> {
  const { event, header, seq } = entry;
  if (event.kind !== "order.replace-approved" || header.machine !== "risk-gate") return;
  const session = core.running?.link.ready();
  if (session === undefined) return refuse(core, event, "not READY");
  const approved = { change: event, approvedSeq: seq };
  const forbidden = whyNot(core, approved, header);
  if (forbidden !== undefined) return refuse(core, event, forbidden);
  const order = core.book.get(event.clOrdId);
  if (order?.ibOrderId === undefined) return refuse(core, event, "the order is not known to this session");
  const terms = core.book.beginReplace(event);
  if (terms === undefined) return refuse(core, event, "the order does not work, or another change is under way");
  const { clOrdId, replaceId } = event;
  const { generation = "" } = core;
  core.options.log.append({ type: "REPLACING", generation, clOrdId, replaceId, approvalSeq: seq, ...terms });
  const stopped = await forbiddenNow(core, session, { ...approved, leg: order.leg });
  if (stopped !== undefined) return say(core, core.book.giveUpReplace(clOrdId, stopped));
  session.placeOrder(changedLeg(order.leg, terms), idsFor(core, order.leg, order.ibOrderId));
  core.changes.sentMs.set(clOrdId, performance.now());
}

type Approved = { readonly change: Change; readonly approvedSeq: number };

/** A gate that was paused meanwhile may have approved it. */
const whyNot = (core: Core, approved: Approved, header: Entry["header"]): string | undefined =>
  header.epoch < core.gateEpoch
    ? "approved under a lease that another gate has won since"
    : (tooOld({ header }, core.running?.port.nowUs() ?? header.seenUs) ??
      forbids(core, approved) ??
      flips(core, approved.change));

/** Waits for room, and looks again at what may forbid it since. */
async function forbiddenNow(
  core: Core,
  session: IbSession,
  { leg, ...approved }: Approved & { readonly leg: OrderLeg },
): Promise<string | undefined> {
  const isProtective = leg.leg === "STOP" || leg.leg === "TARGET";
  const hasRoom = await session.orderRoom(1, isProtective ? "protective" : "order");
  const { running } = core;
  if (running?.port.lockstep === true) await running.port.keepLease();
  if (!hasRoom || running?.link.ready() !== session) return "the session ended";
  if (!isUnderWay(core, approved.change)) return "the order ended, or is being canceled";
  if (!running.port.lockstep && !running.port.holdsLease()) return "the lease may be another's";
  return forbids(core, approved) ?? flips(core, approved.change);
}

/** The order may have ended meanwhile, or the change have been given up: what is written then is an order of its own. */
const isUnderWay = ({ book }: Core, { clOrdId, replaceId }: Change): boolean => {
  const order = book.get(clOrdId);
  return order?.status === "PENDING_REPLACE" && order.replacing?.replaceId === replaceId;
};

/** A child whose parent is gone is an order of its own: TWS would not find the parent (135). */
function idsFor({ book }: Core, { parentClOrdId }: OrderLeg, ibOrderId: number) {
  const parent = parentClOrdId === undefined ? undefined : book.get(parentClOrdId);
  const parentIbOrderId = parent === undefined || isTerminal(parent.status) ? undefined : parent.ibOrderId;
  return { ibOrderId, ...(parentIbOrderId === undefined ? {} : { parentIbOrderId }) };
}

function forbids(core: Core, { change, approvedSeq }: Approved): string | undefined {
  const { book, running } = core;
  const order = book.get(change.clOrdId);
  const forbidden =
    order === undefined ? undefined : stateForbids(core, order.leg, { reduces: takesAway(order, change), approvedSeq });
  if (forbidden !== undefined) return forbidden;
  if (running === undefined) return "not READY";
  const nowUs = running.port.nowUs();
  return nowUs > change.expiresUs ? "expired before it was sent" : noneMayGo(core, nowUs);
}

/** What opens nothing goes on while only reducing is allowed: an exit, and an entry that only becomes smaller. */
const takesAway = ({ leg, terms }: Readonly<KnownOrder>, change: Change): boolean =>
  leg.leg !== "ENTRY" || ((change.orderQty ?? terms.orderQty) <= terms.orderQty && keepsAllButQty(terms, change));

/** Why an exit must not become what a change asks for. */
const flips = (core: Core, change: Change): string | undefined =>
  changeFlips(core.book, change, (leg) => positionOf({ fills: core.fills, log: core.options.log }, leg));

/** Cancels an order under every id that it may work under. */
export function cancelEverywhere({ book }: Pick<Core, "book">, session: IbSession | undefined, clOrdId: string): void {
  for (const ibOrderId of book.idsOf(clOrdId)) session?.cancelOrder(ibOrderId);
}
