import { describe, expect, it } from "vitest";
import type { BrokerCallback } from "./broker-callback.ts";
import type { OrderEvent } from "./known-order.ts";
import { submittedEvent } from "./legs.ts";
import { type OrderBook, makeOrderBook } from "./order-book.ts";
import {
  REF,
  aBook,
  aCommission,
  aStatus,
  anExecution,
  anOpenOrder,
  kinds,
  observeAll,
  status,
} from "./test-support.ts";

const heard = (book: OrderBook, callbacks: readonly BrokerCallback[]): readonly OrderEvent[] =>
  callbacks.flatMap((callback) => book.apply(callback).outputs.map((output) => output.event));

const STORY: readonly BrokerCallback[] = [
  anOpenOrder("PreSubmitted"),
  aStatus("PreSubmitted"),
  anExecution("e1", 40, "100.1"),
  aCommission("e1"),
  aStatus("Submitted", 40),
  anExecution("e2", 60, "100.2"),
  aCommission("e2"),
  anOpenOrder("Filled"),
  aStatus("Filled", 100),
];

describe("rebuilding from the journal", () => {
  it("at any point, and hearing everything again, gives every entry once", () => {
    const whole = heard(aBook().book, STORY);
    for (let cut = 0; cut <= STORY.length; cut++) {
      const before = heard(aBook().book, STORY.slice(0, cut));
      const restarted = aBook().book;
      observeAll(restarted, ...before);
      expect([...before, ...heard(restarted, STORY)]).toEqual(whole);
    }
  });

  it("leaves alone what it never submitted", () => {
    const book = makeOrderBook();
    const { book: other } = aBook();
    observeAll(book, ...STORY.flatMap((c) => other.apply(c).outputs.map((o) => o.event)));
    observeAll(book, { kind: "control.kill", scope: "global", reason: "", by: "me" });
    expect(book.open()).toEqual([]);
  });

  it("restores doubt, resolution and external orders", () => {
    const { book, legs } = aBook();
    const events = [
      ...book.doubt(REF.clOrdId, "why"),
      ...book.apply(anOpenOrder("Submitted")).outputs,
      ...book.apply(anOpenOrder("Submitted", { orderId: "5" })).outputs,
    ].map((o) => o.event);
    const again = makeOrderBook();
    observeAll(again, submittedEvent(legs[0]!), ...events);
    expect(status(again)).toBe("NEW");
    expect(kinds(again, anOpenOrder("Submitted"), anOpenOrder("Submitted", { orderId: "5" }))).toEqual([]);
  });
});
