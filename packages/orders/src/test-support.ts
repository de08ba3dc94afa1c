import type { Event, Order } from "@bowline/contracts";
import { type Px, assert, micros, money, px, shares } from "@bowline/kernel";
import { anEntry, anOrder, at } from "@bowline/testkit";
import { type Approved, approvedOrderOf } from "./approved.ts";
import type { BrokerCallback, BrokerOrderStatus, BrokerRef } from "./broker-callback.ts";
import { type OrderLeg, legsOf, submittedEvent } from "./legs.ts";
import { type OrderBook, makeOrderBook } from "./order-book.ts";

export const dollarsPx = (text: string): Px => px(micros(text));

export function anApproved(order: Order = anOrder()): Approved<Order> {
  const event = { kind: "order.approved", order, refPx: dollarsPx("100") } as const;
  const approved = approvedOrderOf(anEntry(event, { machine: "risk-gate" }));
  assert(approved !== undefined, "the gate's entry approves");
  return approved;
}

export const BRACKET = {
  stopClOrdId: "STOP0000000000000001",
  stopPx: dollarsPx("99"),
  targetClOrdId: "TARGET00000000000001",
  targetLmtPx: dollarsPx("102"),
};

/** A book with one submitted order, or bracket; its legs have the session's ids 11, 12, 13. */
export function aBook(order: Order = anOrder()): { readonly book: OrderBook; readonly legs: readonly OrderLeg[] } {
  const book = makeOrderBook();
  const legs = legsOf(anApproved(order));
  legs.forEach((leg, index) => {
    observeAll(book, submittedEvent(leg));
    book.add(leg, 11 + index);
  });
  return { book, legs };
}

export const observeAll = (book: OrderBook, ...events: Event[]): void => {
  for (const event of events) book.observe(anEntry(event));
};

export const REF = { orderId: "1001", clOrdId: "ORDER000000000000001", ibOrderId: 11 };
export const anOpenOrder = (status: BrokerOrderStatus, ref: BrokerRef = REF): BrokerCallback => ({
  type: "openOrder",
  ref,
  symbol: "AAPL",
  side: "BUY",
  orderQty: shares(100),
  status,
});
export const aStatus = (status: BrokerOrderStatus, filled = 0): BrokerCallback => ({
  type: "orderStatus",
  ref: { orderId: "1001", ibOrderId: 11 },
  status,
  filledQty: shares(filled),
});
export const anExecution = (execId: string, quantity: number, price = "100"): BrokerCallback => ({
  type: "execution",
  ref: REF,
  symbol: "AAPL",
  side: "BUY",
  execId,
  lastQty: shares(quantity),
  lastPx: dollarsPx(price),
  transactUs: at(5),
});
export const aCommission = (execId: string): BrokerCallback => ({
  type: "commission",
  execId,
  commission: money(1_000_000),
  currency: "USD",
});
export const anError = (code: number, message = "text"): BrokerCallback => ({
  type: "error",
  ref: { ibOrderId: 11 },
  code,
  message,
});

/** What a book tells of callbacks, one after the other: the kinds of its entries, its findings, its anomalies with their effect. */
export const kinds = (book: OrderBook, ...callbacks: BrokerCallback[]): string[] =>
  callbacks.flatMap((c) => book.apply(c).outputs.map((o) => o.event.kind));
export const findings = (book: OrderBook, ...callbacks: BrokerCallback[]): string[] =>
  callbacks.flatMap((c) => book.apply(c).findings.map((f) => f.code));
export const anomalies = (book: OrderBook, ...callbacks: BrokerCallback[]): string[] =>
  callbacks.flatMap((c) =>
    book.apply(c).outputs.flatMap(({ event: e }) => (e.kind === "order.anomaly" ? [`${e.code} ${e.effect}`] : [])),
  );
export const status = (book: OrderBook): string | undefined => book.get(REF.clOrdId)?.status;
