import type { EventByKind, Side } from "@bowline/contracts";
import { type Qty, ZERO_QTY, addQty, qty } from "@bowline/kernel";
import { type BookState, type CallbackOf, type Translation, say } from "./book-state.ts";

/** An order at the broker that is not ours, as far as it was shown. */
export type ExternalOrder = {
  /** permId: manual orders all have the session's id 0. */
  readonly orderId: string;
  orderRef: string;
  readonly symbol: string;
  readonly side: Side;
  /** `undefined`: the account of the session. */
  readonly accountId: string | undefined;
  quantity: Qty;
  /** Filled, as the broker's list showed it last, and as it shows it now. */
  filledQty: Qty;
  nextFilledQty: Qty;
  /** What was executed of it as far as it was heard. */
  executedQty: Qty;
  works: boolean;
  /** What the journal has of it; `undefined` where it has nothing of what may still fill. */
  toldLeavesQty: Qty | undefined;
  changedUs: number;
};

/** What of it may still fill. */
export const externalLeavesQty = ({ works, quantity, filledQty, executedQty }: Readonly<ExternalOrder>): Qty =>
  works ? qty(Math.max(0, quantity - Math.max(filledQty, executedQty))) : ZERO_QTY;

const ENDED: ReadonlySet<string> = new Set(["Filled", "Cancelled", "ApiCancelled"]);

/** The broker shows an order that is not ours: told by its permId at once, and again where more of it may fill than was told. */
export function showExternal(to: Translation, callback: CallbackOf<"openOrder">): void {
  const { ref, symbol, side, orderQty, accountId, status } = callback;
  if (ref.orderId === undefined) return;
  const order = externalOrder(to.state, { orderId: ref.orderId, symbol, side, accountId });
  order.orderRef = ref.clOrdId ?? order.orderRef;
  order.quantity = orderQty;
  // That it ended is believed where its last execution was heard, too: at the end of the look.
  if (!ENDED.has(status)) order.works = true;
  keepIndex(to.state, order);
  if (externalLeavesQty(order) > (order.toldLeavesQty ?? -1)) tellOrder(to, order);
}

/** How much of it is filled counts once its executions were asked for: until then it counts twice rather than not at all. */
export function showExternalStatus({ state }: Translation, { ref, filledQty }: CallbackOf<"orderStatus">): void {
  const order = ref.orderId === undefined ? undefined : state.externalOrders.get(ref.orderId);
  if (order !== undefined && filledQty !== undefined) order.nextFilledQty = filledQty;
}

type Execution = CallbackOf<"execution"> & { readonly orderId: string; readonly changeQty: Qty };

/** An execution of an order that is not ours, after it was told: that part of the order cannot fill any more. */
export function executeExternal(to: Translation, execution: Execution): void {
  const { orderId, symbol, side, accountId, ref, changeQty } = execution;
  if (ref.orderId === undefined) return;
  const order = externalOrder(to.state, { orderId, symbol, side, accountId });
  order.orderRef = ref.clOrdId ?? order.orderRef;
  order.executedQty = addQty(order.executedQty, changeQty);
  // Of an order that no list has shown only this is known.
  if (!order.works) order.quantity = qty(Math.max(order.quantity, order.executedQty));
  keepIndex(to.state, order);
  if (externalLeavesQty(order) !== order.toldLeavesQty) tellOrder(to, order);
}

/**
 * The broker's list of open orders is whole, and the executions that were asked for after it were heard: what it lacks of those that
 * worked before it was asked for works no more.
 */
export function settleExternal(
  to: Translation,
  look: { readonly before: Iterable<string>; readonly shown: ReadonlySet<string> },
): void {
  const before = new Set(look.before);
  for (const order of to.state.externalOrders.values()) {
    order.filledQty = order.nextFilledQty;
    if (before.has(order.orderId) && !look.shown.has(order.orderId)) order.works = false;
    keepIndex(to.state, order);
    if (externalLeavesQty(order) !== order.toldLeavesQty) tellOrder(to, order);
  }
}

/** Those that work, or may. */
export const openExternal = (state: BookState): readonly Readonly<ExternalOrder>[] => [...state.openExternal];

function keepIndex({ openExternal: open, nowUs }: BookState, order: ExternalOrder): void {
  order.changedUs = nowUs;
  if (externalLeavesQty(order) > 0) open.add(order);
  else open.delete(order);
}

/** Takes in what the journal has of one. */
export function observeExternalOrder(state: BookState, event: EventByKind<"broker.external-order">): void {
  const { orderId, orderRef, symbol, side, accountId, quantity, leavesQty } = event;
  const order = externalOrder(state, { orderId, symbol, side, accountId });
  Object.assign(order, { orderRef, quantity, toldLeavesQty: leavesQty, works: (leavesQty ?? 0) > 0 });
  const filledQty = qty(Math.max(0, quantity - (leavesQty ?? quantity)));
  order.filledQty = filledQty;
  order.nextFilledQty = filledQty;
  keepIndex(state, order);
}

function externalOrder(
  state: BookState,
  about: Pick<ExternalOrder, "orderId" | "symbol" | "side" | "accountId">,
): ExternalOrder {
  const known = state.externalOrders.get(about.orderId);
  if (known !== undefined) return known;
  const order: ExternalOrder = {
    ...about,
    orderRef: "",
    quantity: ZERO_QTY,
    filledQty: ZERO_QTY,
    nextFilledQty: ZERO_QTY,
    executedQty: ZERO_QTY,
    works: false,
    toldLeavesQty: undefined,
    changedUs: state.nowUs,
  };
  state.externalOrders.set(about.orderId, order);
  return order;
}

function tellOrder(to: Translation, order: ExternalOrder): void {
  const { orderId, orderRef, symbol, side, quantity, accountId } = order;
  const leavesQty = externalLeavesQty(order);
  order.toldLeavesQty = leavesQty;
  say(to, undefined, {
    kind: "broker.external-order",
    orderId,
    orderRef,
    symbol,
    side,
    quantity,
    policy: to.state.externalPolicy,
    ...(accountId === undefined ? {} : { accountId }),
    leavesQty,
  });
}
