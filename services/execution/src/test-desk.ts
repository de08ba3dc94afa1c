import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type FakeTws, TEST_ACCOUNT, anAapl, startFakeTws } from "@bowline/broker-ib/test-support";
import type { Entry, Event, EventByKind, Order } from "@bowline/contracts";
import { assert } from "@bowline/kernel";
import { type Alert, type EdgePort, type RawTick, makeLog } from "@bowline/service-kit";
import { type TestPort, anEntry, anOrder, at, dollars, makeTestPort } from "@bowline/testkit";
import { type OpenOrderMessage, type PlaceOrder, encode } from "@bowline/tws-wire";
import { afterEach, beforeEach } from "vitest";
import { NO_RESTART_WINDOW } from "./restart-window.ts";
import type { ExecutionOptions } from "./core.ts";
import { type Execution, makeExecution } from "./execution.ts";
import { type WriteAheadLog, openWriteAheadLog } from "./log/write-ahead-log.ts";

/** One incarnation of execution over a fake TWS, with a journal in memory. */
export type Desk = {
  readonly edge: Execution;
  readonly port: TestPort;
  readonly ticks: RawTick[];
  /** What a person was told, as `CODE subject`. */
  readonly alerts: readonly string[];
  /** Approvals of which nothing was begun, and why. */
  notSent(): readonly { readonly clOrdId: string; readonly reason: string }[];
  /** An entry of somebody else, after everything that is there. */
  journal(event: Event, machine?: string): Entry;
  /** Kinds and ids of what was published, oldest first, without the account. */
  told(): readonly string[];
  events<K extends Event["kind"]>(kind: K): readonly EventByKind<K>[];
  /** Takes turns until a condition holds: in real time as they are asked for, in lock-step one after the other. */
  until(condition: () => boolean): Promise<void>;
};

export const GENERATION: Event = { kind: "control.generation", generation: "g1" };
export const BRACKET = {
  stopClOrdId: "STOP0000000000000001",
  stopPx: dollars("99"),
  targetClOrdId: "TARGET00000000000001",
  targetLmtPx: dollars("102"),
};
export const approvalOf = (order: Order): Event => ({ kind: "order.approved", order, refPx: dollars("100") });
export const aDataDir = (): string => mkdtempSync(join(tmpdir(), "bowline-execution-"));

export type DeskOptions = {
  readonly tws: Pick<FakeTws, "port">;
  readonly lockstep?: boolean;
  readonly dataDir?: string;
  /** What was in the journal before this incarnation. */
  readonly before?: readonly Entry[];
  readonly timing?: ExecutionOptions["timing"];
  readonly restartWindow?: ExecutionOptions["restartWindow"];
  readonly rehearse?: ExecutionOptions["rehearse"];
  readonly dropCopyClientId?: number;
  /** Runs before each record of the write-ahead log; what it throws is the disk's failure. */
  readonly breakLog?: () => void;
  /** Runs after each batch that was published. */
  readonly afterPublish?: (desk: Desk, entries: readonly Entry[]) => void | Promise<void>;
};

const QUICK = {
  backOffMs: { first: 5, most: 20 },
  secondLookAfterMs: 20,
  requestTimeoutMs: 3000,
  heartbeatWithinMs: 600_000,
};

/** Starts execution; in lock-step it is READY when this returns. */
export async function startDesk(options: DeskOptions): Promise<Desk> {
  const log = openWriteAheadLog(options.dataDir ?? aDataDir());
  assert(log.ok, "the write-ahead log opens");
  const ticks: RawTick[] = [];
  const alerts: Alert[] = [];
  const edge = makeExecution({
    tws: { host: "127.0.0.1", port: options.tws.port, clientId: 17 },
    ...(options.dropCopyClientId === undefined ? {} : { dropCopyClientId: options.dropCopyClientId }),
    log: options.breakLog === undefined ? log.value : breaking(log.value, options.breakLog),
    ticks: { push: async (batch) => void ticks.push(...batch) },
    logger: makeLog("execution", "silent"),
    restartWindow: options.restartWindow ?? NO_RESTART_WINDOW,
    alerts: { raise: (alert) => void alerts.push(alert) },
    rehearse: options.rehearse ?? (() => undefined),
    timing: { ...QUICK, ...(options.lockstep === true ? { secondLookAfterMs: 0 } : {}), ...options.timing },
  });
  const before = options.before ?? [anEntry(GENERATION, { seq: 1, machine: "streams" })];
  for (const entry of before) edge.observe(entry);
  const port = makeTestPort({
    name: "execution",
    lockstep: options.lockstep ?? false,
    journal: before,
    observe: edge.observe,
  });
  const desk = makeDesk(edge, { port, ticks, alerts, known: before.length });
  const publish: EdgePort["publish"] = async (outputs) => {
    const entries = await port.publish(outputs);
    await options.afterPublish?.(desk, entries);
    return entries;
  };
  await edge.start({ ...port, publish });
  return desk;
}

