import { shares } from "@bowline/kernel";
import { anEntry, anOrder } from "@bowline/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BrokerCallback } from "./broker-callback.ts";
import { canonicalOrder } from "./canonical-order.ts";
import type { OrderEvent } from "./known-order.ts";
import { submittedEvent } from "./legs.ts";
import { type OrderBook, makeOrderBook } from "./order-book.ts";
import {
  BRACKET,
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

const kinds = (book: OrderBook, ...callbacks: BrokerCallback[]): string[] =>
  callbacks.flatMap((c) => book.apply(c).outputs.map((o) => o.event.kind));
const findings = (book: OrderBook, ...callbacks: BrokerCallback[]): string[] =>
  callbacks.flatMap((c) => book.apply(c).findings.map((f) => f.code));
const anomalies = (book: OrderBook, ...callbacks: BrokerCallback[]): string[] =>
  callbacks.flatMap((c) =>
    book.apply(c).outputs.flatMap(({ event: e }) => (e.kind === "order.anomaly" ? [`${e.code} ${e.effect}`] : [])),
  );
const status = (book: OrderBook): string | undefined => book.get("ORDER000000000000001")?.status;

describe("a market order as TWS tells it", () => {
  it("is accepted once, filled once per execId, charged once, whatever is repeated", () => {
    const { book } = aBook();
    const told = kinds(
      book,
      anOpenOrder("PreSubmitted"),
      aStatus("PreSubmitted"),
      anExecution("e1", 100),
      anOpenOrder("Filled"),
      aStatus("Filled", 100),
      anOpenOrder("Filled"),
      aCommission("e1"),
      aCommission("e1"),
      anExecution("e1", 100),
      aStatus("Filled", 100),
    );
    expect(told).toEqual(["order.accepted", "order.filled", "order.commission"]);
    expect(status(book)).toBe("FILLED");
    expect(book.open()).toEqual([]);
    expect(book.hasExecution("e1")).toBe(true);
  });

  it("sums partial fills and averages their price", () => {
    const { book } = aBook();
    book.apply(anExecution("e1", 40, "100"));
    const [last] = book.apply(anExecution("e2", 60, "101")).outputs;
    expect(last?.event).toMatchObject({
      kind: "order.filled",
      lastQty: shares(60),
      cumQty: shares(100),
      leavesQty: 0,
      avgPx: dollarsPx("100.6"),
      orderId: "1001",
    });
    expect(kinds(aBook().book, anExecution("e1", 40))).toEqual(["order.accepted", "order.filled"]);
  });

  it("holds a charge that comes before its execution", () => {
    const { book } = aBook();
    expect(kinds(book, aCommission("e1"))).toEqual([]);
    expect(kinds(book, anExecution("e1", 100))).toEqual(["order.accepted", "order.filled", "order.commission"]);
  });

  it("waits for a permId before it is accepted, and for a word that the order is there", () => {
    const { book } = aBook();
    expect(
      kinds(
        book,
        anOpenOrder("Submitted", { clOrdId: REF.clOrdId }),
        anOpenOrder("PendingSubmit"),
        anOpenOrder("ApiPending"),
        aStatus("Unknown"),
      ),
    ).toEqual([]);
    expect(kinds(book, aStatus("Submitted"))).toEqual(["order.accepted"]);
  });

  it("is filled also where the fill comes after the cancel, with a finding", () => {
    const { book } = aBook();
    expect(kinds(book, anOpenOrder("Submitted"), aStatus("Cancelled"))).toEqual(["order.accepted", "order.canceled"]);
    expect(findings(book, anExecution("e1", 40))).toEqual(["LATE_FILL"]);
    expect(status(book)).toBe("CANCELED");
  });

  it("leaves nothing open where the broker filled too much", () => {
    const { book } = aBook();
    book.apply(anExecution("e1", 100));
    const over = book.apply(anExecution("e2", 50));
    expect(over.findings.map((f) => f.code)).toEqual(["LATE_FILL"]);
    expect(over.outputs[0]?.event).toMatchObject({ cumQty: shares(150), leavesQty: 0 });
    expect(over.outputs[1]?.event).toMatchObject({
      kind: "order.anomaly",
      code: "OVERFILL",
      symbol: "AAPL",
      effect: "HALT_SYMBOL",
    });
  });
});

describe("cancel", () => {
  it("is told once, by status or by 202, with a reason from the journal", () => {
    const { book } = aBook();
    observeAll(book, {
      kind: "order.cancel-intent",
      clOrdId: REF.clOrdId,
      group: "tech",
      symbol: "AAPL",
      strategy: "demo",
      rule: "exit",
      reason: "time",
    });
    book.apply(anOpenOrder("Submitted"));
    const [canceled] = book.apply(aStatus("Cancelled", 0)).outputs;
    expect(canceled?.event).toMatchObject({ kind: "order.canceled", cumQty: 0, reason: "requested" });
    expect(
      kinds(book, anError(202, "Order Canceled - reason:"), aStatus("Cancelled"), anOpenOrder("Cancelled")),
    ).toEqual([]);
  });

  it("of a protective leg names the bracket, of another the broker", () => {
    const { book } = aBook(anOrder({ bracket: BRACKET }));
    const stop = book.apply({ type: "error", ref: { ibOrderId: 12 }, code: 202, message: "Order Canceled - reason:" })
      .outputs[0];
    expect(stop?.event).toMatchObject({ clOrdId: BRACKET.stopClOrdId, reason: "its bracket ended" });
    expect(book.apply(aStatus("ApiCancelled")).outputs[0]?.event).toMatchObject({ reason: "canceled by the broker" });
  });

  it("wanted before the order was submitted is remembered", () => {
    const book = makeOrderBook();
    observeAll(book, {
      kind: "order.cancel-intent",
      clOrdId: REF.clOrdId,
      group: "tech",
      symbol: "AAPL",
      strategy: "demo",
      rule: "exit",
      reason: "time",
    });
    expect(book.cancelRequested(REF.clOrdId)).toBe(true);
    expect(book.add(aBook().legs[0]!).cancelRequested).toBe(true);
  });
});

describe("codes of the broker", () => {
  it.each([
    [201, "order.rejected"],
    [103, "order.rejected"],
    [110, "order.rejected"],
    [135, "order.rejected"],
    [200, "order.rejected"],
    [202, "order.canceled"],
    [399, undefined],
    [2109, undefined],
    [404, undefined],
    [10148, undefined],
    [10147, undefined],
    [161, undefined],
    [321, "order.unknown"],
    [104, "order.unknown"],
    [99_999, "order.anomaly"],
  ])("%i on a new order: %s", (code, kind) => {
    expect(kinds(aBook().book, anError(code))).toEqual(kind === undefined ? [] : [kind]);
  });

  it("leave an accepted order alone where they answer a modify", () => {
    const { book } = aBook();
    book.apply(anOpenOrder("Submitted"));
    expect(kinds(book, anError(110), anError(103), anError(135))).toEqual([]);
    expect(kinds(book, anError(201, "Order rejected - reason:Margin"), anError(201))).toEqual(["order.rejected"]);
  });

  it("give the reason without the broker's prefix", () => {
    expect(aBook().book.apply(anError(201, "Order rejected - reason:No margin")).outputs[0]?.event).toMatchObject({
      code: 201,
      reason: "No margin",
    });
  });

  it("that are not in the table change nothing and are reported", () => {
    expect(anomalies(aBook().book, anError(77_777), anError(77_777))).toEqual(["UNKNOWN_BROKER_CODE NONE"]);
    expect(findings(aBook().book, anError(399))).toEqual(["BROKER_CODE"]);
  });

  it("about an id that is not ours mean nothing", () => {
    expect(aBook().book.apply({ type: "error", ref: { ibOrderId: 999 }, code: 201, message: "" })).toEqual({
      outputs: [],
      findings: [],
    });
  });

  it("that say expired end the order as expired", () => {
    expect(kinds(aBook().book, anError(202, "Order Canceled - reason:expired"), aStatus("Cancelled"))).toEqual([
      "order.expired",
    ]);
  });

  it("do not make an inactive order anything", () => {
    const { book } = aBook();
    expect(findings(book, anOpenOrder("Inactive"))).toEqual(["INACTIVE"]);
    expect(status(book)).toBe("PENDING_NEW");
  });
});

describe("completed orders", () => {
  const completed = (brokerStatus: "Filled" | "Cancelled" | "Inactive", reason: string): BrokerCallback => ({
    type: "completedOrder",
    ref: { orderId: "1001", clOrdId: REF.clOrdId },
    symbol: "AAPL",
    side: "BUY",
    orderQty: shares(100),
    status: brokerStatus,
    filledQty: shares(0),
    reason,
  });

  it.each([
    ["Filled", "Filled Size: 100", ["order.accepted"]],
    ["Cancelled", "Cancelled by Trader", ["order.canceled"]],
    ["Cancelled", "Rejected: no margin", ["order.rejected"]],
    ["Inactive", "", ["order.rejected"]],
    ["Cancelled", "Expired", ["order.expired"]],
  ] as const)("that are %s (%s) repair the journal", (brokerStatus, reason, expected) => {
    expect(kinds(aBook().book, completed(brokerStatus, reason))).toEqual(expected);
  });

  it("of others are not reported: they work no more", () => {
    const other = completed("Filled", "") as Extract<BrokerCallback, { type: "completedOrder" }>;
    expect(aBook().book.apply({ ...other, ref: { orderId: "7", clOrdId: "x" } })).toEqual({
      outputs: [],
      findings: [],
    });
  });
});

describe("orders that are not ours", () => {
  it("are told once by their permId, never by the number zero", () => {
    const { book } = aBook();
    expect(
      kinds(
        book,
        anOpenOrder("Submitted", { orderId: "5" }),
        anOpenOrder("Submitted", { orderId: "5" }),
        anOpenOrder("Submitted", {}),
      ),
    ).toEqual(["broker.external-order"]);
    expect(
      kinds(book, {
        ...(anExecution("x1", 5) as Extract<BrokerCallback, { type: "execution" }>),
        ref: { orderId: "6", clOrdId: "manual" },
      }),
    ).toEqual(["broker.external-order", "broker.external-fill"]);
  });

  it("do not take over an order of ours that once had the same session id", () => {
    const { book } = aBook();
    book.apply(anOpenOrder("Submitted"));
    expect(book.find({ ibOrderId: 11, orderId: "2002" })).toBeUndefined();
    expect(book.find({ ibOrderId: 11 })?.leg.clOrdId).toBe(REF.clOrdId);
    expect(
      findings(book, { type: "orderStatus", ref: { ibOrderId: 11, orderId: "2002" }, status: "Cancelled" }),
    ).toEqual([]);
    expect(status(book)).toBe("NEW");
  });
});

describe("doubt", () => {
  it("ends with the broker's evidence: resolved, accepted, filled", () => {
    const { book } = aBook();
    expect(book.doubt(REF.clOrdId, "no SENT").map((o) => o.event.kind)).toEqual(["order.unknown"]);
    expect(book.doubt(REF.clOrdId, "again")).toEqual([]);
    expect(kinds(book, anExecution("e1", 100))).toEqual(["order.resolved", "order.accepted", "order.filled"]);
  });

  it("about an accepted order that is found again does not accept it twice", () => {
    const { book } = aBook();
    book.apply(anExecution("e1", 40));
    book.doubt(REF.clOrdId, "gone from the open orders");
    expect(kinds(book, anOpenOrder("Submitted"))).toEqual(["order.resolved"]);
    expect(status(book)).toBe("PARTIALLY_FILLED");
  });

  it("ends as lost where there is none, and even then late evidence counts", () => {
    const { book } = aBook();
    book.doubt(REF.clOrdId, "no SENT");
    expect(book.lose(REF.clOrdId, "looked everywhere").map((o) => o.event)).toMatchObject([
      { kind: "order.lost", evidence: "looked everywhere" },
    ]);
    expect(book.lose(REF.clOrdId, "again")).toEqual([]);
    expect(kinds(book, anOpenOrder("Submitted"))).toEqual(["order.resolved", "order.accepted"]);
  });
});

describe("executions", () => {
  it("of less than nothing, or for nothing, are told as malformed and dropped", () => {
    expect(anomalies(aBook().book, anExecution("e1", -5))).toEqual(["EXECUTION_MALFORMED NONE"]);
    const free = { ...anExecution("e1", 5), lastPx: 0 } as BrokerCallback;
    expect(kinds(aBook().book, free)).toEqual(["order.anomaly"]);
  });

  it("under a second permId stay with the order, with a finding", () => {
    const { book } = aBook();
    book.apply(anOpenOrder("Submitted"));
    expect(anomalies(book, anOpenOrder("Submitted", { orderId: "2002", clOrdId: REF.clOrdId }))).toEqual([
      "SECOND_ORDER_ID HALT_SYMBOL",
    ]);
    expect(book.find({ orderId: "2002" })?.leg.clOrdId).toBe(REF.clOrdId);
  });

  it("that must not be and halt are told again after a resume of what they halt, and of nothing else, over a restart too", () => {
    const anomaly = { code: "POSITION_UNEXPLAINED", subject: "AAPL", symbol: "AAPL", detail: "50" } as const;
    const { book } = aBook();
    const resume = (to: OrderBook, scope: string): void =>
      to.observe(anEntry({ kind: "control.resume", scope, reason: "seen", by: "me" }));
    const tells = (to: OrderBook): number => to.raise(anomaly, "HALT_SYMBOL").length;
    expect([tells(book), tells(book)]).toEqual([1, 0]);
    for (const scope of ["MSFT", "global"]) resume(book, scope);
    expect(tells(book)).toBe(0);
    resume(book, "AAPL");
    expect([tells(book), tells(book)]).toEqual([1, 0]);
    const again = aBook().book;
    again.observe(anEntry({ kind: "order.anomaly", ...anomaly, effect: "HALT_SYMBOL" }));
    expect(tells(again)).toBe(0);
    resume(again, "AAPL");
    expect(tells(again)).toBe(1);
    expect(book.raise({ ...anomaly, detail: "harmless" }, "NONE").length).toBe(1);
    resume(book, "AAPL");
    expect(book.raise({ ...anomaly, detail: "harmless" }, "NONE")).toEqual([]);
  });
});

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

const heard = (book: OrderBook, callbacks: readonly BrokerCallback[]): readonly OrderEvent[] =>
  callbacks.flatMap((callback) => book.apply(callback).outputs.map((output) => output.event));

describe("canonical order", () => {
  it("does not depend on the order in which the broker told", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }), (shuffled) => {
        const { book } = aBook(anOrder({ bracket: BRACKET }));
        const outputs = [
          anOpenOrder("Submitted"),
          anOpenOrder("PreSubmitted", { orderId: "1002", clOrdId: BRACKET.stopClOrdId }),
          anOpenOrder("PreSubmitted", { orderId: "1003", clOrdId: BRACKET.targetClOrdId }),
          anExecution("e1", 100),
          aCommission("e1"),
          anOpenOrder("Submitted", { orderId: "9" }),
        ].flatMap((c) => book.apply(c).outputs);
        const mixed = shuffled.map((i) => outputs[i]!);
        expect(canonicalOrder(mixed)).toEqual(canonicalOrder(outputs));
        expect(canonicalOrder(mixed).map((o) => [o.event.kind, "clOrdId" in o.event ? o.event.clOrdId : ""])).toEqual([
          ["order.accepted", REF.clOrdId],
          ["order.filled", REF.clOrdId],
          ["order.commission", REF.clOrdId],
          ["order.accepted", BRACKET.stopClOrdId],
          ["order.accepted", BRACKET.targetClOrdId],
          ["broker.external-order", ""],
        ]);
      }),
    );
  });

  it("tells doubt that lasts behind the facts, and doubt that ended before them", () => {
    const { book } = aBook();
    const seen = book.apply(anExecution("e1", 10)).outputs;
    const lost = [...book.doubt(REF.clOrdId, "in no list"), ...book.lose(REF.clOrdId, "in no list")];
    const kinds = (outputs: readonly { readonly event: { readonly kind: string } }[]): readonly string[] =>
      outputs.map(({ event }) => event.kind);
    expect(kinds(canonicalOrder([...seen, ...lost]))).toStrictEqual([
      "order.accepted",
      "order.filled",
      "order.unknown",
      "order.lost",
    ]);
    const found = book.apply(anExecution("e2", 10)).outputs;
    expect(kinds(canonicalOrder([...lost, ...found]))).toStrictEqual([
      "order.unknown",
      "order.lost",
      "order.resolved",
      "order.filled",
    ]);
  });

  it("goes by symbol, then by placement, then by what happened, then by quantity and execId", () => {
    const { book } = aBook();
    const fills = [anExecution("b", 10), anExecution("a", 10), aCommission("a"), aCommission("b")].flatMap(
      (c) => book.apply(c).outputs,
    );
    const zebra = anEntry({
      kind: "broker.external-order",
      orderId: "1",
      symbol: "AA",
      side: "BUY",
      quantity: shares(1),
      orderRef: "",
    }).event as (typeof fills)[0]["event"];
    const sorted = canonicalOrder([...fills.toReversed(), { event: zebra, placement: 9, cumQty: 0 }]).map(({ event }) =>
      "execId" in event ? `${event.kind} ${event.execId}` : event.kind,
    );
    expect(sorted).toEqual([
      "broker.external-order",
      "order.accepted",
      "order.filled b",
      "order.filled a",
      "order.commission b",
      "order.commission a",
    ]);
  });
});
