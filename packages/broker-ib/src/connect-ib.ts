import type { SessionEffect } from "@bowline/ib-codes";
import type { DataType } from "@bowline/contracts";
import { type Result, err, ok } from "@bowline/kernel";
import { EventName, type IBApi, MarketDataType } from "@stoqey/ib";
import { chooseAccount } from "./account-mode.ts";
import { makeAccountBook } from "./account-book.ts";
import { guardSocket, guardedListeners, makeIbApi } from "./ib-api.ts";
import { askTime } from "./asking.ts";
import { type IbSession, makeSession } from "./ib-session.ts";
import { makePacer, unpaced } from "./pacing.ts";
import { type Probe, startProbe } from "./probe.ts";
import { PROBE_ORDER_ID } from "./read-only.ts";
import { makeRequests } from "./requests.ts";
import { effectOnSession } from "./session-codes.ts";
import type { BrokerTrouble, IbSessionOptions, SessionState } from "./session-state.ts";
import { takeBidSize, takeError, wireAccount, wireData, wireOrders } from "./wire-events.ts";

/** Why there is no session. Only `account` will not go away by itself. */
export type ConnectError =
  | { readonly type: "unreachable"; readonly message: string }
  | { readonly type: "client-id-in-use"; readonly message: string }
  | { readonly type: "account"; readonly message: string };

const clock = {
  nowMs: () => performance.now(),
  after: (delayMs: number, callback: () => void) => void setTimeout(callback, delayMs),
  every: (intervalMs: number, callback: () => void) => {
    const timer = setInterval(callback, intervalMs);
    return () => clearInterval(timer);
  },
};

type Connecting = {
  readonly options: IbSessionOptions;
  readonly state: SessionState;
  readonly settle: (result: Result<IbSession, ConnectError>) => void;
  open: boolean;
  accounts: string | undefined;
  session: IbSession | undefined;
  probe: Probe | undefined;
  timer: NodeJS.Timeout | undefined;
};

/** Connects once. The session is ready for requests: TWS gave its accounts and the next order id, and the account is a paper one. */
export function connectIb(options: IbSessionOptions): Promise<Result<IbSession, ConnectError>> {
  const { promise, resolve } = Promise.withResolvers<Result<IbSession, ConnectError>>();
  const api = makeIbApi(options);
  const connecting: Connecting = {
    options,
    state: newState(options, api),
    settle: resolve,
    open: true,
    accounts: undefined,
    session: undefined,
    probe: undefined,
    timer: undefined,
  };
  const { connectTimeoutMs } = options;
  connecting.timer = setTimeout(
    () => close(connecting, `TWS did not answer within ${connectTimeoutMs} ms`),
    connectTimeoutMs,
  );
  wireAll(connecting);
  api.connect(options.clientId);
  guardSocket(api, (failure) =>
    close(connecting, `a message could not be read: ${failure instanceof Error ? failure.message : String(failure)}`),
  );
  return promise;
}

const newState = (options: IbSessionOptions, api: IBApi): SessionState => ({
  options,
  api,
  pacer: options.paced ? makePacer(clock) : unpaced(),
  requests: makeRequests(options.requestTimeoutMs),
  accountBook: makeAccountBook(),
  subscriptions: new Map(),
  renewing: new Set(),
  unnumbered: new Map(),
  pnlReqId: undefined,
  timeRequests: [],
  readOnly: false,
  accountId: "",
  nextValidId: 0,
  heardMs: performance.now(),
  answeredMs: performance.now(),
});

function wireAll(connecting: Connecting): void {
  const { state, options } = connecting;
  const on = guardedListeners(state.api, (failure) => {
    options.events.onBug(failure);
    close(connecting, "a listener failed");
  });
  wireOrders(on, state);
  wireData(on, state);
  wireAccount(on, state, () => {
    state.answeredMs = performance.now();
    connecting.probe?.answered();
  });
  on(EventName.received, (fields: readonly string[]) => {
    state.heardMs = performance.now();
    takeBidSize(state, fields);
  });
  on(EventName.managedAccounts, (list: string) => {
    connecting.accounts = list;
    becomeReady(connecting);
  });
  on(EventName.nextValidId, (id: number) => {
    state.nextValidId = Math.max(state.nextValidId, id);
    becomeReady(connecting);
  });
  on(EventName.info, (message: string, code: number) => takeCode(connecting, code, message));
  on(EventName.error, (error: Error, code: number, id: number) => {
    if (id === -1) takeCode(connecting, code, error.message);
    else takeError(state, { id, code, message: error.message });
  });
  on(EventName.disconnected, () => close(connecting, "TWS closed the connection"));
}