const breaking = (log: WriteAheadLog, breakLog: () => void): WriteAheadLog => ({
  ...log,
  append(record) {
    breakLog();
    log.append(record);
  },
});

function makeDesk(
  edge: Execution,
  {
    port,
    ticks,
    alerts,
    known,
  }: Pick<Desk, "ticks"> & { readonly alerts: Alert[]; readonly port: TestPort; readonly known: number },
): Desk {
  const journal = port.journal as Entry[];
  const published = (): readonly Entry[] =>
    journal.slice(known).filter((entry) => entry.header.machine === "execution");
  const desk: Desk = {
    edge,
    port,
    ticks,
    get alerts() {
      return alerts.map(({ code, subject }) => `${code} ${subject}`.trim());
    },
    notSent: () =>
      alerts
        .filter(({ code }) => code === "ORDER_NOT_SENT")
        .map(({ subject, detail }) => ({ clOrdId: subject, reason: detail })),
    journal(event, machine = event.kind === "order.approved" ? "risk-gate" : "strategy.tech") {
      const entry = anEntry(event, { seq: journal.length + 1, machine, seenUs: port.nowUs() });
      journal.push(entry);
      edge.observe(entry);
      port.wake();
      return entry;
    },
    told: () => published().flatMap(({ event }) => (event.kind === "broker.account" ? [] : [describe(event)])),
    events: (kind) => published().flatMap(({ event }) => (event.kind === kind ? [event as never] : [])),
    async until(condition) {
      while (!condition()) {
        if (edge.pending() === 0 && !port.lockstep) await port.woken();
        await edge.turn();
      }
    },
  };
  return desk;
}

/** `order.filled ORDER… 100`, short enough to read in a failure. */
function describe(event: Event): string {
  if (event.kind === "broker.session") return `session ${event.state}`;
  if (event.kind === "broker.reconciliation")
    return `reconciliation ${event.trigger} ${event.clean ? "clean" : "unclean"}`;
  if ("clOrdId" in event && event.clOrdId !== undefined)
    return `${event.kind.slice("order.".length)} ${event.clOrdId.replace(/0{5,}/, "")}`;
  return event.kind;
}

export const isReady = (desk: Desk) => (): boolean => desk.edge.notReady().length === 0;

/** A fresh fake TWS that takes every order, keeps it open, and fills market orders at 100 dollars. */
export async function startBroker(): Promise<FakeTws> {
  const tws = await startFakeTws();
  let permId = 1000;
  tws.onMessage = (message, session) => {
    const v = session.serverVersion;
    if (message.type === "cancelOrder") cancel(tws, message.orderId);
    if (message.type !== "placeOrder") return false;
    permId += 1;
    const order = openOrderOf(message, permId);
    tws.openOrders.push(order);
    if (message.order.transmit) for (const open of tws.openOrders) session.send(encode.openOrder(v, open));
    if (message.order.orderType === "MKT" && message.order.transmit)
      fill(tws, order, { execId: `e${permId}`, clientId: session.clientId });
    return true;
  };
  return tws;
}

const openOrderOf = ({ orderId, contract, order }: PlaceOrder, permId: number): OpenOrderMessage => ({
  orderId,
  clientId: 17,
  permId,
  contract: { ...anAapl, symbol: contract.symbol },
  order,
  state: { status: order.transmit ? "Submitted" : "PreSubmitted" },
});

/**
 * Fills an open order, whole where no quantity is said: what the broker shows from then on, and, unless silently, what it says to the newest
 * session, of a client where one is named.
 */
