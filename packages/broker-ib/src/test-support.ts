import { assert, type Result } from "@bowline/kernel";
import {
  type ClientMessage,
  type CompletedOrderMessage,
  connectionTime,
  createWireServer,
  encode,
  type ExecDetailsMessage,
  type OpenOrderMessage,
  type PlaceOrder,
  type PositionMessage,
  stockContract,
  type WireBar,
  type WireServer,
  type WireSession,
} from "@bowline/tws-wire";
import { PROBE_ORDER_ID } from "./read-only.ts";

/** A TWS on a real socket that answers from what a test puts into it, and does nothing by itself. Not a simulator. */
export type FakeTws = {
  readonly port: number;
  readonly accounts: string[];
  nextOrderId: number;
  /** Whether its API takes no orders. */
  readOnly: boolean;
  /** The next so many clients are told that their id is in use. */
  refuseLogins: number;
  readonly openOrders: OpenOrderMessage[];
  readonly completedOrders: CompletedOrderMessage[];
  readonly executions: { readonly details: ExecDetailsMessage; readonly commission?: number }[];
  readonly positions: PositionMessage[];
  readonly accountValues: Map<string, string>;
  readonly bars: (WireBar & { readonly date: string })[];
  /** Everything that the client sent, in order, over all connections. */
  readonly heard: ClientMessage[];
  /** Request types that get no answer. */
  readonly mute: Set<ClientMessage["type"]>;
  /** Called with each message before it is answered; true: the test has answered it. */
  onMessage: (message: ClientMessage, session: WireSession) => boolean;
  /** The newest session. */
  session(clientId?: number): WireSession;
  /** How many sessions there were. */
  sessionCount(): number;
  /** Resolves with the next message of a type that was not waited for yet. */
  next<T extends ClientMessage["type"]>(type: T): Promise<Extract<ClientMessage, { type: T }>>;
  placed(): readonly PlaceOrder[];
  close(): Promise<void>;
};

/** 2024-01-02 09:30:00 in New York. */
export const WIRE_TEST_US = 1_704_205_800_000_000;
export const TEST_ACCOUNT = "DU1234567";

export const anAapl = stockContract({ conId: 265_598, symbol: "AAPL", primaryExch: "NASDAQ" });

type Waiter = { readonly type: string; readonly resolve: (message: ClientMessage) => void };

/** Listens on a free port, or on the given one. */
export async function startFakeTws(port = 0): Promise<FakeTws> {
  const sessions: WireSession[] = [];
  const waited = new Map<string, number>();
  let waiters: Waiter[] = [];
  const tws: FakeTws = {
    get port() {
      return server.port;
    },
    accounts: [TEST_ACCOUNT],
    nextOrderId: 7,
    readOnly: false,
    refuseLogins: 0,
    openOrders: [],
    completedOrders: [],
    executions: [],
    positions: [],
    accountValues: new Map([
      ["TotalCashBalance", "100000"],
      ["NetLiquidation", "100000"],
    ]),
    bars: [],
    heard: [],
    mute: new Set(),
    onMessage: () => false,
    session(clientId) {
      const newest = sessions.findLast((one) => clientId === undefined || one.clientId === clientId);
      assert(newest !== undefined, "no client has connected");
      return newest;
    },
    sessionCount: () => sessions.length,
    next(type) {
      const taken = waited.get(type) ?? 0;
      waited.set(type, taken + 1);
      const found = tws.heard.filter((m) => m.type === type)[taken];
      if (found !== undefined) return Promise.resolve(found as never);
      return new Promise((resolve) => waiters.push({ type, resolve: resolve as (m: ClientMessage) => void }));
    },
    placed: () => tws.heard.filter((m) => m.type === "placeOrder"),
    close: () => server.close(),
  };
  const hear = (message: ClientMessage, session: WireSession): void => {
    // The question whether it takes orders is no message that a test waits for.
    if (message.type === "cancelOrder" && message.orderId === PROBE_ORDER_ID) return answerProbe(tws, session);
    tws.heard.push(message);
    const waiter = waiters.find((w) => w.type === message.type);
    if (waiter !== undefined) {
      waiters = waiters.filter((w) => w !== waiter);
      waiter.resolve(message);
    }
    if (!tws.mute.has(message.type) && !tws.onMessage(message, session)) answer(tws, session, message);
  };
  const server = listening(
    await createWireServer({
      host: "127.0.0.1",
      port,
      connectionTime: () => connectionTime(WIRE_TEST_US),
      onConnection(session) {
        sessions.push(session);
        if (tws.refuseLogins > 0) refuse(tws, session);
        else greet(tws, session);
        return {
          onMessage: (message) => hear(message, session),
          onMalformed: (error) => {
            throw new Error(`the client sent what cannot be read: ${JSON.stringify(error)}`);
          },
          onClose: () => undefined,
        };
      },
    }),
  );
  return tws;
}

