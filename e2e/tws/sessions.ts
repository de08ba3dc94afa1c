import { type BrokerBar, type ConnectError, connectIb, type IbSession } from "@bowline/broker-ib";
import { ok, type Result } from "@bowline/kernel";
import type { BrokerCallback } from "@bowline/orders";
import type { Target } from "./target.ts";
import { makeWaits } from "./waits.ts";

/** A connection as execution has it. */
export type HeardSession = {
  readonly session: IbSession;
  readonly orders: readonly BrokerCallback[];
  /** Hears all of them from now on, in the data handler of the socket. */
  onOrder(listener: (callback: BrokerCallback) => void): void;
  readonly bars: readonly BrokerBar[];
  /** Resolves when it ended. */
  readonly closed: Promise<string>;
  /** Resolves with what `look` finds, now or after one of the callbacks to come. */
  until<T>(what: string, look: () => T | undefined): Promise<T>;
};

const CONNECT_MS = 10_000;
const REQUEST_MS = 20_000;
const NEVER_MS = 1_000_000;

/** Connects once; an error where TWS cannot be reached, holds the client id, or has no such paper account. */
export async function trySession(
  { host, port, accountId }: Pick<Target, "host" | "port" | "accountId">,
  clientId: number,
): Promise<Result<HeardSession, ConnectError>> {
  const orders: BrokerCallback[] = [];
  const bars: BrokerBar[] = [];
  const listeners: ((callback: BrokerCallback) => void)[] = [];
  const closing = Promise.withResolvers<string>();
  const { changed, until } = makeWaits();
  const connected = await connectIb({
    ...{ host, port, clientId, paced: true, probed: true, ...(accountId === undefined ? {} : { accountId }) },
    ...{ connectTimeoutMs: CONNECT_MS, requestTimeoutMs: REQUEST_MS },
    ...{ probeEveryMs: NEVER_MS, probeDeadlineMs: REQUEST_MS },
    events: {
      onOrder: (callback) => {
        orders.push(callback);
        for (const listener of listeners) listener(callback);
        changed();
      },
      onBar: (_symbol, bar) => {
        bars.push(bar);
        changed();
      },
      onTick: () => undefined,
      onAccount: changed,
      onLine: changed,
      onNotice: changed,
      onClosed: closing.resolve,
      onBug: (failure) => {
        throw failure;
      },
    },
  });
  if (!connected.ok) return connected;
  const onOrder: HeardSession["onOrder"] = (listener) => void listeners.push(listener);
  return ok({ session: connected.value, orders, bars, closed: closing.promise, until, onOrder });
}

/** TWS holds the id of a connection that has just ended for a moment. */
const ATTEMPTS = 20;
const RETRY_MS = 500;

/** A session that must come about. */
export async function openSession(target: Target, clientId: number): Promise<HeardSession> {
  for (let attempt = 1; ; attempt++) {
    const connected = await trySession(target, clientId);
    if (connected.ok) return connected.value;
    const { type, message } = connected.error;
    if (type !== "client-id-in-use" || attempt === ATTEMPTS) throw new Error(`${type}: ${message}`);
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  }
}
