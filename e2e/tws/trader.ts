import { type Qty, shares } from "@bowline/kernel";
import { type BrokerCallback, type KnownOrder, makeOrderBook, type OrderBook, type OrderLeg } from "@bowline/orders";
import { guardOrder } from "./guard.ts";
import type { HeardSession } from "./sessions.ts";

type Execution = Extract<BrokerCallback, { type: "execution" }>;

/** What an order says beside one share to buy for the day. */
export type Wish = Partial<OrderLeg> & Pick<OrderLeg, "ordType">;

/** Places orders as execution does: its session writes them, its book understands what TWS tells of them. */
export type Trader = {
  readonly heard: HeardSession;
  readonly book: OrderBook;
  /** Writes an order within the session's pace, and answers its reference. */
  place(wish: Wish): Promise<string>;
  order(clOrdId: string): Readonly<KnownOrder>;
  /** Resolves when the order works at the broker. Rejects where it is refused. */
  rests(clOrdId: string): Promise<void>;
  ended(clOrdId: string): Promise<Readonly<KnownOrder>>;
  filled(clOrdId: string): Promise<void>;
  /** Asks for the cancel alone. */
  askCancel(clOrdId: string): void;
  /** Asks for it, and resolves when the order is canceled. */
  cancel(clOrdId: string): Promise<void>;
  /** What TWS told about an order as errors, warnings among them. */
  codesOf(clOrdId: string): readonly number[];
  /** Of this run's orders, once each. */
  executions(): readonly Execution[];
  /** Shares by which this run's orders changed the position. */
  netShares(): number;
  /** Ends what is at work, and sells what was bought and is still held. */
  restore(): Promise<void>;
};

export type TraderOptions = {
  readonly heard: HeardSession;
  readonly symbol: string;
  /** Dollars for a share, about. */
  readonly price: number;
  readonly refPrefix: string;
};

const ONE_SHARE = shares(1);
const ENDED: ReadonlySet<string> = new Set(["FILLED", "CANCELED", "REJECTED", "EXPIRED"]);

export function makeTrader({ heard, symbol, price, refPrefix }: TraderOptions): Trader {
  const { session, until } = heard;
  const book = makeOrderBook();
  const mine: string[] = [];
  let nextId = session.nextValidId;
  heard.onOrder((callback) => void book.apply(callback));

  const order: Trader["order"] = (clOrdId) => {
    const found = book.get(clOrdId);
    if (found === undefined) throw new Error(`no order ${clOrdId}`);
    return found;
  };
  const errorsOf = (clOrdId: string) => {
    const { ibOrderId } = order(clOrdId);
    return heard.orders.flatMap((told) => (told.type === "error" && told.ref.ibOrderId === ibOrderId ? [told] : []));
  };
  const described = (clOrdId: string): string =>
    `${order(clOrdId).leg.ordType} ${order(clOrdId).status}: ${errorsOf(clOrdId)
      .map(({ code, message }) => `${code} ${message}`)
      .join("; ")}`;
  const place: Trader["place"] = async (wish) => {
    if (!(await session.orderRoom(1))) throw new Error("the session has ended");
    const ibOrderId = nextId++;
    const parent = wish.parentClOrdId === undefined ? undefined : order(wish.parentClOrdId).ibOrderId;
    const leg: OrderLeg = {
      ...{ clOrdId: `${refPrefix}${ibOrderId}`, accountId: session.accountId, symbol, group: "test", strategy: "test" },
      ...{ rule: "test", leg: "ENTRY", side: "BUY", orderQty: ONE_SHARE, timeInForce: "DAY", transmit: true },
      ...wish,
    };
    guardOrder({ shares: leg.orderQty / ONE_SHARE, price });
    book.add(leg, ibOrderId);
    mine.push(leg.clOrdId);
    session.placeOrder(leg, { ibOrderId, ...(parent === undefined ? {} : { parentIbOrderId: parent }) });
    return leg.clOrdId;
  };
  const ended: Trader["ended"] = (clOrdId) =>
    until(`the end of ${clOrdId}`, () => (ENDED.has(order(clOrdId).status) ? order(clOrdId) : undefined));
  const askCancel = (clOrdId: string): void => session.cancelOrder(order(clOrdId).ibOrderId ?? 0);
  const reaches = async (clOrdId: string, status: string): Promise<void> => {
    await until(`${order(clOrdId).leg.ordType} as ${status}`, () => {
      const now = order(clOrdId).status;
      if (now === status && (now !== "NEW" || order(clOrdId).accepted)) return true;
      if (ENDED.has(now)) throw new Error(described(clOrdId));
      return undefined;
    });
  };
  const executions = (): readonly Execution[] => executionsOf(heard.orders, refPrefix);
  const netShares = (): number => executions().reduce((sum, { side, lastQty }) => sum + signed(side, lastQty), 0);
  return {
    ...{ heard, book, place, order, ended, askCancel, executions, netShares },
    rests: (clOrdId) => reaches(clOrdId, "NEW"),
    filled: (clOrdId) => reaches(clOrdId, "FILLED"),
    cancel: (clOrdId) => {
      askCancel(clOrdId);
      return reaches(clOrdId, "CANCELED");
    },
    codesOf: (clOrdId) => errorsOf(clOrdId).map(({ code }) => code),
    restore: async () => {
      const atWork = mine.filter((clOrdId) => !ENDED.has(order(clOrdId).status));
      for (const clOrdId of atWork) askCancel(clOrdId);
      for (const clOrdId of atWork) await ended(clOrdId);
      const held = netShares();
      if (held === 0) return;
      if (held !== 1) throw new Error(`the position changed by ${held} shares of ${symbol}: look at it yourself`);
      await reaches(await place({ ordType: "MKT", side: "SELL", leg: "EXIT" }), "FILLED");
    },
  };
}

const signed = (side: string, lastQty: Qty): number => (side === "BUY" ? lastQty : -lastQty) / ONE_SHARE;

function executionsOf(told: readonly BrokerCallback[], refPrefix: string): readonly Execution[] {
  const found = told.flatMap((callback) =>
    callback.type === "execution" && callback.ref.clOrdId?.startsWith(refPrefix) === true ? [callback] : [],
  );
  return [...new Map(found.map((execution) => [execution.execId, execution])).values()];
}
