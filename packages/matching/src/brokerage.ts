import { assert, type JsonValue } from "@bowline/kernel";
import type { AccountWish } from "./account-wish.ts";
import { type Broker, type BrokerOptions, makeBroker } from "./broker.ts";
import type { Ordained } from "./broker-ordain.ts";
import { makeIdSpace } from "./broker-state.ts";
import type { BrokerEvent, OrderRequest } from "./broker-types.ts";

type BrokerageOptions = Omit<BrokerOptions, "accountId" | "cash" | "margin" | "ids"> & {
  /** At least one, each id once. */
  readonly accounts: readonly AccountWish[];
};

/**
 * Several accounts of one login: each with its cash, positions, margin and P&L; permIds, execIds and a client's order ids are counted
 * once for all. `accountIds` are in the order in which they were given; what it tells of "the account" is the first one's. An order goes to the account that it names, a modify or cancel to the account that has the order.
 */
export function makeBrokerage({ accounts, ...options }: BrokerageOptions): Broker {
  const ids = makeIdSpace();
  const brokers = new Map(accounts.map((wish) => [wish.accountId, makeBroker({ ...options, ...wish, ids })]));
  const all = [...brokers.values()];
  const [first] = all;
  assert(first !== undefined && brokers.size === accounts.length, "a brokerage needs accounts, each id once");
  const accountIds = [...brokers.keys()];
  const forAll = (act: (broker: Broker) => readonly BrokerEvent[]): readonly BrokerEvent[] => all.flatMap(act);

  return {
    accountId: first.accountId,
    accountIds,
    accountOf: (accountId) => brokers.get(accountId),
    place: (request, nowUs) => {
      const working = openAt(all, request);
      if (working !== undefined) return working.place(request, nowUs);
      const named = request.account === "" ? undefined : request.account;
      const broker = named === undefined ? (endedAt(all, request) ?? first) : brokers.get(named);
      if (broker === undefined) return [unknownAccount(request)];
      return broker.place({ ...request, account: named ?? broker.accountId }, nowUs);
    },
    cancel: (clientId, ibOrderId, nowUs) =>
      (openAt(all, { clientId, ibOrderId }) ?? endedAt(all, { clientId, ibOrderId }) ?? first).cancel(
        clientId,
        ibOrderId,
        nowUs,
      ),
    cancelAll: (nowUs, clientId) => forAll((broker) => broker.cancelAll(nowUs, clientId)),
    ordain: (act, nowUs) => (targetOf(all, act) ?? brokers.get(accountOfAct(act) ?? "") ?? first).ordain(act, nowUs),
    step: (steps, endUs) => forAll((broker) => broker.step(steps, endUs)),
    endOfSession: (nowUs) => forAll((broker) => broker.endOfSession(nowUs)),
    openOrders: () =>
      merged(
        all,
        (broker) => broker.openOrders(),
        ({ permId }) => permId,
      ),
    completedOrders: () =>
      merged(
        all,
        (broker) => broker.completedOrders(),
        ({ completedUs }) => completedUs ?? 0,
      ),
    executions: () =>
      merged(
        all,
        (broker) => broker.executions(),
        ({ execId }) => serialOf(execId),
      ),
    account: () => first.account(),
    standing: () => first.standing(),
    pnls: () => first.pnls(),
    nextIbOrderId: (clientId) => first.nextIbOrderId(clientId),
    quoteOf: (symbol) => first.quoteOf(symbol),
    snapshot: () => Object.fromEntries([...brokers].map(([accountId, broker]) => [accountId, broker.snapshot()])),
    restore: (snapshot) => restoreAll(brokers, snapshot),
  };
}

type Key = Pick<OrderRequest, "clientId" | "ibOrderId">;

const isOf =
  ({ clientId, ibOrderId }: Key) =>
  (order: Key): boolean =>
    order.clientId === clientId && order.ibOrderId === ibOrderId;

/** The account where an order of a client works. */
const openAt = (brokers: readonly Broker[], key: Key): Broker | undefined =>
  brokers.find((broker) => broker.openOrders().some(isOf(key)));

/** The account where it ended. */
const endedAt = (brokers: readonly Broker[], key: Key): Broker | undefined =>
  brokers.find((broker) => broker.completedOrders().some(isOf(key)));

/** TWS's code for a request that does not hold; its text for an account that the login has not is from memory. */
const unknownAccount = ({ clientId, ibOrderId, account = "" }: OrderRequest): BrokerEvent => ({
  type: "error",
  clientId,
  ibOrderId,
  code: 321,
  message: `Error validating request.-'bN' : cause - Invalid account code '${account}'.`,
});

/** The answer to an order for a group of accounts, and to every request for groups, of a login that is no adviser's. */
export const refuseGroup = ({ clientId, ibOrderId }: Key): BrokerEvent => ({
  type: "error",
  clientId,
  ibOrderId,
  code: 321,
  message: "Error validating request.-'bN' : cause - FA data operations ignored for non FA customers.",
});

/** Which account something is to happen to: the one that has the order or the execution. */
function targetOf(brokers: readonly Broker[], act: Ordained): Broker | undefined {
  if ("permId" in act) {
    const has = (orders: readonly { readonly permId: number }[]) => orders.some(({ permId }) => permId === act.permId);
    return brokers.find((broker) => has(broker.openOrders()) || has(broker.completedOrders()));
  }
  if (!("execId" in act)) return undefined;
  return brokers.find((broker) => broker.executions().some(({ execId }) => execId === act.execId));
}

const accountOfAct = (act: Ordained): string | undefined =>
  act.type === "deactivate" ? act.request.account : undefined;

/** Lists of all accounts as one, in the order of a number; what has the same number stays in the order of the accounts. */
const merged = <T>(
  brokers: readonly Broker[],
  listOf: (broker: Broker) => readonly T[],
  rankOf: (one: T) => number,
): readonly T[] => brokers.flatMap(listOf).sort((a, b) => rankOf(a) - rankOf(b));

/** 0000e0d5.0000001a.01.01 → 26 */
const serialOf = (execId: string): number => Number.parseInt(execId.split(".")[1] ?? "0", 16);

function restoreAll(brokers: ReadonlyMap<string, Broker>, snapshot: JsonValue): void {
  const byAccount = snapshot as Readonly<Record<string, JsonValue>>;
  for (const [accountId, broker] of brokers) {
    const own = byAccount[accountId];
    assert(own !== undefined, `the snapshot has no account ${accountId}`);
    broker.restore(own);
  }
}
