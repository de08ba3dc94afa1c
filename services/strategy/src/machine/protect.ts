import type { EventByKind, Order, Side } from "@bowline/contracts";
import { ZERO_QTY, addMs } from "@bowline/kernel";
import type { ProtectPlan } from "@bowline/rules";
import { type Firing, clOrdIdOf } from "./enter.ts";
import { findOrder, leavesQty } from "./orders.ts";
import type { Desk, SymbolState, TrackedOrder } from "./state.ts";

/**
 * Puts a stop and a target over the position. The stop goes first; its target follows once the stop works at the broker, so that a
 * position never has a target alone. Returns the stop's clOrdId.
 */
export function protect(desk: Desk, symbol: SymbolState, plan: ProtectPlan, firing: Firing): string {
  const { orderQty, stopPx, targetLmtPx, expiresMs } = plan;
  const side: Side = symbol.quantity > 0 ? "SELL" : "BUY";
  const unit = clOrdIdOf(desk, symbol, firing, { leg: "STOP", attempt: 0 });
  const order = { rule: firing.rule, side, orderQty, cumQty: ZERO_QTY, cancelAsked: false, unit } as const;
  const target = clOrdIdOf(desk, symbol, firing, { leg: "TARGET", attempt: 0 });
  const stop: TrackedOrder = { ...order, clOrdId: unit, leg: "STOP", status: "INTENDED", stopPx };
  symbol.orders.push(stop, {
    ...order,
    clOrdId: target,
    leg: "TARGET",
    status: "EXPECTED",
    lmtPx: targetLmtPx,
    afterStop: { triggerKey: firing.triggerKey, expiresMs },
  });
  want(desk, symbol, { order: stop, ...firing, expiresMs, terms: { ordType: "STP", stopPx } });
  return unit;
}

/** The gate placed a stop again that was gone: from here on it is ours, as the one before was. */
export function adoptProtection(
  desk: Desk,
  symbol: SymbolState,
  { order, protects }: EventByKind<"order.approved">,
): void {
  const { clOrdId, rule, side, orderQty, stopPx, strategy } = order;
  if (protects === undefined || strategy !== desk.strategy.name || findOrder(symbol, clOrdId) !== undefined) return;
  symbol.orders.push({
    clOrdId,
    leg: "STOP",
    rule,
    side,
    orderQty,
    cumQty: ZERO_QTY,
    status: "APPROVED",
    cancelAsked: false,
    unit: protects,
    ...(stopPx === undefined ? {} : { stopPx }),
  });
}

/** Called after everything that may end the wait of a target for its stop: it is sent, or never will be. */
export function advanceProtection(desk: Desk, symbol: SymbolState): void {
  for (const order of symbol.orders) {
    const { afterStop, unit = "", lmtPx, rule } = order;
    if (afterStop === undefined || order.status !== "EXPECTED") continue;
    const stop = findOrder(symbol, unit);
    if (stop === undefined || symbol.exit !== undefined || lmtPx === undefined) {
      symbol.orders = symbol.orders.filter((other) => other !== order);
    } else if (stop.status === "WORKING" && !symbol.inDoubt) {
      const { triggerKey, expiresMs } = afterStop;
      order.status = "INTENDED";
      order.orderQty = leavesQty(stop);
      // From now on the position is protected or flat.
      symbol.entry ??= {
        rule,
        clOrdId: unit,
        expiresMs,
        ...(stop.stopPx === undefined ? {} : { stopPx: stop.stopPx }),
      };
      want(desk, symbol, { order, rule, triggerKey, expiresMs, terms: { ordType: "LMT", lmtPx } });
    }
  }
}

type Wanted = Firing & {
  readonly order: TrackedOrder;
  readonly expiresMs: number;
  readonly terms: Pick<Order, "ordType" | "lmtPx" | "stopPx">;
};

function want(desk: Desk, symbol: SymbolState, { order, rule, triggerKey, expiresMs, terms }: Wanted): void {
  const { clOrdId, side, orderQty, unit = "" } = order;
  desk.emit({
    kind: "order.intent",
    order: {
      clOrdId,
      accountId: desk.accountId,
      strategy: desk.strategy.name,
      rule,
      group: desk.group,
      symbol: symbol.symbol,
      side,
      orderQty,
      ...terms,
      timeInForce: "GTC",
      purpose: "EXIT",
      triggerKey,
      expiresUs: addMs(desk.state.nowUs, expiresMs),
      ocaGroup: unit,
      ocaType: "REDUCE_WITH_BLOCK",
    },
  });
}
