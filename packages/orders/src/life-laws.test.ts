import { ZERO_QTY, shares } from "@bowline/kernel";
import { anOrder } from "@bowline/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BrokerCallback } from "./broker-callback.ts";
import type { OrderEvent } from "./known-order.ts";
import { isTerminal } from "./life-cycle.ts";
import { type OrderBook } from "./order-book.ts";
import {
  REF,
  aBook,
  aCommission,
  aStatus,
  anError,
  anExecution,
  anOpenOrder,
  dollarsPx,
  observeAll,
} from "./test-support.ts";

type Act = { readonly name: string; do(book: OrderBook): readonly OrderEvent[] };
const hearing = (name: string, callback: BrokerCallback): Act => ({
  name,
  do: (book) => book.apply(callback).outputs.map(({ event }) => event),
});

/** Executions of a few shares each, in three versions of which each restates the one before; the last takes it back. */
const executions = fc
  .record({ serial: fc.integer({ min: 1, max: 6 }), version: fc.integer({ min: 1, max: 3 }) })
  .map(({ serial, version }) => {
    const execId = `0000e0d5.6600000${serial}.01.0${version}`;
    const quantity = version === 3 ? 0 : serial * 10 + version;
    return hearing(`${execId} x ${quantity}`, anExecution(execId, quantity, `10${version}`));
  });
const commissions = fc
  .record({ serial: fc.integer({ min: 1, max: 6 }), version: fc.integer({ min: 1, max: 3 }) })
  .map(({ serial, version }) => hearing("commission", aCommission(`0000e0d5.6600000${serial}.01.0${version}`)));
const statuses = fc
  .constantFrom("PendingSubmit", "PreSubmitted", "Submitted", "Filled", "PendingCancel", "Cancelled", "Inactive")
  .map((status) => hearing(status, aStatus(status as "Submitted")));
const codes = fc
  .constantFrom(201, 202, 103, 110, 135, 161, 399, 404, 10_147, 10_148, 104, 77_777)
  .map((code) => hearing(String(code), anError(code)));
const shown = fc
  .integer({ min: 1, max: 3 })
  .map((n) => hearing(`open ${n}`, { ...anOpenOrder("Submitted"), orderQty: shares(n * 50) } as BrokerCallback));
const ours = fc.constantFrom<Act>(
  {
    name: "replace",
    do(book) {
      book.beginReplace({
        clOrdId: REF.clOrdId,
        replaceId: `r${book.get(REF.clOrdId)?.cumQty}`,
        orderQty: shares(150),
      });
      return [];
    },
  },
  { name: "give up", do: (book) => book.giveUpReplace(REF.clOrdId).map(({ event }) => event) },
  { name: "doubt", do: (book) => book.doubt(REF.clOrdId, "gone").map(({ event }) => event) },
  { name: "lose", do: (book) => book.lose(REF.clOrdId, "nowhere").map(({ event }) => event) },
);
const story = fc.array(fc.oneof(executions, commissions, statuses, codes, shown, ours), { maxLength: 25 });

const theOrder = (book: OrderBook) => {
  const order = book.get(REF.clOrdId);
  if (order === undefined) throw new Error("the order is known");
  return order;
};
const fresh = () => aBook(anOrder({ ordType: "LMT", lmtPx: dollarsPx("100") })).book;

/** What a reader of the journal makes the position, fills and corrections alone. */
const positionOf = (events: readonly OrderEvent[]): number =>
  events.reduce((sum, event) => {
    if (event.kind === "order.filled") return sum + event.lastQty;
    if (event.kind === "order.corrected") return sum + event.lastQty - event.correctedQty;
    return sum;
  }, 0);

/** Kinds that an order that ended may still lead to: facts about what was executed, and what must not be. */
const AFTER_THE_END: ReadonlySet<string> = new Set([
  "order.filled",
  "order.corrected",
  "order.commission",
  "order.anomaly",
  "order.cancel-rejected",
  "order.replace-rejected",
]);

describe("laws over any sequence of events", () => {
  it("what is filled and what is left are what was ordered, while it works", () => {
    fc.assert(
      fc.property(story, (acts) => {
        const book = fresh();
        for (const act of acts) {
          const events = act.do(book);
          for (const event of events) {
            if (event.kind !== "order.filled" && event.kind !== "order.replaced") continue;
            const { terms, replacing, status } = theOrder(book);
            if (isTerminal(status)) continue;
            const total = Math.max(terms.orderQty, replacing?.terms.orderQty ?? 0);
            expect(event.cumQty + event.leavesQty).toBe(total);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it("after an end there is nothing but facts, and only evidence brings a lost order back", () => {
    fc.assert(
      fc.property(story, (acts) => {
        const book = fresh();
        for (const act of acts) {
          const before = theOrder(book).status;
          const events = act.do(book);
          if (!isTerminal(before)) continue;
          const isBack = before === "LOST" && events.some(({ kind }) => kind === "order.resolved");
          expect(isBack ? [] : events.filter(({ kind }) => !AFTER_THE_END.has(kind))).toEqual([]);
          expect(isBack || isTerminal(theOrder(book).status)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("fills, as restated, are what the order's sums and the position say", () => {
    fc.assert(
      fc.property(story, (acts) => {
        const book = fresh();
        const events = acts.flatMap((act) => act.do(book));
        expect(positionOf(events)).toBe(theOrder(book).cumQty);
      }),
      { numRuns: 300 },
    );
  });

  it("executions count by their newest version, in whatever order and how often they are told", () => {
    fc.assert(
      fc.property(fc.array(executions, { maxLength: 12 }), fc.infiniteStream(fc.nat()), (acts, numbers) => {
        const mixed = acts.map((act) => [act, numbers.next().value] as const).toSorted((a, b) => a[1] - b[1]);
        const sums = [acts, [...mixed.map(([act]) => act), ...acts], acts.toReversed()].map((one) => {
          const book = fresh();
          return positionOf(one.flatMap((act) => act.do(book)));
        });
        expect(new Set(sums).size).toBe(1);
      }),
      { numRuns: 300 },
    );
  });

  it("whoever rebuilds the book from the journal at any point, and hears all again, says nothing twice", () => {
    const heardOnly = fc.array(fc.oneof(executions, commissions, shown), { maxLength: 15 });
    fc.assert(
      fc.property(heardOnly, fc.nat(15), (acts, cut) => {
        const book = fresh();
        const before = acts.slice(0, cut).flatMap((act) => act.do(book));
        const again = fresh();
        observeAll(again, ...before);
        const whole = fresh();
        const all = acts.flatMap((act) => act.do(whole));
        const repeated = [...before, ...acts.flatMap((act) => act.do(again))];
        expect(repeated.map(({ kind }) => kind)).toEqual(all.map(({ kind }) => kind));
        expect(positionOf(repeated)).toBe(positionOf(all));
        expect(theOrder(again).status).toBe(theOrder(whole).status);
      }),
      { numRuns: 300 },
    );
  });

  it("an illegal step is never silent", () => {
    const book = fresh();
    book.apply(anExecution("e1", 100));
    expect(theOrder(book).status).toBe("FILLED");
    expect(book.apply(anError(201, "late")).outputs.map(({ event }) => event)).toMatchObject([
      { kind: "order.anomaly", code: "ILLEGAL_STEP", detail: "rejected while FILLED" },
    ]);
    expect(theOrder(book).cumQty - Number(ZERO_QTY)).toBe(shares(100));
  });
});
