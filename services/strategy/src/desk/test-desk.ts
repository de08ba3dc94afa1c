import type { Entry, Event, EventByKind, Order, StyleParams } from "@bowline/contracts";
import { type Qty, qty, shares, subQty } from "@bowline/kernel";
import { aClock, aFill, anEntry, anOrder, aQuote, at, dollars } from "@bowline/testkit";
import { makeDeskMachine } from "./machine.ts";

export type Placed = Order & { cumQty: Qty; open: boolean };

/** A desk of AAPL with the rest of the system played by hand: the gate approves, the broker takes, fills come when the test says so. */
export function aDesk() {
  let machine = makeDeskMachine({ group: "tech", symbols: ["AAPL", "MSFT"] });
  const journal: Entry[] = [];
  const outputs: Event[] = [];
  const orders = new Map<string, Placed>();
  let seconds = 0;

  /** The desk sees everything but what it says itself. */
  const tell = (event: Event): void => {
    const entry = anEntry(event, { seq: journal.length + 1, seenUs: at(seconds), eventUs: at(seconds) });
    journal.push(entry);
    const said: Event[] = [];
    machine.apply(entry, (output) => void said.push(output));
    for (const output of said) hear(output);
  };
  const about = (clOrdId: string) => ({ clOrdId, group: "tech", symbol: "AAPL" });
  let verdict: "approve" | "deny" = "approve";
  const hear = (output: Event): void => {
    outputs.push(output);
    if (output.kind === "order.cancel-intent" && orders.get(output.clOrdId)?.open === true) {
      const order = orders.get(output.clOrdId)!;
      order.open = false;
      tell({ kind: "order.canceled", ...about(order.clOrdId), cumQty: order.cumQty, reason: "requested" });
    }
    if (output.kind !== "order.intent") return;
    const { order } = output;
    if (verdict === "deny") {
      const { clOrdId, strategy, rule, side, orderQty } = order;
      return tell({ kind: "order.denied", ...about(clOrdId), strategy, rule, side, orderQty, reasons: [] });
    }
    orders.set(order.clOrdId, { ...order, cumQty: qty(0), open: true });
    tell({ kind: "order.approved", order, refPx: dollars("100") });
    tell({ kind: "order.accepted", ...about(order.clOrdId), orderId: `${orders.size}` });
  };
  const fill = (clOrdId: string, quantity: number): void => {
    const order = orders.get(clOrdId)!;
    order.cumQty = qty(order.cumQty + shares(quantity));
    const leavesQty = subQty(order.orderQty, order.cumQty);
    order.open = leavesQty > 0;
    const { side, cumQty } = order;
    tell(aFill({ clOrdId, side, lastQty: shares(quantity), cumQty, leavesQty, execId: `e${journal.length}` }));
  };
  return {
    journal,
    outputs,
    orders,
    tell,
    fill,
    deny: (on: boolean): void => void (verdict = on ? "deny" : "approve"),
    fillAll: (): void => {
      for (const { clOrdId, open, orderQty, cumQty } of [...orders.values()])
        if (open) fill(clOrdId, (orderQty - cumQty) / 1_000_000);
    },
    /** The clock goes on by so many seconds, a tick each. */
    wait(count: number): void {
      for (let tick = 0; tick < count; tick++) {
        seconds += 1;
        tell(aClock({ nowUs: at(seconds) }));
      }
    },
    quote(mid: number): void {
      tell(
        aQuote({
          bidPx: dollars((mid - 0.01).toFixed(2)),
          askPx: dollars((mid + 0.01).toFixed(2)),
          quoteUs: at(seconds),
        }),
      );
    },
    want: (order: Partial<Order>, style: Partial<StyleParams>): void =>
      tell({
        kind: "order.parent-intent",
        order: anOrder({ clOrdId: "PARENT00000000000001", ...order }),
        style: { name: "PLAIN", ladder: [], ...style },
      }),
    intents: (): readonly Order[] => outputs.flatMap((event) => (event.kind === "order.intent" ? [event.order] : [])),
    kinds: <K extends Event["kind"]>(kind: K): readonly EventByKind<K>[] =>
      outputs.flatMap((event) => (event.kind === kind ? [event as never] : [])),
    states: (): readonly string[] =>
      outputs.flatMap((event) => (event.kind === "order.parent-state" ? [`${event.state} ${event.reason}`] : [])),
    /** Another process goes on from the snapshot. */
    restart(): void {
      const snapshot = JSON.parse(JSON.stringify(machine.snapshot())) as never;
      machine = makeDeskMachine({ group: "tech", symbols: ["AAPL", "MSFT"] });
      machine.restore(snapshot);
    },
  };
}
