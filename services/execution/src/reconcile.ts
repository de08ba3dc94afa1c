import { type IbSession, type OpenOrder, type RequestError, describeRequestError } from "@bowline/broker-ib";
import type { BrokerPosition, EventByKind, ExternalPolicy } from "@bowline/contracts";
import { type Result, type Us, err, ok } from "@bowline/kernel";
import type { BrokerRef, OrderBook, OrderOutput } from "@bowline/orders";
import { cancelEverywhere } from "./send-change.ts";
import { clearDoubts, findDoubts } from "./doubts.ts";
import type { WriteAheadLog } from "./log/write-ahead-log.ts";
import { type Difference, type NetFills, differenceAction, differencesOf, setBaseline } from "./positions.ts";
import { explainDifferences } from "./unexplained.ts";

export type Action = EventByKind<"broker.reconciliation">["actions"][number];

/** One path for all of them: after a start, after a cut, and every half minute. */
export type ReconcileTrigger = "START" | "RECONNECT" | "PERIODIC";

export type ReconcileContext = {
  readonly book: OrderBook;
  readonly log: WriteAheadLog;
  readonly generation: string;
  readonly fills: NetFills;
  /** Whether the send of an order is under way, or was a moment ago: its sender says how it ends. */
  isSending(clOrdId: string): boolean;
  say(outputs: readonly OrderOutput[]): void;
  /** Time between the two looks before an order counts as lost: a message may still be on its way. */
  readonly secondLookAfterMs: number;
  /** In simulated time no execution is on its way between two questions. */
  readonly lockstep: boolean;
  readonly trigger: ReconcileTrigger;
  /** Whether a change of the order was written to this session a moment ago. */
  isChanging(clOrdId: string): boolean;
  /** When everything was heard for the last time, and now. */
  readonly times: { readonly heardUs: Us | undefined; readonly nowUs: Us };
  /** Positions that an operator looked at and takes as right, by symbol. */
  readonly taken: ReadonlyMap<string, TakenPosition>;
  readonly policy: ExternalPolicy;
  readonly accountId: string;
};

/** `quantity` is signed, in micros of a share. */
export type TakenPosition = { readonly quantity: number; readonly by: string; readonly reason: string };

export type Reconciliation = {
  readonly event: EventByKind<"broker.reconciliation">;
  /** Nothing about an order is in doubt any more. A position that differs does not count here: the gate denies its symbol. */
  readonly ordersKnown: boolean;
  /** The smallest order id that is free for sure. */
  readonly nextIbOrderId: number;
};

/** Everything that the broker holds, asked for in this order: executions after the orders that they belong to. */
type Look = {
  readonly openOrders: readonly OpenOrder[];
  readonly completed: readonly BrokerRef[];
  readonly executions: number;
  /** When the oldest of them was executed. */
  readonly executedFromUs: Us | undefined;
  readonly positions: readonly BrokerPosition[];
  /** Orders that are not ours and that worked when the list of open orders was asked for, by permId. */
  readonly externalBefore: readonly string[];
};

