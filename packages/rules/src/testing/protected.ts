import { type Qty, qty, shares } from "@bowline/kernel";
import { at, dollars } from "@bowline/testkit";
import type { Facts, WorkingOrder } from "../facts.ts";
import { type AskedRule, type Changes, someFacts } from "./facts.ts";

/**
 * A stop at 98 and a target at 103 that protect 100 shares bought at 99, which were worth 100.50 since; or sold short at 101, with
 * 102, 97 and 99.50.
 */
export function aProtectedPosition(changes: Changes = {}, direction: "LONG" | "SHORT" = "LONG"): Facts {
  const long = direction === "LONG";
  return someFacts({
    position: {
      quantity: shares(long ? 100 : -100),
      enteredUs: at(60),
      avgPx: dollars(long ? "99" : "101"),
      highPx: dollars(long ? "100.5" : "101"),
      lowPx: dollars(long ? "99" : "99.5"),
      peakQty: shares(100),
      entryStopPx: dollars(long ? "98" : "102"),
    },
    liveOrders: 2,
    working: [
      anOrder({ clOrdId: "STOP", leg: "STOP", stopPx: dollars(long ? "98" : "102") }, long),
      anOrder({ clOrdId: "TARGET", leg: "TARGET", lmtPx: dollars(long ? "103" : "97") }, long),
    ],
    ...changes,
  });
}

export const anOrder = (changes: Partial<WorkingOrder>, long = true): WorkingOrder => ({
  clOrdId: "ORDER",
  leg: "ENTRY",
  side: long ? "SELL" : "BUY",
  orderQty: shares(100),
  cumQty: qty(0) as Qty,
  lmtPx: undefined,
  stopPx: undefined,
  changing: false,
  ...changes,
});

/** The working orders of some facts with one of them changed. */
export const withOrder = (facts: Facts, clOrdId: string, changes: Partial<WorkingOrder>): Facts => ({
  ...facts,
  working: facts.working.map((order) => (order.clOrdId === clOrdId ? { ...order, ...changes } : order)),
});

/** What a rule with one action wants: its plan, or what blocks it. */
export function wanted({ evaluate }: AskedRule, facts: Facts): unknown {
  const evaluation = evaluate(facts);
  return evaluation.outcome === "FIRED" ? evaluation.plans[0] : evaluation.firstBlocker;
}
