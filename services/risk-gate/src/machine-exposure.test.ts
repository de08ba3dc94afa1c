import type { Event, Order } from "@bowline/contracts";
import { qty, shares } from "@bowline/kernel";
import { aBar, aFill, aSignal, at, dollars, machineTest } from "@bowline/testkit";
import { describe, expect, it } from "vitest";
import {
  gate,
  NOW,
  quote,
  account,
  instrument,
  ready,
  order,
  intentOf,
  about,
  submitted,
  verdict,
} from "./test-gate.ts";

describe("exposure", () => {
  const limits = { maxPositionQty: shares(150), maxOrderQty: shares(150) };
  const second = intentOf(order({ clOrdId: "SECOND", orderQty: shares(100) }));
  const secondAfter = (...given: (Event | ReturnType<typeof intentOf>)[]) => {
    const { emitted } = machineTest(gate(limits))
      .given([...ready, intentOf(order()), ...given])
      .when(second);
    return emitted.flatMap((event) =>
      event.kind === "order.denied" ? event.reasons.map((r) => r.code) : [event.kind],
    );
  };
  const position = (quantity: number) => [{ symbol: "AAPL", quantity: shares(quantity), marketPx: dollars("100") }];
  it("is reserved from the approval on, before anything was sent", () =>
    expect(secondAfter()).toEqual(["POSITION_LIMIT"]));
  it("stays reserved while the order is unknown, and the symbol is not traded", () => {
    const unknown: Event = { kind: "order.unknown", ...about, reason: "no answer" };
    expect(secondAfter(submitted(), unknown)).toEqual(["RECONCILIATION_PENDING", "POSITION_LIMIT"]);
    expect(secondAfter(submitted(), unknown, { kind: "order.resolved", ...about, orderId: "1", evidence: "" })).toEqual(
      ["POSITION_LIMIT"],
    );
    expect(secondAfter(submitted(), unknown, { kind: "order.lost", ...about, evidence: "" })).toEqual([
      "order.approved",
    ]);
  });
  it("is released by a denial of the broker, a cancel, an expiry", () => {
    expect(secondAfter(submitted(), { kind: "order.rejected", ...about, code: 201, reason: "" })).toEqual([
      "order.approved",
    ]);
    expect(secondAfter(submitted(), { kind: "order.canceled", ...about, cumQty: qty(0), reason: "" })).toEqual([
      "order.approved",
    ]);
    expect(secondAfter(submitted(), { kind: "order.expired", ...about, cumQty: qty(0) })).toEqual(["order.approved"]);
  });
  it("moves from the reservation to the position by fills", () => {
    expect(secondAfter(submitted(), aFill({ transactUs: at(NOW) }), account("90000", position(100)))).toEqual([
      "POSITION_LIMIT",
    ]);
  });
  it("of a symbol that the broker sees otherwise stops the symbol", () => {
    expect(verdict([account("90000", position(100))])).toEqual(["RECONCILIATION_PENDING"]);
    const bac = order({ clOrdId: "BAC", symbol: "MSFT" });
    expect(
      verdict(
        [
          account("90000", position(100)),
          instrument("MSFT"),
          aBar({ symbol: "MSFT", timeframe: "1m" }),
          quote(NOW, { symbol: "MSFT" }),
          aSignal({ symbol: "MSFT" }),
          { kind: "md.availability", group: "tech", symbol: "MSFT", state: "AVAILABLE", reason: "" },
        ],
        intentOf(bac),
      ),
    ).toEqual(["order.approved"]);
  });
});

describe("a daily loss", () => {
  const bought = [
    intentOf(order({ orderQty: shares(200) })),
    submitted({ orderQty: shares(200) }),
    aFill({ lastQty: shares(200), transactUs: at(NOW) }),
  ];
  const held = account("80000", [{ symbol: "AAPL", quantity: shares(200), marketPx: dollars("95") }]);
  const crash = quote(NOW, { bidPx: dollars("94.99"), askPx: dollars("95.01"), lastPx: dollars("95") });
  const after = (wanted: Order) => {
    const { emitted } = machineTest(gate())
      .given([...ready, ...bought, held, crash])
      .when(intentOf(wanted));
    return emitted.flatMap((event) =>
      event.kind === "order.denied" ? event.reasons.map((r) => r.code) : [event.kind],
    );
  };
  it("denies entries and lets the position be closed", () => {
    expect(after(order({ clOrdId: "MORE", orderQty: shares(50), lmtPx: dollars("95") }))).toEqual(["DAILY_LOSS_LIMIT"]);
    expect(
      after(order({ clOrdId: "OUT", side: "SELL", orderQty: shares(200), lmtPx: dollars("95"), purpose: "EXIT" })),
    ).toEqual(["order.approved"]);
  });
});