function becomeReady(connecting: Connecting): void {
  const { state, options, accounts } = connecting;
  if (connecting.session !== undefined || accounts === undefined || state.nextValidId === 0) return;
  const account = chooseAccount(accounts, options.accountId, options.mode);
  if (!account.ok) return end(connecting, { type: "account", message: account.error });
  if (state.nextValidId >= PROBE_ORDER_ID) {
    const message = `the order ids of TWS have come to ${state.nextValidId}, where those of requests begin: reset them in its API settings`;
    return end(connecting, { type: "account", message });
  }
  clearTimeout(connecting.timer);
  state.accountId = account.value;
  askForDataType(state);
  connecting.session = makeSession(state, (reason) => close(connecting, reason));
  if (options.probed) {
    connecting.probe = startProbe({
      clock,
      everyMs: options.probeEveryMs,
      deadlineMs: options.probeDeadlineMs,
      ask: () => void askTime(state),
      onSilent: (silentMs) => close(connecting, `TWS did not answer a probe for ${Math.round(silentMs)} ms`),
    });
  }
  connecting.settle(ok(connecting.session));
}

const IB_DATA_TYPES: Readonly<Record<DataType, MarketDataType>> = {
  LIVE: MarketDataType.REALTIME,
  FROZEN: MarketDataType.FROZEN,
  DELAYED: MarketDataType.DELAYED,
  DELAYED_FROZEN: MarketDataType.DELAYED_FROZEN,
};

/** Before any subscription: it holds for those that come after it, for as long as the connection lasts. */
function askForDataType({ api, pacer, options: { dataType = "LIVE" } }: SessionState): void {
  if (dataType !== "LIVE") pacer.send("subscription", () => void api.reqMarketDataType(IB_DATA_TYPES[dataType]));
}

/** What a person hears of; the session may last. */
const TROUBLES: Partial<Record<SessionEffect, BrokerTrouble["code"]>> = {
  PORT_CHANGED: "PORT_CHANGED",
  READ_ONLY: "READ_ONLY_API",
  PACED: "MESSAGE_RATE_EXCEEDED",
};
const ENDS: ReadonlySet<SessionEffect> = new Set(["SOCKET", "PROTOCOL", "PORT_CHANGED"]);

/** A code under no request's and no order's id: about the session. */
function takeCode(connecting: Connecting, code: number, message: string): void {
  const { events } = connecting.options;
  const effect = effectOnSession(code, message);
  const detail = `${code}: ${message}`;
  events.onNotice(code, message);
  if (effect === "READ_ONLY") connecting.state.readOnly = true;
  const trouble = effect === undefined ? "UNKNOWN_BROKER_CODE" : TROUBLES[effect];
  if (trouble !== undefined) events.onTrouble({ code: trouble, subject: "", detail });
  if (effect === undefined) return;
  if (effect === "CLIENT_ID_IN_USE") return end(connecting, { type: "client-id-in-use", message });
  if (ENDS.has(effect)) return close(connecting, detail);
  if (effect === "LOST" || effect === "RESTORED_DATA_LOST" || effect === "RESTORED_DATA_KEPT") events.onLine(effect);
}

const close = (connecting: Connecting, reason: string): void =>
  end(connecting, { type: "unreachable", message: reason });

/** Ends it for good: nothing is heard from it, and nothing that waited is sent, ever. */
function end(connecting: Connecting, failure: ConnectError): void {
  if (!connecting.open) return;
  const { state, session } = connecting;
  connecting.open = false;
  clearTimeout(connecting.timer);
  connecting.probe?.stop();
  state.api.removeAllListeners();
  state.api.disconnect();
  state.pacer.drop();
  state.subscriptions.clear();
  state.requests.close();
  if (session === undefined) connecting.settle(err(failure));
  else connecting.options.events.onClosed(failure.message);
}