export function fill(
  tws: FakeTws,
  order: OpenOrderMessage,
  how: {
    readonly execId: string;
    readonly silently?: boolean;
    readonly quantity?: number;
    readonly clientId?: number | undefined;
  },
): void {
  const { execId } = how;
  const total = order.order.totalQty ?? 0;
  const quantity = how.quantity ?? total;
  const details = {
    reqId: -1,
    orderId: order.orderId,
    contract: order.contract,
    execId,
    time: "20131004 09:30:05 US/Eastern",
    accountId: TEST_ACCOUNT,
    exchange: "NYSE",
    side: order.order.action === "BUY" ? ("BOT" as const) : ("SLD" as const),
    lastQty: quantity,
    lastPx: 100_000_000,
    permId: order.permId,
    clientId: 17,
    cumQty: quantity,
    avgPx: 100_000_000,
    orderRef: order.order.orderRef,
  };
  tws.executions.push({ details, commission: 1_000_000 });
  if (quantity === total) closeOrder(tws, order, "Filled");
  const signed = order.order.action === "BUY" ? quantity : -quantity;
  const held = tws.positions.find((p) => p.contract.symbol === order.contract.symbol);
  const positionQty = (held?.positionQty ?? 0) + signed;
  tws.positions.splice(held === undefined ? tws.positions.length : tws.positions.indexOf(held), 1, {
    accountId: TEST_ACCOUNT,
    contract: order.contract,
    positionQty,
    avgCost: 100_000_000,
  });
  if (how.silently === true) return;
  const session = tws.session(how.clientId);
  const v = session.serverVersion;
  session.send(encode.execDetails(v, details));
  session.send(encode.commissionReport(v, { execId, commission: 1_000_000, currency: "USD" }));
}

/** Takes an order off the book. */
export function closeOrder(tws: FakeTws, order: OpenOrderMessage, status: "Filled" | "Cancelled"): void {
  tws.openOrders.splice(tws.openOrders.indexOf(order), 1);
  tws.completedOrders.push({
    permId: order.permId,
    contract: order.contract,
    order: order.order,
    status,
    filledQty: status === "Filled" ? (order.order.totalQty ?? 0) : 0,
    completedTime: "",
    completedStatus: status,
  });
}

function cancel(tws: FakeTws, orderId: number): void {
  const order = tws.openOrders.find((open) => open.orderId === orderId);
  if (order === undefined) return;
  closeOrder(tws, order, "Cancelled");
  tellCanceled(tws, orderId, order.permId);
}

export function tellCanceled(tws: FakeTws, orderId: number, permId: number): void {
  const session = tws.session();
  const status = {
    orderId,
    status: "Cancelled",
    cumQty: 0,
    leavesQty: 0,
    avgPx: 0,
    permId,
    parentId: 0,
    lastPx: 0,
    clientId: 17,
  };
  session.send(encode.orderStatus(session.serverVersion, status));
  session.send(
    encode.errorMessage(session.serverVersion, { id: orderId, code: 202, text: "Order Canceled - reason:" }),
  );
}

export const aMarketOrder = (changes: Partial<Order> = {}): Order =>
  anOrder({ ordType: "MKT", lmtPx: undefined, accountId: TEST_ACCOUNT, expiresUs: at(60), ...changes });

/** What a start in lock-step journals; what it found besides waits for the first turn. */
export const READY = ["session CONNECTED", "reconciliation START clean", "session READY"];

export const cancelIntent = (clOrdId: string) =>
  ({
    kind: "order.cancel-intent",
    clOrdId,
    group: "tech",
    symbol: "AAPL",
    strategy: "demo",
    rule: "exit",
    reason: "time",
  }) as const;

/** A broker for each test, and desks that are stopped after it. */
export function withDesks() {
  let tws: FakeTws | undefined;
  const running: Desk[] = [];
  beforeEach(async () => void (tws = await startBroker()));
  afterEach(async () => {
    for (const desk of running.splice(0)) await desk.edge.stop();
    await broker().close();
  });
  const broker = (): FakeTws => {
    assert(tws !== undefined, "a test runs");
    return tws;
  };
  const start = async (options: Partial<DeskOptions> = {}): Promise<Desk> => {
    const desk = await startDesk({ tws: broker(), ...options });
    running.push(desk);
    return desk;
  };
  return {
    tws: broker,
    start,
    lockstep: (options: Partial<DeskOptions> = {}): Promise<Desk> => start({ lockstep: true, ...options }),
    /** One that the test itself ends. */
    dies: (options: Partial<DeskOptions> = {}): Promise<Desk> =>
      startDesk({ tws: broker(), lockstep: true, ...options }),
  };
}