/** Compares our log and journal with the broker, and says what the journal lacks. A request that fails is no answer: then there is no result. */
export async function reconcile(
  session: IbSession,
  context: ReconcileContext,
): Promise<Result<Reconciliation, string>> {
  const actions: Action[] = [];
  context.say(findDoubts(context, actions));
  const asked = askedAbout(context);
  let look = await firstLook(session, context);
  if (!look.ok) return err(describeRequestError(look.error));
  if (cancelHalfBrackets(session, context, { look: look.value, actions }) > 0) {
    const settled = await session.fence();
    if (!settled.ok) return err(describeRequestError(settled.error));
  }
  let lost = missing(context, asked.orders, look.value);
  const first = differencesOf(context, look.value.positions);
  if (lost.length > 0 || (!context.lockstep && first.length > 0)) {
    await new Promise((resolve) => setTimeout(resolve, context.secondLookAfterMs));
    look = await lookAt(session, context);
    if (!look.ok) return err(describeRequestError(look.error));
    lost = missing(context, lost, look.value);
  }
  for (const clOrdId of lost) context.say(clearDoubts(context, clOrdId, actions));
  giveUpChanges(context, asked.changes, { look: look.value, actions });
  settleExternal(context, look.value);
  const differences = comparePositions(context, look.value, { first, actions });
  cancelWanted(session, context);
  const ordersKnown = context.book.open().every((order) => order.status !== "UNKNOWN");
  const { openOrders, executions } = look.value;
  const clean = ordersKnown && differences.length === 0;
  const event = {
    kind: "broker.reconciliation",
    trigger: context.trigger,
    clean,
    openOrders: openOrders.length,
    executions,
    actions,
  } as const;
  return ok({ event, ordersKnown, nextIbOrderId: firstFreeId(session, context, openOrders) });
}

const SOON_MS = 500;

/** What is executed between the questions for executions and for positions only seems to differ: the next answer has it, soon. */
async function firstLook(session: IbSession, context: ReconcileContext): Promise<Result<Look, RequestError>> {
  const look = await lookAt(session, context);
  const { secondLookAfterMs, lockstep } = context;
  if (!look.ok || lockstep || differencesOf(context, look.value.positions).length === 0) return look;
  await new Promise((resolve) => setTimeout(resolve, Math.min(SOON_MS, secondLookAfterMs)));
  return lookAt(session, context);
}

async function lookAt(session: IbSession, { book }: ReconcileContext): Promise<Result<Look, RequestError>> {
  const externalBefore = book.openExternal().map(({ orderId }) => orderId);
  const openOrders = await session.openOrders();
  if (!openOrders.ok) return openOrders;
  for (const { callback, ibOrderId } of openOrders.value) {
    const order = book.find(callback.ref);
    if (order !== undefined && ibOrderId !== undefined) book.add(order.leg, ibOrderId);
  }
  const completed = await session.completedOrders();
  if (!completed.ok) return completed;
  const executions = await session.executions();
  if (!executions.ok) return executions;
  const positions = await session.positions();
  if (!positions.ok) return positions;
  session.followPnl();
  const account = await session.followAccount();
  if (!account.ok) return account;
  const fence = await session.fence();
  if (!fence.ok) return fence;
  return ok({
    openOrders: openOrders.value,
    completed: completed.value.map(({ ref }) => ref),
    executions: executions.value.length,
    executedFromUs: executions.value.reduce<Us | undefined>(
      (oldest, { transactUs }) => (oldest === undefined || transactUs < oldest ? transactUs : oldest),
      undefined,
    ),
    positions: positions.value,
    externalBefore,
  });
}

type Asked = { readonly orders: readonly string[]; readonly changes: ReadonlyMap<string, string> };

/**
 * What the broker must know as it is asked: nothing that is sent later is missing from its answer. Changes are named by their order.
 */
function askedAbout({ book, isSending, isChanging }: ReconcileContext): Asked {
  const orders = book.open().filter(({ leg }) => !isSending(leg.clOrdId));
  const changes = orders.flatMap(({ leg: { clOrdId }, replacing }): readonly (readonly [string, string])[] =>
    replacing === undefined || isChanging(clOrdId) ? [] : [[clOrdId, replacing.replaceId]],
  );
  return { orders: orders.map(({ leg }) => leg.clOrdId), changes: new Map(changes) };
}

/** Of two looks while all goes well, each between a fill and its position, only what both show alike counts. */
const isShownTwice = (first: readonly Difference[], { symbol, ours, theirs }: Difference): boolean =>
  first.some((one) => one.symbol === symbol && one.theirs - one.ours === theirs - ours);

