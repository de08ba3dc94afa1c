import type { EventByKind } from "@bowline/contracts";
import { type Us, shares, us } from "@bowline/kernel";
import type { OrderRequest } from "@bowline/matching";
import { type OrderLeg, makeOrderBook } from "@bowline/orders";
import { at, dollars } from "@bowline/testkit";
import { expect, test } from "vitest";
import { changeOrder } from "./change-order.ts";

const STOP: OrderLeg = {
  clOrdId: "STOP0000000000000001",
  parentClOrdId: "ENTRY",
  leg: "STOP",
  accountId: "DU1234567",
  strategy: "demo",
  rule: "follow",
  group: "tech",
  symbol: "AAPL",
  side: "SELL",
  orderQty: shares(100),
  ordType: "STP",
  stopPx: dollars("99"),
  timeInForce: "GTC",
  transmit: true,
};

const change = (terms: Partial<EventByKind<"order.replace-approved">>): EventByKind<"order.replace-approved"> => ({
  kind: "order.replace-approved",
  clOrdId: STOP.clOrdId,
  group: "tech",
  symbol: "AAPL",
  replaceId: "r1",
  strategy: "demo",
  rule: "follow",
  expiresUs: at(10),
  ...terms,
});

/** A stop that works, of an entry that is gone, over so many shares. */
function aDesk(held = 100, nowUs: Us = at(9)) {
  const book = makeOrderBook();
  book.add(STOP, 7);
  const ref = { orderId: "1", clOrdId: STOP.clOrdId, ibOrderId: 7 };
  book.apply({ type: "openOrder", ref, symbol: "AAPL", side: "SELL", orderQty: shares(100), status: "Submitted" });
  const placed: OrderRequest[] = [];
  const desk = {
    book,
    nowUs,
    positionOf: () => shares(held),
    place: (request: OrderRequest) => void placed.push(request),
  };
  const reasons = (terms: Partial<EventByKind<"order.replace-approved">>) =>
    changeOrder(desk, change(terms)).map(({ event }) => (event.kind === "order.replace-rejected" ? event.reason : ""));
  return { placed, reasons };
}

test("the order is written again under its own id, as an order of its own once its entry is gone", () => {
  const { placed, reasons } = aDesk();
  expect(reasons({ stopPx: dollars("99.5") })).toEqual([]);
  expect(placed).toMatchObject([
    { ibOrderId: 7, orderRef: STOP.clOrdId, ordType: "STP", orderQty: shares(100), stopPx: dollars("99.5") },
  ]);
  expect(placed[0]?.parentIbOrderId).toBeUndefined();
});

test("a second change waits for the answer to the first, and the same one is not made twice", () => {
  const { placed, reasons } = aDesk();
  reasons({ stopPx: dollars("99.5") });
  expect(reasons({ stopPx: dollars("99.5") })).toEqual([]);
  expect(reasons({ replaceId: "r2", stopPx: dollars("99.6") })).toEqual([
    "the order does not work, or another change is under way",
  ]);
  expect(placed).toHaveLength(1);
});

test.each([
  ["that came too late", { nowUs: us(at(10) + 1) }, "expired before it was sent"],
  ["that could turn the position", { held: 40 }, "EXITS_EXCEED_POSITION"],
])("a change %s is not made", (_, { held = 100, nowUs = at(9) }: { held?: number; nowUs?: Us }, reason) => {
  const { placed, reasons } = aDesk(held, nowUs);
  expect(reasons({ stopPx: dollars("99.5") })).toMatchObject([expect.stringContaining(reason)]);
  expect(placed).toEqual([]);
});

test("nothing is said of an order that nobody knows", () => {
  const { placed, reasons } = aDesk();
  expect(reasons({ clOrdId: "OTHER", stopPx: dollars("99.5") })).toEqual([]);
  expect(placed).toEqual([]);
});
