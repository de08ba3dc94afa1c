import { moveOf, type OrderStep, type OrdStatus } from "@bowline/orders";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeOrderStates, type OrderStates } from "./order-states.ts";
import { entriesOf, entry } from "./test-world.ts";

const ID = "A";
const STEPS = [
  "accepted",
  "part-filled",
  "filled",
  "canceled",
  "rejected",
  "expired",
  "unknown",
  "resolved",
  "lost",
] as const satisfies readonly OrderStep[];
const eventOf = (step: OrderStep): object => {
  if (step === "filled") return { kind: "order.filled", clOrdId: ID, cumQty: 2, leavesQty: 0 };
  if (step === "part-filled") return { kind: "order.filled", clOrdId: ID, cumQty: 1, leavesQty: 1 };
  return { kind: `order.${step}`, clOrdId: ID };
};
const follow = (events: readonly object[]) => {
  const states = makeOrderStates();
  const seen = entriesOf(events).map((one) => states.apply(one)?.status);
  return { states, seen };
};

describe("the lives of orders, as a journal tells them", () => {
  it("begin with the entry that goes before the wire, and go on by the table", () => {
    const { states, seen } = follow([
      { kind: "order.submitted", clOrdId: ID, orderQty: 2 },
      eventOf("accepted"),
      { kind: "md.quote", symbol: "IBM" },
      eventOf("part-filled"),
      eventOf("canceled"),
    ]);
    expect(seen).toEqual(["PENDING_NEW", "NEW", undefined, "PARTIALLY_FILLED", "CANCELED"]);
    expect(states.lives().get(ID)).toMatchObject({ status: "CANCELED", cumQty: 1 });
    expect(states.illegal()).toEqual([]);
  });

  it("stand where they stood when a doubt ends", () => {
    const submitted = { kind: "order.submitted", clOrdId: ID, orderQty: 2 };
    const doubt = [eventOf("unknown"), eventOf("resolved")];
    expect(follow([submitted, ...doubt]).seen.at(-1)).toBe("PENDING_NEW");
    expect(follow([submitted, eventOf("accepted"), ...doubt]).seen.at(-1)).toBe("NEW");
    expect(follow([submitted, eventOf("part-filled"), ...doubt]).seen.at(-1)).toBe("PARTIALLY_FILLED");
  });

  it("know every pair that the table does not have, and every repetition", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...STEPS), { maxLength: 12 }), (steps) => {
        const states = makeOrderStates();
        let seq = 1;
        states.apply(entry({ kind: "order.submitted", clOrdId: ID, orderQty: 2 }, seq++));
        let illegal = 0;
        for (const step of steps) {
          const life = { orderQty: 2, accepted: true, cumQty: 0, ...states.lives().get(ID), status: statusIn(states) };
          const { type } = moveOf(life, step);
          if (type !== "legal") illegal += 1;
          const after = states.apply(entry(eventOf(step), seq++))?.status;
          expect(type === "legal" || after === life.status).toBe(true);
        }
        expect(states.illegal()).toHaveLength(illegal);
      }),
    );
  });

  it("ask nothing of a cancel for an order that was never begun, or has ended", () => {
    const cancel = { kind: "order.cancel-intent", clOrdId: ID };
    expect(follow([cancel]).seen).toEqual([undefined]);
    const submitted = { kind: "order.submitted", clOrdId: ID, orderQty: 2 };
    expect(follow([submitted, cancel, eventOf("canceled"), cancel]).seen).toEqual([
      "PENDING_NEW",
      "PENDING_CANCEL",
      "CANCELED",
      undefined,
    ]);
  });

  describe("under a change", () => {
    const submitted = { kind: "order.submitted", clOrdId: ID, orderQty: 2 };
    const asks = { kind: "order.replace-approved", clOrdId: ID, replaceId: "r", orderQty: 1 };
    const answer = (kind: string, over: object = {}) => ({ kind, clOrdId: ID, replaceId: "r", ...over });

    it("wait for its answer, and have then the quantity that the broker shows, or the old one", () => {
      const made = follow([submitted, eventOf("accepted"), asks, answer("order.replaced", { orderQty: 1 })]);
      expect(made.seen).toEqual(["PENDING_NEW", "NEW", "PENDING_REPLACE", "NEW"]);
      expect(made.states.lives().get(ID)).toMatchObject({ orderQty: 1, asked: undefined });
      const refused = follow([
        submitted,
        eventOf("part-filled"),
        asks,
        answer("order.replace-rejected", { code: 110 }),
      ]);
      expect(refused.seen).toEqual(["PENDING_NEW", "PARTIALLY_FILLED", "PENDING_REPLACE", "PARTIALLY_FILLED"]);
      expect(refused.states.lives().get(ID)).toMatchObject({ orderQty: 2, asked: undefined });
    });

    it("begin to wait when they work, where it was approved before", () => {
      const { seen, states } = follow([submitted, asks, eventOf("accepted")]);
      expect(seen).toEqual(["PENDING_NEW", undefined, "PENDING_REPLACE"]);
      expect(states.lives().get(ID)?.asked).toEqual({ replaceId: "r", orderQty: 1 });
    });

    it("go on as they were where we ourselves did not send it", () => {
      const cancel = { kind: "order.cancel-intent", clOrdId: ID };
      const unsent = answer("order.replace-rejected", { code: 0 });
      const { seen, states } = follow([submitted, cancel, asks, unsent, eventOf("canceled")]);
      expect(seen).toEqual(["PENDING_NEW", "PENDING_CANCEL", undefined, undefined, "CANCELED"]);
      expect(states.illegal()).toEqual([]);
    });

    it("know an answer to a change that was not asked for", () => {
      const { states } = follow([submitted, eventOf("accepted"), answer("order.replaced", { orderQty: 1 })]);
      expect(states.illegal()).toEqual([`entry 3: ${ID} is NEW, and then replaced (illegal)`]);
    });
  });

  it("restate what was filled where an execution is corrected", () => {
    const submitted = { kind: "order.submitted", clOrdId: ID, orderQty: 2 };
    const corrected = { kind: "order.corrected", clOrdId: ID, cumQty: 0 };
    const { states, seen } = follow([submitted, eventOf("accepted"), eventOf("part-filled"), corrected]);
    expect(seen.at(-1)).toBe("NEW");
    expect(states.lives().get(ID)?.cumQty).toBe(0);
  });
});

const statusIn = (states: OrderStates): OrdStatus => states.lives().get(ID)?.status ?? "PENDING_NEW";
