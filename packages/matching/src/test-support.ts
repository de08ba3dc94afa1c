import { formatMicros, micros, type Money, money, type Px, px, shares, us, type Us } from "@bowline/kernel";
import { type Broker, type BrokerOptions, makeBroker } from "./broker.ts";
import type { BrokerEvent, OrderRequest } from "./broker-types.ts";
import type { SymbolStep } from "./market.ts";

/** Builders for tests: prices as decimal text, quantities as whole shares. */
type StepWish = {
  symbol?: string;
  bid?: string;
  ask?: string;
  high?: string;
  low?: string;
  last?: string;
  shares?: number;
  size?: number;
};

export function aStep({
  symbol = "IBM",
  bid = "99.99",
  ask = "100.01",
  last = "100",
  size = 500,
  ...wish
}: StepWish = {}): SymbolStep {
  const closePx = px(micros(last));
  return {
    symbol,
    bidPx: px(micros(bid)),
    askPx: px(micros(ask)),
    bidQty: shares(size),
    askQty: shares(size),
    openPx: closePx,
    highPx: px(micros(wish.high ?? last)),
    lowPx: px(micros(wish.low ?? last)),
    closePx,
    volume: shares(wish.shares ?? 1000),
    wapPx: closePx,
    tradeCount: 10,
  };
}

type OrderWish = Partial<Omit<OrderRequest, "orderQty" | "lmtPx" | "stopPx">> & {
  shares?: number;
  lmt?: string;
  stop?: string;
};

export function anOrder({ shares: size = 100, lmt, stop, ...wish }: OrderWish = {}): OrderRequest {
  return {
    clientId: 1,
    ibOrderId: 1,
    orderRef: "",
    symbol: "IBM",
    side: "BUY",
    orderQty: shares(size),
    ordType: lmt !== undefined ? "LMT" : stop !== undefined ? "STP" : "MKT",
    lmtPx: lmt === undefined ? undefined : px(micros(lmt)),
    stopPx: stop === undefined ? undefined : px(micros(stop)),
    timeInForce: "DAY",
    transmit: true,
    ...wish,
  };
}

/** The n-th step's end, in a session that opened at a full minute. */
export const atStep = (index: number): Us => us(1_709_562_600_000_000 + index * 5_000_000);

/** One line an event: what a test of the sequence compares. */
export function lineOf(event: BrokerEvent): string {
  switch (event.type) {
    case "openOrder": {
      const { ibOrderId, status, commission } = event.order;
      return `openOrder ${ibOrderId} ${status}${commission === undefined ? "" : ` commission ${formatMicros(commission)}`}`;
    }
    case "orderStatus":
      return `orderStatus ${event.order.ibOrderId} ${event.order.status} ${formatMicros(event.order.cumQty)}/${formatMicros(event.order.leavesQty)}`;
    case "execution": {
      const { order, lastQty, lastPx } = event.execution;
      return `execution ${order.ibOrderId} ${order.side} ${formatMicros(lastQty)} @ ${formatMicros(lastPx)}`;
    }
    case "commission":
      return `commission ${formatMicros(event.execution.commission)}`;
    case "error":
      return `error ${event.ibOrderId} ${event.code}`;
    case "account":
      return `account ${formatMicros(event.account.cash)}`;
    default:
      return "";
  }
}

export const pxOf = (text: string): Px => px(micros(text));
export const linesOf = (events: readonly BrokerEvent[]): string[] => events.map((event) => lineOf(event));
export const fillsOf = (events: readonly BrokerEvent[]): string[] =>
  linesOf(events)
    .filter((line) => line.startsWith("execution"))
    .map((line) => line.slice("execution ".length));

/** A broker with a million dollars whose session is open, IBM at 99.99 / 100.01, last 100. */
export function anOpenBroker(options: Partial<BrokerOptions> = {}): Broker {
  const broker = makeBroker({ symbols: ["IBM"], ...options });
  broker.step([aStep()], atStep(1));
  return broker;
}

export const dollars = (text: string): Money => money(micros(text));

/** A broker with 100,000 dollars, AIG beside IBM, whose session is open. */
export function aBrokerOfTwo(options: Partial<BrokerOptions> = {}): Broker {
  const broker = makeBroker({ symbols: ["AIG", "IBM"], cash: dollars("100000"), ...options });
  broker.step([aStep({ symbol: "AIG", bid: "49.99", ask: "50.01", last: "50" }), aStep()], atStep(1));
  return broker;
}
