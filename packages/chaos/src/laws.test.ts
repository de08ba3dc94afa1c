import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CHAOS_LAWS, type ChaosFacts } from "./laws.ts";
import { ENDS, entry, idOf, worldOf } from "./test-world.ts";
import { judge } from "./verdict.ts";

const broken = (facts: ChaosFacts): string | undefined => judge(facts, [])?.law;
const world = (): ChaosFacts => worldOf(ENDS, "seed");
const without = (facts: ChaosFacts, kind: string): ChaosFacts => ({
  ...facts,
  entries: facts.entries.filter(({ event }) => event.kind !== kind),
});

/** The order of the world that still works, and a leg for one of the others. */
const WORKING = idOf(ENDS.indexOf("working"));
const LEG = idOf(20);
const legOf = (parentClOrdId: string, side: string) =>
  entry({ kind: "order.submitted", clOrdId: LEG, parentClOrdId, symbol: "GONE", side, orderQty: 11e6 }, 98);
const soldBy = (clOrdId: string, shares: number) =>
  entry(
    { kind: "order.filled", clOrdId, execId: "x.1.01", lastQty: shares * 1e6, cumQty: shares * 1e6, leavesQty: 0 },
    99,
  );
const workingLeg = {
  ...{ permId: 99, orderRef: LEG, symbol: "GONE", status: "Submitted" },
  ...{ orderQty: 1_000_000, cumQty: 0 },
};

describe("the laws of chaos runs", () => {
  it("hold where nothing happened", () => {
    for (const law of CHAOS_LAWS) expect([law.name, law.check(worldOf([], ""))]).toEqual([law.name, undefined]);
  });

  it("hold in every world in which all went as it should", () => {
    const ends = fc.array(fc.constantFrom(...ENDS), { maxLength: 20 });
    fc.assert(fc.property(ends, fc.string(), (drawn, seed) => broken(worldOf(drawn, seed)) === undefined));
  });

  /** What a seeded violation does to a world, and the law that must see it. */
  const VIOLATIONS: readonly (readonly [string, string, (facts: ChaosFacts) => ChaosFacts])[] = [
    [
      "a doubled placeOrder line",
      "one-place-order",
      (facts) => ({ ...facts, placed: [...facts.placed, ...facts.placed.slice(0, 1)] }),
    ],
    ["an order without an approval", "only-approved", (facts) => without(facts, "order.approved")],
    [
      "an order without a name",
      "only-approved",
      (facts) => ({ ...facts, placed: [...facts.placed, { clOrdId: "", wallMs: 0, ibOrderId: 99, orderQty: 1 }] }),
    ],
    [
      "a change that nobody approved",
      "one-place-order",
      (facts) => ({ ...facts, placed: [...facts.placed, { ...facts.placed[0]!, lmtPx: 3_000_000 }] }),
    ],
    [
      "an order that is placed for more than was approved",
      "approved-terms",
      (facts) => ({ ...facts, placed: facts.placed.map((line) => ({ ...line, orderQty: line.orderQty + 1 })) }),
    ],
    [
      "a change without an answer",
      "one-answer",
      (facts) => ({
        ...facts,
        entries: [...facts.entries, entry({ kind: "order.replace-approved", clOrdId: WORKING, replaceId: "r" }, 99)],
      }),
    ],
    [
      "a leg that traded more than its entry brought",
      "legs-within-entry",
      (facts) => ({ ...facts, entries: [...facts.entries, legOf(idOf(0), "SELL"), soldBy(LEG, 11)] }),
    ],
    [
      "a leg that works when its position is gone",
      "no-orphan",
      (facts) => ({
        ...facts,
        entries: [...facts.entries, legOf(idOf(1), "SELL")],
        orders: [...facts.orders, workingLeg],
      }),
    ],
    [
      "an order that the broker works for more than was asked for",
      "orders-agree",
      (facts) => ({
        ...facts,
        orders: facts.orders.map((order) => ({ ...order, orderQty: order.orderQty + 1_000_000 })),
      }),
    ],
    ["an outcome that is missing", "one-outcome", (facts) => without(facts, "order.canceled")],
    ["a lapse that is missing", "one-outcome", (facts) => without(facts, "order.lapsed")],
    [
      "an approval that lapsed and was sent",
      "one-outcome",
      (facts) => ({ ...facts, entries: [...facts.entries, entry({ kind: "order.lapsed", clOrdId: idOf(0) }, 99)] }),
    ],
    [
      "an order that ends twice",
      "life-cycle",
      (facts) => ({ ...facts, entries: [...facts.entries, entry({ kind: "order.canceled", clOrdId: idOf(0) }, 99)] }),
    ],
    [
      "an order that is submitted twice",
      "life-cycle",
      (facts) => ({ ...facts, entries: [...facts.entries, entry({ kind: "order.submitted", clOrdId: idOf(0) }, 99)] }),
    ],
    [
      "an order that the broker still works",
      "orders-agree",
      (facts) => ({
        ...facts,
        orders: facts.orders.map((order) => (order.orderRef === idOf(0) ? { ...order, status: "Submitted" } : order)),
      }),
    ],
    [
      "a fill at the broker of one share more",
      "orders-agree",
      (facts) => ({
        ...facts,
        orders: facts.orders.map((order) => ({ ...order, cumQty: order.cumQty + 1_000_000 })),
      }),
    ],
    [
      "an order at the broker that the journal lacks",
      "orders-agree",
      (facts) => ({
        ...facts,
        orders: [
          ...facts.orders,
          { permId: 99, orderRef: idOf(20), symbol: "S", status: "Submitted", orderQty: 1, cumQty: 0 },
        ],
      }),
    ],
    [
      "a ledger off by one share",
      "positions-agree",
      (facts) => ({
        ...facts,
        positions: facts.positions.map((one) => ({ ...one, positionQty: one.positionQty + 1_000_000 })),
      }),
    ],
    [
      "a position that only the broker has",
      "positions-agree",
      (facts) => ({ ...facts, positions: [...facts.positions, { symbol: "NEW", positionQty: 1_000_000 }] }),
    ],
    [
      "an order begun after a kill",
      "silent-after-kill",
      (facts) => ({ ...facts, killed: { seq: 1, wallMs: Number.POSITIVE_INFINITY } }),
    ],
    [
      "a placeOrder after a kill",
      "silent-after-kill",
      (facts) => ({ ...facts, killed: { seq: Number.MAX_SAFE_INTEGER, wallMs: 0 } }),
    ],
    [
      "an execution that is not booked",
      "fills-equal",
      (facts) => ({ ...facts, executions: facts.executions.slice(1) }),
    ],
    ["a dead letter", "no-dead-letters", (facts) => ({ ...facts, deadLetters: 1 })],
  ];

  it.each(VIOLATIONS)("see %s: %s", (_what, law, violate) => {
    expect(broken(world())).toBeUndefined();
    expect(broken(violate(world()))).toBe(law);
  });

  it("let an approval wait that has not expired yet", () => {
    const waiting = entry({ kind: "order.approved", order: { clOrdId: idOf(0), expiresUs: 2e6 } });
    const facts = { ...worldOf([], ""), entries: [waiting] };
    expect(broken(facts)).toBeUndefined();
    expect(broken({ ...facts, entries: [waiting, entry({ kind: "control.clock" }, 3)] })).toBe("one-outcome");
  });
});
