import { type Contract, EventName, type IBApi, type Order, type OrderState } from "@stoqey/ib";

/** An order of ours as the client library tells of it: for what the broker session does not offer. */
export type WatchedOrder = {
  readonly id: number;
  readonly orderRef: string;
  /** The newest word about its state. */
  status: string | undefined;
  readonly errors: { readonly code: number; readonly message: string }[];
  /** As TWS repeated it last. */
  shown: Order | undefined;
  state: OrderState | undefined;
};

const ENDED: ReadonlySet<string> = new Set(["Cancelled", "ApiCancelled", "Filled", "Inactive"]);
const WORKING: ReadonlySet<string> = new Set(["PreSubmitted", "Submitted"]);

export const isWorking = ({ status }: WatchedOrder): boolean => WORKING.has(status ?? "");
export const isCanceled = ({ status }: WatchedOrder): boolean => status === "Cancelled" || status === "ApiCancelled";

/** Held until the exchange opens, being processed, a preset changed: the order lives. 202 is the answer to a cancel. */
const isWarning = (code: number): boolean => [202, 399, 404, 10_349].includes(code) || (code >= 2100 && code < 2200);

/** The first error that speaks against it. */
export const refusalOf = ({ errors }: WatchedOrder): { readonly code: number; readonly message: string } | undefined =>
  errors.find(({ code }) => !isWarning(code));

/** Follows the orders that are added. Whatever else TWS tells of, other people's orders, it leaves alone. */
export function watchOrders(api: IBApi, clientId: number): (id: number, orderRef: string) => WatchedOrder {
  const all = new Map<number, WatchedOrder>();
  const hear = (order: WatchedOrder | undefined, told: Partial<WatchedOrder>): void => {
    if (order === undefined) return;
    // TWS repeats old words: what has ended does not work again.
    const status = ENDED.has(order.status ?? "") && !ENDED.has(told.status ?? "") ? order.status : told.status;
    Object.assign(order, told, { status });
  };
  api.on(EventName.openOrder, (id: number, _contract: Contract, shown: Order, state: OrderState) => {
    if (shown.clientId === clientId) hear(all.get(id), { shown, state, status: state.status });
  });
  api.on(EventName.orderStatus, (...told: readonly unknown[]) => {
    const [id, status, ofClient] = [told[0], told[1], told[8]];
    if (ofClient === clientId) hear(all.get(Number(id)), { status: String(status) });
  });
  api.on(EventName.error, (error: Error, code: number, id: number) => {
    all.get(id)?.errors.push({ code, message: error.message });
  });
  return (id, orderRef) => {
    const order = { id, orderRef, status: undefined, shown: undefined, state: undefined, errors: [] };
    all.set(id, order);
    return order;
  };
}
