import { type Leg, type Side, makeClOrdId } from "@bowline/contracts";
import { US_PER_MINUTE, ZERO_QTY, addMs, addUs } from "@bowline/kernel";
import type { EnterPlan } from "@bowline/rules";
import type { Desk, SymbolState, TrackedOrder } from "./state.ts";

export type Firing = { readonly rule: string; readonly triggerKey: string };

/** Sends the intent of an entry with its bracket, and tracks its three orders from here on. Returns the entry's clOrdId. */
export function enter(desk: Desk, symbol: SymbolState, plan: EnterPlan, firing: Firing): string {
  const { nowUs } = desk.state;
  const [clOrdId, stopClOrdId, targetClOrdId] = (["ENTRY", "STOP", "TARGET"] as const).map((leg) =>
    clOrdIdOf(desk, symbol, firing, { leg, attempt: 0 }),
  ) as [string, string, string];
  const { side, orderQty, ordType, lmtPx, stopPx, targetLmtPx, decisionPx } = plan;
  desk.emit({
    kind: "order.intent",
    order: {
      clOrdId,
      accountId: desk.accountId,
      strategy: desk.strategy.name,
      rule: firing.rule,
      group: desk.group,
      symbol: symbol.symbol,
      side,
      orderQty,
      ordType,
      ...(lmtPx === undefined ? {} : { lmtPx }),
      timeInForce: "DAY",
      purpose: "ENTRY",
      triggerKey: firing.triggerKey,
      expiresUs: addMs(nowUs, plan.expiresMs),
      decisionPx,
      bracket: { stopClOrdId, stopPx, targetClOrdId, targetLmtPx },
    },
  });
  const closing: Side = side === "BUY" ? "SELL" : "BUY";
  const track = (id: string, leg: Leg, status: "INTENDED" | "EXPECTED", more: Partial<TrackedOrder>): TrackedOrder => ({
    clOrdId: id,
    leg,
    rule: firing.rule,
    side: leg === "ENTRY" ? side : closing,
    orderQty,
    cumQty: ZERO_QTY,
    status,
    cancelAsked: false,
    ...(leg === "ENTRY" ? {} : { unit: clOrdId }),
    ...more,
  });
  const cancelAtUs = addUs(nowUs, plan.cancelAfterMinutes * US_PER_MINUTE);
  if (plan.adds === true) symbol.scaledIn = (symbol.scaledIn ?? 0) + 1;
  symbol.orders = [
    ...symbol.orders,
    track(clOrdId, "ENTRY", "INTENDED", { cancelAtUs, ...(lmtPx === undefined ? {} : { lmtPx }) }),
    track(stopClOrdId, "STOP", "EXPECTED", { stopPx }),
    track(targetClOrdId, "TARGET", "EXPECTED", { lmtPx: targetLmtPx }),
  ];
  // What a position grew by is closed with it, on behalf of what opened it.
  symbol.entry = (plan.adds === true ? symbol.entry : undefined) ?? {
    rule: firing.rule,
    clOrdId,
    expiresMs: plan.expiresMs,
    stopPx,
  };
  return clOrdId;
}

/** The natural key of an order: the same decision gives the same id on every worker, in every run. */
export const clOrdIdOf = (
  desk: Desk,
  symbol: SymbolState,
  { rule, triggerKey }: Firing,
  { leg, attempt }: { readonly leg: Leg | `CHANGE:${string}`; readonly attempt: number },
): string =>
  makeClOrdId({
    accountId: desk.accountId,
    strategy: desk.strategy.name,
    symbol: symbol.symbol,
    rule,
    triggerKey,
    leg,
    attempt,
  });
