import { shares } from "@bowline/kernel";
import { anEntry, anOrder } from "@bowline/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalOrder } from "./canonical-order.ts";
import { BRACKET, REF, aBook, aCommission, anExecution, anOpenOrder } from "./test-support.ts";

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
