import type { Emit, Entry, Machine, Order } from "@bowline/contracts";
import { addSeconds, US_PER_MINUTE } from "@bowline/kernel";
import { anOrder } from "@bowline/testkit";

/** A machine without memory, for tests of the engine. */
export const stateless = (name: string, apply: (entry: Entry, emit: Emit) => void): Machine => ({
  name,
  version: 1,
  apply,
  snapshot: () => null,
  restore: () => undefined,
});

/** Approves everything. */
export const openGate = (): Machine =>
  stateless("risk-gate", ({ event }, emit) => {
    if (event.kind === "order.intent" && event.order.decisionPx !== undefined)
      emit({ kind: "order.approved", order: event.order, refPx: event.order.decisionPx });
  });

/** Wants the orders that `orders` gives for each full minute since the open, and cancels by the ids that `cancels` gives. */
export const trader = (
  orders: (minute: number) => readonly Partial<Order>[],
  cancels: (minute: number) => readonly string[] = () => [],
): Machine =>
  stateless("strategy.tech", ({ event }, emit) => {
    if (event.kind !== "control.clock" || event.openUs === undefined || event.nowUs % US_PER_MINUTE !== 0) return;
    const minute = (event.nowUs - event.openUs) / US_PER_MINUTE;
    const expiresUs = addSeconds(event.nowUs, 2);
    for (const clOrdId of cancels(minute))
      emit({
        kind: "order.cancel-intent",
        clOrdId,
        group: "tech",
        symbol: "AAPL",
        strategy: "demo",
        rule: "r",
        reason: "test",
      });
    for (const order of orders(minute)) emit({ kind: "order.intent", order: anOrder({ ...order, expiresUs }) });
  });
