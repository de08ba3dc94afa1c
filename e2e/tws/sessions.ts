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
  /** What execution would raise an alert for. */
  readonly troubles: readonly string[];
  /** See `Waits`; rejects where the session ends. */
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
  const troubles: string[] = [];
  const listeners: ((callback: BrokerCallback) => void)[] = [];
  let ending: string | undefined;
  const { changed, ...waits } = makeWaits();
  const until: HeardSession["until"] = (what, look) => {
    const from = orders.length;
    const meanwhile = (): string =>
      orders
        .slice(from)
        .map((told) => JSON.stringify(told))
        .join("\n");
    const lookOrFail = () => {
      const found = look();
      if (found === undefined && ending !== undefined) throw new Error(`${what}: the session ended: ${ending}`);
      return found;
    };
    return waits.until(what, lookOrFail, { meanwhile });
  };
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
      onPnl: changed,
      onPosition: changed,
      onLine: changed,
      onNotice: changed,
      onTrouble: ({ code, subject, detail }) => void troubles.push(`${code} ${subject} ${detail}`),
      onClosed: (reason) => {
        ending ??= reason;
        changed();
      },
      onBug: (failure) => {
        ending = failure instanceof Error ? (failure.stack ?? failure.message) : String(failure);
      },
    },
  });
  if (!connected.ok) return connected;
  const onOrder: HeardSession["onOrder"] = (listener) => void listeners.push(listener);
  return ok({ session: connected.value, orders, bars, troubles, until, onOrder });
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
