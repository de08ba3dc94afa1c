import { type OrderStep, type OrdStatus, nextStatus, ORDER_STEPS } from "@bowline/orders";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeOrderStates } from "./order-states.ts";
import { entriesOf, entry } from "./test-world.ts";

const ID = "A";
const WORKING: readonly OrdStatus[] = ["PENDING_NEW", "NEW", "PARTIALLY_FILLED"];
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
      { kind: "order.submitted", clOrdId: ID },
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
    const submitted = { kind: "order.submitted", clOrdId: ID };
    const doubt = [eventOf("unknown"), eventOf("resolved")];
    expect(follow([submitted, ...doubt]).seen.at(-1)).toBe("PENDING_NEW");
    expect(follow([submitted, eventOf("accepted"), ...doubt]).seen.at(-1)).toBe("NEW");
    expect(follow([submitted, eventOf("part-filled"), ...doubt]).seen.at(-1)).toBe("PARTIALLY_FILLED");
  });

  it("know every pair that the table does not have", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ORDER_STEPS), { maxLength: 12 }), (steps) => {
        const states = makeOrderStates();
        let seq = 1;
        states.apply(entry({ kind: "order.submitted", clOrdId: ID }, seq++));
        let illegal = 0;
        for (const step of steps) {
          const before: OrdStatus = states.lives().get(ID)?.status ?? "PENDING_NEW";
          const next = nextStatus(before, step);
          if (next === undefined) illegal += 1;
          // What a doubt leaves when it ends is looked at above.
          const allowed = step === "resolved" ? WORKING : [next ?? before];
          expect([...allowed, before]).toContain(states.apply(entry(eventOf(step), seq++))?.status);
        }
        expect(states.illegal()).toHaveLength(illegal);
      }),
    );
  });
});
