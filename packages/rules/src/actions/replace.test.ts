import { type Qty, shares } from "@bowline/kernel";
import { dollars } from "@bowline/testkit";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Facts } from "../facts.ts";
import { aRule, someFacts } from "../testing/facts.ts";
import { anOrder, wanted, withOrder } from "../testing/protected.ts";

const asks = (params: string, facts: Facts = entering()) => wanted(aRule({ act: `{ replace: { ${params} } }` }), facts);

/** 100 to buy at 99.90 or better with a stop at 98.90, or to sell short at 100.10 with one at 101.10; the quote is 99.99 / 100.01. */
function entering(direction: "LONG" | "SHORT" = "LONG"): Facts {
  const long = direction === "LONG";
  const working = [
    anOrder({
      clOrdId: "ENTRY",
      leg: "ENTRY",
      side: long ? "BUY" : "SELL_SHORT",
      lmtPx: dollars(long ? "99.9" : "100.1"),
    }),
    anOrder({ clOrdId: "STOP", leg: "STOP", stopPx: dollars(long ? "98.9" : "101.1") }, long),
    anOrder({ clOrdId: "TARGET", leg: "TARGET", lmtPx: dollars(long ? "103" : "97") }, long),
  ];
  return someFacts({ working, liveOrders: 3, liveEntries: 1 });
}
const short = entering("SHORT");
const change = (lmtPx: string, orderQty?: number) => ({
  changes: [
    { clOrdId: "ENTRY", lmtPx: dollars(lmtPx), ...(orderQty === undefined ? {} : { orderQty: shares(orderQty) }) },
  ],
});

test("a better limit leaves the quantity as it is", () => {
  expect(asks("price: 99.8")).toMatchObject(change("99.8"));
  expect(asks("price: 99.8")).not.toHaveProperty("changes.0.orderQty");
  expect(asks("price: 100.2", short)).toMatchObject(change("100.2"));
});

test("a worse one makes the order smaller, so that its stop costs no more", () => {
  expect(asks("price: 100.15")).toMatchObject(change("100.15", 80));
  expect(asks("price: 99.85", short)).toMatchObject(change("99.85", 80));
  expect(asks("price: 100.155")).toMatchObject(change("100.15", 80));
  expect(asks("collarBps: 5")).toMatchObject(change("100.06", 86));
});

test("what is filled already stays in the quantity", () => {
  const partly = withOrder(entering(), "ENTRY", { cumQty: shares(60) });
  expect(asks("price: 100.15", partly)).toMatchObject(change("100.15", 92));
});

test.each<[string, string, Facts, string]>([
  ["without an entry that works", "price: 99.8", someFacts(), "replace.order"],
  ["with an exit under way", "price: 99.8", { ...entering(), exiting: true }, "replace.exit"],
  ["without a quote", "price: 99.8", { ...entering(), quote: undefined } as Facts, "replace.quote"],
  [
    "without a stop that works",
    "price: 99.8",
    { ...entering(), working: entering().working.slice(0, 1) },
    "replace.stop",
  ],
  ["beyond its stop", "price: 98.9", entering(), "replace.stop"],
  ["while a change has no answer", "price: 99.8", withOrder(entering(), "ENTRY", { changing: true }), "replace.change"],
  ["where it stands there", "price: 99.9", entering(), "replace.moves"],
  [
    "where nothing is left of it",
    "price: 150",
    withOrder(entering(), "ENTRY", { orderQty: shares(1) }),
    "replace.size",
  ],
  [
    "by an expression that is UNKNOWN",
    "price: market.last",
    { ...entering(), lastPx: undefined } as Facts,
    "replace.price",
  ],
])("is blocked %s", (_, params, facts, blocker) => {
  expect(asks(params, facts)).toBe(blocker);
});

test("says one price", () => {
  expect(() => asks("price: 1, collarBps: 1")).toThrow("exactly one of price, collarBps");
});

test("whatever the price, what the stop would cost does not grow", () => {
  fc.assert(
    fc.property(fc.integer({ min: 9891, max: 12_000 }), fc.integer({ min: 1, max: 5000 }), (cents, count) => {
      const facts = withOrder(entering(), "ENTRY", { orderQty: shares(count) });
      const plan = asks(`price: ${cents / 100}`, facts) as { changes?: readonly { orderQty?: Qty }[] };
      const left = BigInt(plan.changes?.[0]?.orderQty ?? shares(plan.changes === undefined ? 0 : count));
      expect(left * BigInt(cents - 9890) <= BigInt(shares(count)) * 100n).toBe(true);
    }),
    { numRuns: 200 },
  );
});