/** In simulated time nothing is ever on its way, and the books' own comparison tells what differs. */
function comparePositions(
  context: ReconcileContext,
  { positions, executedFromUs }: Look,
  { first, actions }: { readonly first: readonly Difference[]; readonly actions: Action[] },
): readonly Difference[] {
  actions.push(...setBaseline(context, positions));
  const found = differencesOf(context, positions).filter(
    (one) => context.trigger !== "PERIODIC" || isShownTwice(first, one),
  );
  const { left, explained } = context.lockstep
    ? { left: found, explained: [] }
    : explainDifferences(context, found, { positions, executedFromUs });
  actions.push(...explained, ...left.map(differenceAction));
  return left;
}

/** What others did with their orders is known as of this look: executions were asked for after the list. */
function settleExternal({ book, say }: ReconcileContext, { openOrders, externalBefore }: Look): void {
  const shown = new Set(openOrders.flatMap(({ callback }) => callback.ref.orderId ?? []));
  say(book.settleExternal({ before: externalBefore, shown }));
}

/** A change that was sent long ago, of an order that the list shows as it was, was not made. */
function giveUpChanges(
  { book, say }: ReconcileContext,
  changes: Asked["changes"],
  { look, actions }: { readonly look: Look; readonly actions: Action[] },
): void {
  const shown = new Set(look.openOrders.map(({ callback }) => book.find(callback.ref)?.leg.clOrdId));
  for (const { leg, replacing } of book.open()) {
    if (replacing === undefined || !shown.has(leg.clOrdId) || changes.get(leg.clOrdId) !== replacing.replaceId)
      continue;
    actions.push({
      subject: leg.clOrdId,
      finding: "a change of it is not to be seen",
      action: "the order is as it was",
    });
    say(book.giveUpReplace(leg.clOrdId));
  }
}

/** Orders of ours that should work and that no list of the broker's shows. What completed without its executions is no loss: the position tells. */
function missing({ book }: ReconcileContext, asked: readonly string[], look: Look): readonly string[] {
  const shown = [...look.openOrders.map(({ callback }) => callback.ref), ...look.completed];
  const seen = new Set(shown.map((ref) => book.find(ref)?.leg.clOrdId));
  const open = new Set(book.open().map(({ leg }) => leg.clOrdId));
  return asked.filter((clOrdId) => open.has(clOrdId) && !seen.has(clOrdId));
}

/** A crash between the legs of a bracket leaves some of them at the broker, staged: they must not wait there for somebody to transmit them. */
function cancelHalfBrackets(
  session: IbSession,
  { book, log, generation }: ReconcileContext,
  found: { readonly look: Look; readonly actions: Action[] },
): number {
  const staged = new Set(
    found.look.openOrders.flatMap(({ callback }) =>
      callback.status === "PendingSubmit" || callback.status === "ApiPending"
        ? (book.find(callback.ref)?.leg.clOrdId ?? [])
        : [],
    ),
  );
  const legs = log.unsent(generation).flatMap((order) => (order.state === "SUBMITTING" ? order.record.legs : []));
  const half = legs.filter((leg) => staged.has(leg.clOrdId));
  for (const leg of half) {
    session.cancelOrder(leg.ibOrderId);
    found.actions.push({
      subject: leg.clOrdId,
      finding: "staged at the broker, its bracket incomplete",
      action: "canceled",
    });
  }
  return half.length;
}

/** Cancels that a strategy asked for and that may not have reached the broker. */
function cancelWanted(session: IbSession, { book }: ReconcileContext): void {
  for (const order of book.open()) {
    if (order.cancelRequested && order.status !== "UNKNOWN") cancelEverywhere({ book }, session, order.leg.clOrdId);
  }
}

/** Above what TWS says, above all that it shows, above all that this disk ever used. */
const firstFreeId = (session: IbSession, { log }: ReconcileContext, openOrders: readonly OpenOrder[]): number =>
  openOrders.reduce(
    (next, { ibOrderId }) => Math.max(next, (ibOrderId ?? 0) + 1),
    Math.max(session.nextValidId, log.maxIbOrderId() + 1),
  );