function listening(server: Result<WireServer, unknown>): WireServer {
  assert(server.ok, "a free port can be listened on");
  return server.value;
}

function greet(tws: FakeTws, session: WireSession): void {
  session.send(encode.managedAccounts(session.serverVersion, { accounts: tws.accounts }));
  session.send(encode.nextValidId(session.serverVersion, { orderId: tws.nextOrderId }));
}

function refuse(tws: FakeTws, session: WireSession): void {
  tws.refuseLogins -= 1;
  const text = "Unable to connect as the client id is already in use. Retry with a unique client id.";
  session.send(encode.errorMessage(session.serverVersion, { id: -1, code: 326, text }));
  session.close();
}

function answerProbe({ readOnly }: FakeTws, session: WireSession): void {
  const text = readOnly
    ? "Error validating request.-'bN' : cause - The API interface is currently in Read-Only mode."
    : "OrderId that needs to be cancelled is not found.";
  session.send(encode.errorMessage(session.serverVersion, { id: PROBE_ORDER_ID, code: readOnly ? 321 : 10_147, text }));
}

function answer(tws: FakeTws, session: WireSession, message: ClientMessage): void {
  const v = session.serverVersion;
  switch (message.type) {
    case "reqCurrentTime":
      return void session.send(encode.currentTime(v, { epochSeconds: WIRE_TEST_US / 1_000_000 }));
    case "reqAllOpenOrders":
      for (const order of tws.openOrders) session.send(encode.openOrder(v, order));
      return void session.send(encode.openOrderEnd(v));
    case "reqCompletedOrders":
      for (const order of tws.completedOrders) session.send(encode.completedOrder(v, order));
      return void session.send(encode.completedOrdersEnd(v));
    case "reqExecutions":
      return answerExecutions(tws, session, message.reqId);
    case "reqPositions":
      for (const position of tws.positions) session.send(encode.position(v, position));
      return void session.send(encode.positionEnd(v));
    case "reqAccountUpdates":
      return answerAccount(tws, session);
    case "reqContractDetails":
      return answerContract(session, message.reqId, message.contract.symbol);
    case "reqHistoricalData":
      return void session.send(
        encode.historicalData(v, { reqId: message.reqId, start: "1", end: "2", bars: tws.bars }),
      );
    default:
  }
}

function answerExecutions(tws: FakeTws, session: WireSession, reqId: number): void {
  const v = session.serverVersion;
  for (const { details, commission } of tws.executions) {
    session.send(encode.execDetails(v, { ...details, reqId }));
    if (commission !== undefined)
      session.send(encode.commissionReport(v, { execId: details.execId, commission, currency: "USD" }));
  }
  session.send(encode.execDetailsEnd(v, { reqId }));
}

function answerAccount(tws: FakeTws, session: WireSession): void {
  const v = session.serverVersion;
  const accountId = tws.accounts[0] ?? "";
  for (const [key, value] of tws.accountValues) {
    session.send(encode.updateAccountValue(v, { key, value, currency: "USD", accountId }));
  }
  for (const { contract, positionQty, avgCost } of tws.positions.filter((p) => p.accountId === accountId)) {
    const holding = {
      contract,
      positionQty,
      marketPx: avgCost,
      marketValue: 0,
      avgCost,
      unrealizedPnl: 0,
      realizedPnl: 0,
    };
    session.send(encode.updatePortfolio(v, { ...holding, accountId }));
  }
  session.send(encode.accountDownloadEnd(v, { accountId }));
}

function answerContract(session: WireSession, reqId: number, symbol: string): void {
  const v = session.serverVersion;
  if (symbol === "NONE") {
    session.send(encode.errorMessage(v, { id: reqId, code: 200, text: "No security definition has been found" }));
    return;
  }
  const contract = { ...stockContract({ conId: 265_598, symbol }), primaryExch: "NASDAQ" };
  const hours = { timeZoneId: "US/Eastern", tradingHours: "", liquidHours: "" };
  const rules = {
    orderTypes: "LMT,MKT",
    validExchanges: "SMART",
    marketRuleIds: "26",
    marketName: "NMS",
    minTickPx: 10_000,
  };
  session.send(encode.contractDetails(v, { reqId, contract, longName: `${symbol} INC`, ...hours, ...rules }));
  session.send(encode.contractDetailsEnd(v, { reqId }));
}
