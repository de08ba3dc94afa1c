import { IB_CODE_ROWS, ORDER_CONTEXTS, type OrderContext, type OrderEffect, ibCode } from "@bowline/ib-codes";
import { shares } from "@bowline/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BrokerCallback } from "./broker-callback.ts";
import type { OrdStatus } from "./life-cycle.ts";
import type { OrderBook } from "./order-book.ts";
import { REF, aBook, aStatus, anError, anExecution, anOpenOrder, observeAll } from "./test-support.ts";

const cancelIntent = {
  kind: "order.cancel-intent",
  clOrdId: REF.clOrdId,
  group: "tech",
  symbol: "AAPL",
  strategy: "demo",
  rule: "exit",
  reason: "time",
} as const;

/** The states in which a code may find an order, and what the code is then about. */
const STATES = {
  "just placed": { context: "place", status: "PENDING_NEW", told: [] },
  working: { context: "place", status: "NEW", told: [anOpenOrder("Submitted")] },
  "partly filled": { context: "place", status: "PARTIALLY_FILLED", told: [anExecution("e1", 40)] },
  "working, its cancel sent": { context: "cancel", status: "PENDING_CANCEL", told: [anOpenOrder("Submitted")] },
  "working, its change sent": { context: "modify", status: "PENDING_REPLACE", told: [anOpenOrder("Submitted")] },
  filled: { context: "place", status: "FILLED", told: [anExecution("e1", 100)] },
  canceled: { context: "place", status: "CANCELED", told: [anOpenOrder("Submitted"), aStatus("Cancelled")] },
} as const satisfies Record<string, { context: OrderContext; status: OrdStatus; told: readonly BrokerCallback[] }>;
type StateName = keyof typeof STATES;

function anOrderThatIs(name: StateName): OrderBook {
  const { book } = aBook();
  const { context, told } = STATES[name];
  for (const callback of told) book.apply(callback);
  if (context === "cancel") observeAll(book, cancelIntent);
  if (context === "modify") book.beginReplace({ clOrdId: REF.clOrdId, replaceId: "r1", orderQty: shares(50) });
  expect(book.get(REF.clOrdId)?.status).toBe(STATES[name].status);
  return book;
}

/** What each effect makes of each state; where a state is not named, nothing changes. */
const OUTCOMES: Readonly<Record<OrderEffect, Partial<Record<StateName, OrdStatus>>>> = {
  REJECTED: {
    "just placed": "REJECTED",
    working: "REJECTED",
    "working, its cancel sent": "REJECTED",
    "working, its change sent": "REJECTED",
  },
  REJECTED_IF_NEW: { "just placed": "REJECTED" },
  CANCELED: {
    "just placed": "CANCELED",
    working: "CANCELED",
    "partly filled": "CANCELED",
    "working, its cancel sent": "CANCELED",
    "working, its change sent": "CANCELED",
  },
  CANCEL_REFUSED: { "working, its cancel sent": "NEW" },
  MODIFY_REFUSED: { "working, its change sent": "NEW" },
  WARNING: {},
  UNCERTAIN: { "just placed": "UNKNOWN" },
};

const statusAfter = (name: StateName, code: number): OrdStatus | undefined => {
  const book = anOrderThatIs(name);
  book.apply(anError(code));
  return book.get(REF.clOrdId)?.status;
};

const CODES = [...new Set(IB_CODE_ROWS.map(({ code }) => code))];
const STATE_NAMES = Object.keys(STATES) as StateName[];

describe("the table of IB's codes, on an order book", () => {
  it.each(STATE_NAMES)("has each code do what its row says to an order that is %s [pitfall 9] [fault 42]", (name) => {
    const { context, status } = STATES[name];
    const wrong = CODES.flatMap((code) => {
      const effect = ibCode(context, code)?.effect as OrderEffect | undefined;
      const expected = (effect === undefined ? undefined : OUTCOMES[effect][name]) ?? status;
      const found = statusAfter(name, code);
      return found === expected ? [] : [`${code} ${effect}: ${found}, not ${expected}`];
    });
    expect(wrong).toEqual([]);
  });

  /** What users of other adapters lost money by: none of it may follow from a mistake in the table alone. */
  it.each<[number, StateName, OrdStatus]>([
    [399, "just placed", "PENDING_NEW"],
    [404, "just placed", "PENDING_NEW"],
    [10_349, "just placed", "PENDING_NEW"],
    [2109, "just placed", "PENDING_NEW"],
    [200, "just placed", "REJECTED"],
    [460, "just placed", "REJECTED"],
    [203, "just placed", "REJECTED"],
    [201, "working", "REJECTED"],
    [202, "working, its cancel sent", "CANCELED"],
    [10_147, "working, its cancel sent", "NEW"],
    [10_148, "working, its cancel sent", "NEW"],
    [161, "working, its cancel sent", "NEW"],
    [110, "working", "NEW"],
    [110, "working, its change sent", "NEW"],
    [135, "working, its change sent", "NEW"],
    [201, "working, its change sent", "PENDING_REPLACE"],
    [103, "working", "NEW"],
    [321, "just placed", "UNKNOWN"],
    [504, "just placed", "UNKNOWN"],
    [100, "just placed", "UNKNOWN"],
    [321, "working", "NEW"],
    [1100, "working", "NEW"],
    [354, "working", "NEW"],
  ])("has %i leave an order that is %s as %s [pitfall 9]", (code, name, status) => {
    expect(statusAfter(name, code)).toBe(status);
  });

  it("lets a code that it lacks change no state, and says so [pitfall 9] [fault 42]", () => {
    const known = new Set(CODES);
    const unknown = fc.integer({ min: 1, max: 99_999 }).filter((code) => !known.has(code));
    fc.assert(
      fc.property(unknown, fc.constantFrom(...STATE_NAMES), fc.string(), (code, name, message) => {
        const book = anOrderThatIs(name);
        const { outputs } = book.apply(anError(code, message));
        expect(outputs.map(({ event }) => event)).toMatchObject([
          { kind: "order.anomaly", code: "UNKNOWN_BROKER_CODE", effect: "NONE" },
        ]);
        expect(book.get(REF.clOrdId)?.status).toBe(STATES[name].status);
      }),
    );
  });

  it("lets a code about data or the session, where it names an order, change no state", () => {
    const foreign = CODES.filter((code) => ORDER_CONTEXTS.every((context) => ibCode(context, code) === undefined));
    expect(foreign.length).toBeGreaterThan(50);
    for (const code of foreign)
      expect(
        anOrderThatIs("working")
          .apply(anError(code))
          .outputs.map(({ event }) => event.kind),
      ).toEqual(["order.anomaly"]);
  });
});
