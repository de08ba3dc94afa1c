import type { IbSession } from "@bowline/broker-ib";
import type { Entry, EventByKind } from "@bowline/contracts";
import { type OrderLeg, type WorkingTerms, isTerminal } from "@bowline/orders";
import { type Core, say } from "./core.ts";
import type { WriteAheadLog } from "./log/write-ahead-log.ts";

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
  const forbidden = forbids(core, event);
  if (forbidden !== undefined) return refuse(core, event, forbidden);
  const order = core.book.get(event.clOrdId);
  if (order?.ibOrderId === undefined) return refuse(core, event, "the order is not known to this session");
  const terms = core.book.beginReplace(event);
  if (terms === undefined) return refuse(core, event, "the order does not work, or another change is under way");
  const { clOrdId, replaceId } = event;
  const { generation = "" } = core;
  core.options.log.append({ type: "REPLACING", generation, clOrdId, replaceId, approvalSeq: seq, ...terms });
  if (!(await mayGo(core, session, { change: event, leg: order.leg })))
    return say(core, core.book.giveUpReplace(clOrdId));
  session.placeOrder(changedLeg(order.leg, terms), idsFor(core, order.leg, order.ibOrderId));
  core.changes.sentMs.set(clOrdId, performance.now());
}

/** Waits for room, and looks again at what that may have changed. */
async function mayGo(
  core: Core,
  session: IbSession,
  { change, leg }: { readonly change: Change; readonly leg: OrderLeg },
): Promise<boolean> {
  const isProtective = leg.leg === "STOP" || leg.leg === "TARGET";
  const hasRoom = await session.orderRoom(1, isProtective ? "protective" : "order");
  const { running } = core;
  return (
    hasRoom && running?.link.ready() === session && running.port.holdsLease() && forbids(core, change) === undefined
  );
}

const changedLeg = (leg: OrderLeg, { orderQty, lmtPx, stopPx }: WorkingTerms): OrderLeg => ({
  ...leg,
  orderQty,
  ...(lmtPx === undefined ? {} : { lmtPx }),
  ...(stopPx === undefined ? {} : { stopPx }),
  transmit: true,
});

/** A child whose parent is gone is an order of its own: TWS would not find the parent (135). */
function idsFor({ book }: Core, { parentClOrdId }: OrderLeg, ibOrderId: number) {
  const parent = parentClOrdId === undefined ? undefined : book.get(parentClOrdId);
  const parentIbOrderId = parent === undefined || isTerminal(parent.status) ? undefined : parent.ibOrderId;
  return { ibOrderId, ...(parentIbOrderId === undefined ? {} : { parentIbOrderId }) };
}

/** What is sent in the very second of a restart vanishes without a word. */
const RESTART_MARGIN_MS = 60_000;

function forbids({ kill, running, options }: Core, { symbol, expiresUs }: Change): string | undefined {
  if (kill.isKilled(symbol)) return "killed";
  if (options.killFile?.isThere() === true) return "a KILL file is there";
  if (running !== undefined && options.restartWindow.covers(running.port.nowUs(), RESTART_MARGIN_MS))
    return `TWS restarts about now: ${options.restartWindow.text}`;
  return running !== undefined && running.port.nowUs() > expiresUs ? "expired before it was sent" : undefined;
}

/** Cancels an order under every id that it may work under. */
export function cancelEverywhere({ book }: Pick<Core, "book">, session: IbSession | undefined, clOrdId: string): void {
  for (const ibOrderId of book.idsOf(clOrdId)) session?.cancelOrder(ibOrderId);
}
