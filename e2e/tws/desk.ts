import { type Contract, EventName, IBApi, type Order, OrderAction, TimeInForce } from "@stoqey/ib";
import { type Hearing, type Told, hear } from "./told.ts";
import { isCanceled, isWorking, refusalOf, watchOrders, type WatchedOrder } from "./watched-order.ts";

/** What TWS answered instead of what was asked for. */
class Refused extends Error {
  override name = "Refused";
  readonly code: number;
  constructor(what: string, code: number, message: string) {
    super(`${what}: ${code} ${message}`);
    this.code = code;
  }
}

/** One connection of the client library itself, for what the broker session does not offer. */
export type Desk = Hearing & {
  readonly api: IBApi;
  readonly clientId: number;
  /** Everything told under a new request id, up to its end. Throws `Refused` where TWS refuses. */
  ask(what: string, end: EventName, call: (reqId: number) => void): Promise<readonly Told[]>;
  /** Resolves with the first callback of that name from now on. */
  next(what: string, event: EventName, call: () => void): Promise<readonly unknown[]>;
  newRequestId(): number;
  /** TWS's clock in seconds. */
  time(): Promise<number>;
  /** Writes an order of at most one share. What comes of it shows in the result. */
  place(contract: Contract, wish: Order): WatchedOrder;
  /** The same, and waits until it works. */
  rest(contract: Contract, wish: Order): Promise<WatchedOrder>;
  /** Writes it once more with another wish: a change. */
  change(order: WatchedOrder, contract: Contract, wish: Order): void;
  cancel(order: WatchedOrder): Promise<void>;
  close(): void;
};

export type DeskOptions = {
  readonly host: string;
  readonly port: number;
  readonly clientId: number;
  readonly accountId: string;
  /** References of its orders begin so. */
  readonly refPrefix: string;
  /** Throws where an order is not one that a test may place. */
  guard(order: { readonly shares: number }): void;
};

/** IB's own limit is 50. */
const MESSAGES_PER_SECOND = 40;
const CONNECT_MS = 10_000;
/** Far above any order id: an error names either. */
const FIRST_REQUEST_ID = 1_600_000_000;

export async function openDesk(options: DeskOptions): Promise<Desk> {
  const { host, port, clientId, accountId } = options;
  const api = new IBApi({ host, port, clientId, maxReqPerSec: MESSAGES_PER_SECOND });
  const hearing = hear(api);
  const watch = watchOrders(api, clientId);
  const { until, log } = hearing;
  api.connect(clientId);
  let nextOrderId = await until("the next order id", () => nextIdIn(log), CONNECT_MS);
  let requestId = FIRST_REQUEST_ID;
  const newRequestId = (): number => ++requestId;
  const write = (order: WatchedOrder, contract: Contract, wish: Order): void => {
    options.guard({ shares: wish.totalQuantity ?? 1 });
    api.placeOrder(order.id, contract, {
      ...{ action: OrderAction.BUY, totalQuantity: 1, tif: TimeInForce.DAY, account: accountId, transmit: true },
      ...{ outsideRth: false, orderRef: order.orderRef, ...wish },
    });
  };
  const place: Desk["place"] = (contract, wish) => {
    const id = nextOrderId++;
    const order = watch(id, `${options.refPrefix}d${id}`);
    write(order, contract, wish);
    return order;
  };
  const next: Desk["next"] = (what, event, call) => {
    const from = log.length;
    call();
    return until(what, () => log.slice(from).find((told) => told.event === event)?.args);
  };
  return {
    ...hearing,
    ...{ api, clientId, newRequestId, place, next, change: write },
    ask: (what, end, call) => askUntil(hearing, { what, end, call, reqId: newRequestId() }),
    time: async () => Number((await next("TWS's time", EventName.currentTime, () => void api.reqCurrentTime()))[0]),
    rest: async (contract, wish) => {
      const order = place(contract, wish);
      await until(`${wish.orderType} at rest`, () => {
        const refusal = refusalOf(order);
        if (refusal !== undefined) throw new Refused(wish.orderType, refusal.code, refusal.message);
        return isWorking(order) || undefined;
      });
      return order;
    },
    cancel: async (order) => {
      api.cancelOrder(order.id);
      await until(`the cancel of ${order.orderRef}`, () => isCanceled(order) || undefined);
    },
    close: () => {
      api.removeAllListeners();
      api.disconnect();
    },
  };
}

function nextIdIn(log: readonly Told[]): number | undefined {
  const failed = log.find(({ event, args }) => event === EventName.disconnected || args[1] === 326);
  if (failed !== undefined) throw new Error(`no connection: ${JSON.stringify(log.map(({ args }) => args))}`);
  return log.find(({ event }) => event === EventName.nextValidId)?.args[0] as number | undefined;
}

type Asking = {
  readonly what: string;
  readonly end: EventName;
  readonly reqId: number;
  readonly call: (reqId: number) => void;
};

/** Delayed data instead of live, farms that connect, a preset: no refusal. */
const isNotice = (code: number): boolean => [10_090, 10_167, 10_349].includes(code) || (code >= 2100 && code < 2200);

async function askUntil({ log, until }: Hearing, { what, end, reqId, call }: Asking): Promise<readonly Told[]> {
  const from = log.length;
  const mine = (): readonly Told[] =>
    log.slice(from).filter(({ event, args }) => (event === EventName.error ? args[2] === reqId : args[0] === reqId));
  call(reqId);
  await until(what, () => {
    const refusal = mine().find(({ event, args }) => event === EventName.error && !isNotice(Number(args[1])));
    if (refusal !== undefined) throw new Refused(what, Number(refusal.args[1]), String(refusal.args[0]));
    return mine().find((told) => told.event === end);
  });
  return mine().filter(({ event }) => event !== EventName.error);
}
