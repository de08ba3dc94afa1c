import type { Event, Order } from "@bowline/contracts";
import { shares } from "@bowline/kernel";
import { aFill, anEntry, at, dollars, machineTest } from "@bowline/testkit";
import { expect, it } from "vitest";
import { NOW, gate, intentOf, order, ready, submitted } from "./test-gate.ts";

const exit = (changes: Partial<Order>): Order =>
  order({
    side: "SELL",
    purpose: "EXIT",
    timeInForce: "GTC",
    lmtPx: undefined,
    ocaGroup: "PAIR",
    ocaType: "REDUCE_WITH_BLOCK",
    ...changes,
  });
const stop = (changes: Partial<Order> = {}): Order =>
  exit({ clOrdId: "STOP0000000000000001", ordType: "STP", stopPx: dollars("99"), ...changes });
const target = (changes: Partial<Order> = {}): Order =>
  exit({ clOrdId: "TARGET00000000000001", ordType: "LMT", lmtPx: dollars("101"), ...changes });

/** What the gate says of a target beside a stop that works, over 100 shares. */
const beside = (second: Order): unknown => {
  const held = aFill({ transactUs: at(NOW), lastQty: shares(100) });
  const { clOrdId, stopPx } = stop();
  const about = {
    clOrdId,
    leg: "EXIT",
    side: "SELL",
    ordType: "STP",
    timeInForce: "GTC",
    lmtPx: undefined,
    stopPx,
  } as const;
  const working = submitted({ ...about, ocaGroup: "PAIR", ocaType: "REDUCE_WITH_BLOCK" });
  const given = [...ready, held, intentOf(stop()), working] as Event[];
  const { emitted } = machineTest(gate())
    .given(given)
    .when(anEntry({ kind: "order.intent", order: second }, { machine: "strategy.tech", epoch: 1, seenUs: at(NOW) }));
  return emitted.map((event) => (event.kind === "order.denied" ? event.reasons.map(({ code }) => code) : event.kind));
};

it("stop and target of one group over a position pass, as the broker lets only one of them take it", () => {
  expect(beside(target())).toEqual(["order.approved"]);
});

it("one in a group of its own, or for more than there is, could turn the position", () => {
  expect(beside(target({ ocaGroup: "OTHER" }))).toEqual([expect.arrayContaining(["WOULD_NOT_REDUCE"])]);
  expect(beside(target({ ocaType: "REDUCE" }))).toEqual([expect.arrayContaining(["WOULD_NOT_REDUCE"])]);
  expect(beside(target({ orderQty: shares(101) }))).toEqual([expect.arrayContaining(["WOULD_NOT_REDUCE"])]);
});
