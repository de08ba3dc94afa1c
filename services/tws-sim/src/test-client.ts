import { EventName, IBApi, type Contract, type Order } from "@stoqey/ib";

/** A real client, and everything that it was told, as lines in the order of telling. */
export type TestClient = {
  readonly api: IBApi;
  readonly lines: string[];
  /** The first id that the simulator offered. */
  readonly nextValidId: number;
  /** Everything told since the last call, once the simulator has answered all that was asked before. */
  told(): Promise<string[]>;
  /** Resolves when a line that begins so is there. */
  saw(beginning: string): Promise<string>;
  close(): void;
};

export const stock = (symbol: string): Contract => ({
  symbol,
  secType: "STK" as never,
  exchange: "SMART",
  currency: "USD",
});

export const order = (wish: { [key: string]: unknown }): Order => {
  const plain: { [key: string]: unknown } = {
    action: "BUY",
    orderType: "MKT",
    totalQuantity: 100,
    tif: "DAY",
    transmit: true,
  };
  return { ...plain, ...wish } as unknown as Order;
};

type Part = string | number | undefined;
const line = (...parts: readonly Part[]): string => parts.map((part) => part ?? "-").join(" ");

/** Which parts of an event's arguments make its line. */
const LINES: readonly (readonly [EventName, (...args: never[]) => string])[] = [
  [EventName.managedAccounts, (accounts: string) => line("accounts", accounts)],
  [EventName.nextValidId, (id: number) => line("nextValidId", id)],
  [EventName.currentTime, (time: number) => line("time", time)],
  [EventName.tickPrice, (id: number, field: number, price: number) => line("tickPrice", id, field, price)],
  [EventName.tickSize, (id: number, field: number, size: number) => line("tickSize", id, field, size)],
  [EventName.tickGeneric, (id: number, field: number, value: number) => line("tickGeneric", id, field, value)],
  [EventName.realtimeBar, (...args) => line("bar", ...args)],
  [EventName.historicalData, (...args) => line("history", ...args)],
  [
    EventName.contractDetails,
    (id: number, details: { contract: Contract; minTick: number }) =>
      line("details", id, details.contract.symbol, details.minTick),
  ],
  [EventName.contractDetailsEnd, (id: number) => line("detailsEnd", id)],
  [
    EventName.openOrder,
    (id: number, contract: Contract, placed: Order, state: { status: string }) =>
      line(
        "openOrder",
        id,
        contract.symbol,
        placed.action,
        placed.orderType,
        placed.totalQuantity,
        placed.orderRef,
        state.status,
      ),
  ],
  [EventName.openOrderEnd, () => "openOrderEnd"],
  [EventName.orderStatus, (...args: Part[]) => line("orderStatus", ...args.slice(0, 5))],
  [
    EventName.execDetails,
    (id: number, contract: Contract, execution: { side: string; shares: number; price: number; orderRef: string }) =>
      line("execDetails", id, contract.symbol, execution.side, execution.shares, execution.price, execution.orderRef),
  ],
  [EventName.execDetailsEnd, (id: number) => line("execDetailsEnd", id)],
  [
    EventName.commissionReport,
    (report: { commission: number; realizedPNL?: number }) => line("commission", report.commission, report.realizedPNL),
  ],
  [
    EventName.completedOrder,
    (contract: Contract, placed: Order, state: { status: string; completedStatus: string }) =>
      line("completed", contract.symbol, placed.orderRef, state.status, state.completedStatus),
  ],
  [EventName.completedOrdersEnd, () => "completedEnd"],
  [
    EventName.position,
    (_account: string, contract: Contract, quantity: number) => line("position", contract.symbol, quantity),
  ],
  [EventName.positionEnd, () => "positionEnd"],
  [
    EventName.updateAccountValue,
    (key: string, value: string, currency: string) => line("account", key, value, currency),
  ],
  [
    EventName.updatePortfolio,
    (contract: Contract, quantity: number, price: number, value: number) =>
      line("portfolio", contract.symbol, quantity, price, value),
  ],
  [EventName.accountDownloadEnd, () => "accountEnd"],
  [
    EventName.accountSummary,
    (id: number, _account: string, tag: string, value: string) => line("summary", id, tag, value),
  ],
  [EventName.accountSummaryEnd, (id: number) => line("summaryEnd", id)],
  [EventName.error, (error: Error, code: number, id: number) => line("error", id, code, error.message)],
  [EventName.info, (message: string, code: number) => line("info", code, message)],
  [EventName.disconnected, () => "disconnected"],
];

/** What only tests of market data look at; each part as text, objects as JSON. */
const DATA_EVENTS: readonly EventName[] = [
  EventName.tickString,
  EventName.tickSnapshotEnd,
  EventName.marketDataType,
  EventName.tickReqParams,
  EventName.tickByTickAllLast,
  EventName.tickByTickBidAsk,
  EventName.tickByTickMidPoint,
  EventName.historicalTicks,
  EventName.historicalTicksBidAsk,
  EventName.historicalTicksLast,
  EventName.historicalDataUpdate,
  EventName.historicalSchedule,
  EventName.headTimestamp,
  EventName.histogramData,
  EventName.symbolSamples,
  EventName.marketRule,
  EventName.smartComponents,
  EventName.securityDefinitionOptionParameterEnd,
];
const DATA_LINES = DATA_EVENTS.map(
  (event) =>
    [
      event,
      (...args: (Part | boolean | object)[]) =>
        line(event, ...args.map((part) => (typeof part === "object" ? JSON.stringify(part) : String(part)))),
    ] as const,
);

export async function connectClient(
  port: number,
  clientId = 1,
  { withData = false }: { readonly withData?: boolean } = {},
): Promise<TestClient> {
  const api = new IBApi({ host: "127.0.0.1", port, clientId, maxReqPerSec: 1000 });
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  for (const [event, lineOf] of withData ? [...LINES, ...DATA_LINES] : LINES) {
    api.on(
      event as EventName.connected,
      ((...args: never[]) => {
        lines.push(lineOf(...args));
        for (const look of waiting) look();
      }) as never,
    );
  }
  const saw = (beginning: string): Promise<string> =>
    new Promise((resolve) => {
      const look = (): void => {
        const found = lines.find((text) => text.startsWith(beginning));
        if (found === undefined) return;
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      look();
    });
  api.connect(clientId);
  const first = await Promise.race([saw("nextValidId"), saw("info 326"), saw("disconnected")]);
  return {
    api,
    lines,
    nextValidId: Number(first.split(" ")[1]),
    saw,
    told: async () => {
      api.reqCurrentTime();
      await saw("time ");
      return lines.splice(0).filter((text) => !text.startsWith("time ") && !text.startsWith("info "));
    },
    close: () => {
      api.removeAllListeners();
      api.disconnect();
    },
  };
}
