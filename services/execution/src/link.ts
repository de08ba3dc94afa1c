import {
  type ConnectError,
  type IbSession,
  type IbSessionEvents,
  type IbSessionOptions,
  READ_ONLY_REASON,
  connectIb,
  describeRequestError,
} from "@bowline/broker-ib";
import type { BrokerState, EventByKind } from "@bowline/contracts";
import { type Result, ok } from "@bowline/kernel";
import { type Line, makeLine } from "./line.ts";
import { type Ports, makePorts, movedTo } from "./ports.ts";
import type { ReconcileTrigger, Reconciliation } from "./reconcile.ts";

type SessionEvent = EventByKind<"broker.session"> | EventByKind<"broker.reconciliation">;

export type LinkOptions = {
  readonly session: Omit<IbSessionOptions, "events">;
  /** Order and data callbacks; the link itself listens to the line and the end. */
  readonly events: Omit<IbSessionEvents, "onLine" | "onClosed">;
  reconcile(session: IbSession, trigger: ReconcileTrigger): Promise<Result<Reconciliation, string>>;
  /** To be journaled, in this order. */
  say(event: SessionEvent): void;
  /** Orders may go no more: the session ended, or lost its line to IB. Until now everything was heard where it was READY. */
  onDown(reason: string, wasReady: boolean): void;
  onFailure(message: string): void;
  /** How often a READY session is reconciled again; 0: never. */
  readonly reconcileEveryMs: number;
  readonly backOffMs: { readonly first: number; readonly most: number };
};

/** The connection to TWS, kept up by itself. */
export type Link = {
  start(): void;
  stop(): Promise<void>;
  /** The session that is reconciled and whose READY is in the journal. */
  ready(): IbSession | undefined;
  /** The session that lasts, reconciled or not. */
  current(): IbSession | undefined;
  /** Counts the READYs that were told. Taken before the journal is written, and given to `journaled` after it. */
  mark(): number;
  /** All that was told up to a mark is in the journal. */
  journaled(mark: number): void;
  /** Resolves when a reconciled session waits to be journaled, or is READY; rejects when there will be none, because of a bug. */
  reconciled(): Promise<void>;
  /** Reconciles now, where a READY session waits for its next time. */
  lookSoon(): void;
  /** Order ids that were never used. */
  takeIds(count: number): readonly number[];
};

/** The id is free as soon as its holder is gone: a standby must not sleep through it. */
const IN_USE_BACK_OFF_MS = 1000;

/** Why a session ends that nobody broke. */
export const STOPPING = "execution stops";

const RETRY_RECONCILIATION_MS = 2000;

type State = {
  readonly options: LinkOptions;
  running: boolean;
  told: BrokerState | undefined;
  toldReconciliation: string;
  session: IbSession | undefined;
  reconciled: IbSession | undefined;
  ready: IbSession | undefined;
  readys: number;
  nextId: number;
  trigger: "START" | "RECONNECT";
  waiters: PromiseWithResolvers<void>[];
  failed: { readonly failure: unknown } | undefined;
  interruptPause: () => void;
  readonly ports: Ports;
};

/** One attempt after the other, each with a new session; READY only after reconciliation, which is the same after a start and after a cut. */
export function makeLink(options: LinkOptions): Link {
  const state: State = {
    options,
    running: true,
    told: undefined,
    toldReconciliation: "",
    session: undefined,
    reconciled: undefined,
    ready: undefined,
    readys: 0,
    nextId: 0,
    trigger: "START",
    waiters: [],
    failed: undefined,
    interruptPause: () => undefined,
    ports: makePorts(options.session.port),
  };
  let loop: Promise<void> = Promise.resolve();
  return {
    start: () => void (loop = keepUp(state).catch((failure: unknown) => giveUp(state, failure))),
    async stop() {
      state.running = false;
      state.interruptPause();
      state.session?.close(STOPPING);
      await loop;
    },
    ready: () => state.ready,
    current: () => state.session,
    mark: () => state.readys,
    journaled: (mark) => {
      if (mark === state.readys) state.ready = state.reconciled;
    },
    reconciled: () => reconciled(state),
    lookSoon: () => state.ready !== undefined && state.interruptPause(),
    takeIds: (count) => Array.from({ length: count }, () => state.nextId++),
  };
}

/** A bug in a reconciliation: whoever waits for one must not wait for ever. */
function giveUp(state: State, failure: unknown): void {
  state.failed = { failure };
  for (const { reject } of state.waiters.splice(0)) reject(failure);
  state.options.events.onBug(failure);
}

function reconciled(state: State): Promise<void> {
  if (state.failed !== undefined) return Promise.reject(state.failed.failure);
  if (state.reconciled !== undefined) return Promise.resolve();
  const waiter = Promise.withResolvers<void>();
  state.waiters.push(waiter);
  return waiter.promise;
}

async function keepUp(state: State): Promise<void> {
  const { first, most } = state.options.backOffMs;
  let backOffMs = first;
  while (state.running) {
    const ended = await connectOnce(state);
    if (!state.running) return;
    if (!ended.ok) {
      state.options.onFailure(`${ended.error.type}: ${ended.error.message}`);
      tell(state, "DISCONNECTED", ended.error.message);
      if (ended.error.type !== "unreachable") tellRefusal(state, ended.error);
    }
    const wasReady = ended.ok && ended.value === "was-ready";
    const inUse = !ended.ok && ended.error.type === "client-id-in-use";
    backOffMs = wasReady ? first : Math.min(backOffMs * 2, inUse ? Math.min(most, IN_USE_BACK_OFF_MS) : most);
    await pause(state, wasReady ? first : backOffMs);
  }
}

