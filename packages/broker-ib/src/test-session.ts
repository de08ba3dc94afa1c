import { formatMicros, micros, px, shares } from "@bowline/kernel";
import type { BrokerCallback, OrderLeg } from "@bowline/orders";
import {
  type BrokerBar,
  type BrokerPnl,
  type BrokerTick,
  type IbSession,
  type IbSessionOptions,
  connectIb,
} from "./index.ts";
import type { ExecDetailsMessage } from "@bowline/tws-wire";
import { type FakeTws, TEST_ACCOUNT, anAapl, startFakeTws } from "./test-support.ts";

export type Heard = {
  readonly orders: BrokerCallback[];
  readonly ticks: BrokerTick[];
  readonly bars: (BrokerBar & { symbol: string })[];
  readonly lines: string[];
  readonly notices: string[];
  readonly troubles: string[];
  readonly bugs: unknown[];
  readonly positions: string[];
  readonly pnls: BrokerPnl[];
  accounts: number;
  readonly closed: Promise<string>;
};

let tws: FakeTws;
const open: IbSession[] = [];

/** The fake TWS of the test that runs. */
export const theTws = (): FakeTws => tws;
export const fresh = async (): Promise<FakeTws> => (tws = await startFakeTws());

export async function endSessions(): Promise<void> {
  for (const session of open.splice(0)) session.close("test over");
  await tws.close();
}

/** One attempt to connect, and what is heard over it. */
export async function connect(
  changes: Partial<IbSessionOptions> = {},
  hooks: Partial<IbSessionOptions["events"]> = {},
) {
  const closing = Promise.withResolvers<string>();
  const heard: Heard = {
    orders: [],
    ticks: [],
    bars: [],
    lines: [],
    notices: [],
    troubles: [],
    bugs: [],
    positions: [],
    pnls: [],
    accounts: 0,
    closed: closing.promise,
  };
  const result = await connectIb({
    host: "127.0.0.1",
    port: tws.port,
    clientId: 17,
    paced: true,
    probed: true,
    connectTimeoutMs: 5000,
    requestTimeoutMs: 5000,
    probeEveryMs: 100_000,
    probeDeadlineMs: 1000,
    events: {
      onOrder: (c) => void heard.orders.push(c),
      onTick: (t) => void heard.ticks.push(t),
      onBar: (symbol, bar) => void heard.bars.push({ symbol, ...bar }),
      onAccount: () => void (heard.accounts += 1),
      onPnl: (pnl) => void heard.pnls.push(pnl),
      onPosition: ({ symbol, quantity }) => void heard.positions.push(`${symbol} ${formatMicros(quantity)}`),
      onLine: (state) => void heard.lines.push(state),
      onNotice: (code, message) => void heard.notices.push(`${code} ${message}`),
      onTrouble: ({ code, subject, detail }) => void heard.troubles.push(`${code} ${subject}: ${detail}`),
      onClosed: closing.resolve,
      onBug: (failure) => void heard.bugs.push(failure),
      ...hooks,
    },
    ...changes,
  });
  if (result.ok) open.push(result.value);
  return { result, heard };
}

/** A session that must come about. */
export async function session(
  changes: Partial<IbSessionOptions> = {},
  hooks: Partial<IbSessionOptions["events"]> = {},
) {
  const { result, heard } = await connect(changes, hooks);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return { ib: result.value, heard, wire: tws.session() };
}

/** One leg, ready to be placed. */
export const aLeg = (): OrderLeg => ({
  clOrdId: "ORDER000000000000001",
  leg: "ENTRY",
  accountId: TEST_ACCOUNT,
  strategy: "demo",
  rule: "entry",
  group: "tech",
  symbol: "BRK.B",
  side: "BUY",
  orderQty: shares(100),
  ordType: "LMT",
  lmtPx: px(micros("100.1")),
  timeInForce: "DAY",
  transmit: true,
});

/** An execution of the leg as TWS tells it: 40 bought. */
export const anExec = (changes: Partial<ExecDetailsMessage> = {}): ExecDetailsMessage => ({
  reqId: -1,
  orderId: 7,
  contract: anAapl,
  execId: "e1",
  time: "20240102 09:30:05 US/Eastern",
  accountId: TEST_ACCOUNT,
  exchange: "NASDAQ",
  side: "BOT",
  lastQty: 40_000_000,
  lastPx: 100_100_000,
  permId: 1001,
  clientId: 17,
  cumQty: 40_000_000,
  avgPx: 100_100_000,
  orderRef: aLeg().clOrdId,
  ...changes,
});
