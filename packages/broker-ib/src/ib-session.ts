import type { BrokerPosition } from "@bowline/contracts";
import { type Result, ok } from "@bowline/kernel";
import type { BrokerCallback, OrderLeg } from "@bowline/orders";
import { type Answer, askNumbered, askTime, askUnnumbered } from "./asking.ts";
import type { BrokerAccount, BrokerBar, BrokerInstrument, RequestError } from "./broker-data.ts";
import { ibOrder, ibStock } from "./ib-order.ts";
import { followPnl, followPnlAgain } from "./follow-pnl.ts";
import { takesOrders } from "./read-only.ts";
import { type HistoryRequest, requestHistory, requestInstrument } from "./reference-data.ts";
import type { OrderPriority, Priority } from "./pacing.ts";
import type { SessionState } from "./session-state.ts";
import { type DataWish, renew, resubscribe, subscribe, unsubscribe } from "./subscriptions.ts";

type CallbackOf<T extends BrokerCallback["type"]> = Extract<BrokerCallback, { type: T }>;

/** An order that works at the broker; `ibOrderId` where it is one of this client's. */
export type OpenOrder = { readonly callback: CallbackOf<"openOrder">; readonly ibOrderId: number | undefined };

/**
 * One connection to TWS, from nextValidId to its end. It never comes back: a new connection is a new session. What
 * order requests return was told through `onOrder` already; the lists are for counting and for the ids in use.
 */
export type IbSession = {
  readonly accountId: string;
  readonly serverVersion: number;
  /** The smallest order id that TWS would take; ids seen elsewhere may be higher. */
  readonly nextValidId: number;
  /** Milliseconds since the last message came. */
  silentMs(): number;
  /** Milliseconds since TWS last answered a probe. */
  probeAgeMs(): number;
  /** Waits until a whole order of so many messages may be sent at once; false where the session ended. */
  orderRoom(messages: number, priority?: OrderPriority): Promise<boolean>;
  /** Writes one leg to the socket, now. Only within room that `orderRoom` gave. */
  placeOrder(leg: OrderLeg, ids: { readonly ibOrderId: number; readonly parentIbOrderId?: number }): void;
  cancelOrder(ibOrderId: number): void;
  /** Cancels every order of the account, also those that were made by hand or by another client. */
  cancelAccount(): void;
  /** Resolves when everything sent so far was taken by TWS and all that it said before has been heard. */
  fence(): Answer<void>;
  /** Resolves when TWS answers a question that overtakes everything but orders: it is there. */
  probe(): Answer<void>;
  /** Messages that wait for their turn, by priority. */
  waiting(): Readonly<Record<Priority, number>>;
  /** Fails where the API of TWS is read-only. */
  takesOrders(): Answer<void>;
  openOrders(): Answer<readonly OpenOrder[]>;
  completedOrders(): Answer<readonly CallbackOf<"completedOrder">[]>;
  /** Of the day, as far as TWS keeps them; each with its commission. */
  executions(): Answer<readonly CallbackOf<"execution">[]>;
  positions(): Answer<readonly BrokerPosition[]>;
  /** Subscribes to the account and resolves when its first whole picture has come. */
  followAccount(): Answer<void>;
  account(): BrokerAccount | undefined;
  /** Asks for the P&L of the account, once: `onPnl` is told. */
  followPnl(): void;
  instrument(symbol: string): Answer<BrokerInstrument>;
  history(request: HistoryRequest): Answer<readonly BrokerBar[]>;
  /** Ticks and, unless quotes are all that is wanted, five-second bars, until further notice. */
  subscribe(symbol: string, wish?: DataWish): void;
  /** Gives a symbol's market data lines back. */
  unsubscribe(symbol: string): void;
  /** Asks for one symbol again that fell silent. */
  renew(symbol: string): void;
  /** After a data loss on this connection: asks again for every subscription, P&L too, once each. */
  resubscribe(): void;
  close(reason: string): void;
};

const asVoid = <T>(answer: Result<T, RequestError>): Result<void, RequestError> => (answer.ok ? ok(undefined) : answer);

export function makeSession(state: SessionState, close: (reason: string) => void): IbSession {
  const { api, pacer } = state;
  return {
    accountId: state.accountId,
    serverVersion: api.serverVersion,
    nextValidId: state.nextValidId,
    silentMs: () => performance.now() - state.heardMs,
    probeAgeMs: () => performance.now() - state.answeredMs,
    orderRoom: (messages, priority = "order") => pacer.reserve(priority, messages),
    placeOrder: (leg, ids) =>
      void api.placeOrder(ids.ibOrderId, ibStock(leg.symbol), ibOrder(leg, ids.parentIbOrderId)),
    cancelOrder: (ibOrderId) => pacer.send("cancel", () => void api.cancelOrder(ibOrderId)),
    cancelAccount: () => pacer.send("cancel", () => void api.reqGlobalCancel()),
    async fence() {
      await pacer.drained();
      return asVoid(await askTime(state));
    },
    probe: async () => asVoid(await askTime(state)),
    waiting: () => pacer.waiting(),
    takesOrders: () => takesOrders(state),
    openOrders: () => askUnnumbered(state, "openOrders", () => api.reqAllOpenOrders()),
    completedOrders: () => askUnnumbered(state, "completedOrders", () => api.reqCompletedOrders(false)),
    executions: () => askNumbered(state, "executions", (reqId) => api.reqExecutions(reqId, {})),
    positions: () => askUnnumbered(state, "positions", () => api.reqPositions()),
    followAccount: async () =>
      asVoid(await askUnnumbered(state, "account", () => api.reqAccountUpdates(true, state.accountId))),
    account: () => state.accountBook.account(),
    followPnl: () => followPnl(state),
    instrument: (symbol) => requestInstrument(state, symbol),
    history: (request) => requestHistory(state, request),
    subscribe: (symbol, wish = { quotesOnly: false }) => subscribe(state, symbol, wish),
    unsubscribe: (symbol) => unsubscribe(state, symbol),
    renew: (symbol) => renew(state, symbol),
    resubscribe() {
      resubscribe(state);
      followPnlAgain(state);
    },
    close,
  };
}