/** TWS is there and does not let us in: that does not end by itself. */
function tellRefusal({ options }: State, { type, message }: ConnectError): void {
  const code = type === "account" ? "ACCOUNT_REFUSED" : "CLIENT_ID_IN_USE";
  options.events.onTrouble({ code, subject: "", detail: message });
}

/** From the attempt to the end of the session. */
async function connectOnce(state: State): Promise<Result<"was-ready" | "never-ready", ConnectError>> {
  const { options } = state;
  const line = makeLine((reason) => goDown(state, reason));
  const connected = await connectIb({
    ...options.session,
    port: state.ports.now(),
    events: {
      ...options.events,
      onLine: line.onLine,
      onClosed: line.onClosed,
      onTrouble(trouble) {
        options.events.onTrouble(trouble);
        const movedPort = trouble.code === "PORT_CHANGED" ? movedTo(trouble.detail) : undefined;
        if (movedPort !== undefined) state.ports.moved(movedPort);
        // No order goes over it again: the next session asks first.
        if (trouble.code === "READ_ONLY_API") state.session?.close(READ_ONLY_REASON);
      },
    },
  });
  if (!connected.ok) {
    if (connected.error.type === "unreachable") state.ports.failed();
    return connected;
  }
  state.session = connected.value;
  if (!state.running) connected.value.close(STOPPING);
  tell(state, "CONNECTED", "connected, not reconciled yet");
  const wasReady = await live(state, connected.value, line);
  state.session = undefined;
  tell(state, "DISCONNECTED", line.closed() ?? "the session ended");
  return ok(wasReady ? "was-ready" : "never-ready");
}

/** Until the session ends: reconcile, be READY, and again after every loss of the line between TWS and IB. */
async function live(state: State, session: IbSession, line: Line): Promise<boolean> {
  const { options } = state;
  const isClosed = (): boolean => line.closed() !== undefined;
  let wasReady = false;
  if (options.session.probed) {
    const writable = await session.takesOrders();
    if (!isClosed() && !writable.ok) session.close(describeRequestError(writable.error));
  }
  while (!isClosed()) {
    const found = await options.reconcile(session, state.trigger);
    if (isClosed()) break;
    if (!found.ok) {
      session.close(found.error);
      break;
    }
    if (!found.value.ordersKnown) {
      tellReconciliation(state, found.value);
      await Promise.race([pause(state, RETRY_RECONCILIATION_MS), line.changed()]);
      continue;
    }
    if (line.isUp()) {
      becomeReady(state, session, found.value);
      wasReady = true;
    }
    await lookAgain(state, session, line);
    if (isClosed()) break;
    line.takeFall();
    tell(state, "CONNECTED", "TWS lost its line to IB");
    await line.until((l) => isClosed() || l.isUp());
    if (!isClosed() && line.takeDataLost()) session.resubscribe();
  }
  return wasReady;
}

/** Until the line falls or the session ends: the same look as after a start, now and then. One that fails is no answer, and ends it. */
async function lookAgain(state: State, session: IbSession, line: Line): Promise<void> {
  const { reconcileEveryMs, reconcile } = state.options;
  const isOver = (): boolean => line.closed() !== undefined || line.hasFallen();
  const over = line.until(isOver);
  while (reconcileEveryMs > 0 && !isOver()) {
    await Promise.race([pause(state, reconcileEveryMs), over]);
    if (isOver()) break;
    const found = await reconcile(session, "PERIODIC");
    if (isOver()) break;
    if (!found.ok) return session.close(found.error);
    state.nextId = Math.max(state.nextId, found.value.nextIbOrderId);
    tellReconciliation(state, found.value);
  }
  state.interruptPause();
  await over;
}

function becomeReady(state: State, session: IbSession, found: Reconciliation): void {
  state.nextId = Math.max(state.nextId, found.nextIbOrderId);
  state.toldReconciliation = "";
  tellReconciliation(state, found);
  state.trigger = "RECONNECT";
  state.reconciled = session;
  state.readys += 1;
  tell(state, "READY", "reconciled");
  for (const { resolve } of state.waiters.splice(0)) resolve();
}

function goDown(state: State, reason: string): void {
  const wasReady = state.ready !== undefined;
  state.reconciled = undefined;
  state.ready = undefined;
  state.options.onDown(reason, wasReady);
}

function tell(state: State, next: BrokerState, reason: string): void {
  if (next === state.told) return;
  state.told = next;
  const { session } = state;
  const account = session === undefined ? {} : { accountId: session.accountId };
  state.options.say({
    kind: "broker.session",
    state: next,
    reason,
    serverVersion: session?.serverVersion ?? 0,
    ...account,
  });
}

/** While it is tried again and again, only what is new. */
function tellReconciliation(state: State, { event }: Reconciliation): void {
  const text = JSON.stringify(event.actions);
  if (text === state.toldReconciliation) return;
  state.toldReconciliation = text;
  state.options.say(event);
}

const pause = (state: State, ms: number): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    state.interruptPause = () => {
      clearTimeout(timer);
      resolve();
    };
  });
