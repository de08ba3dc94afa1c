import type { EventByKind } from "@bowline/contracts";
import { subQty } from "@bowline/kernel";
import { findOrder } from "./orders.ts";
import type { SymbolState } from "./state.ts";

/** The gate approved less than was wanted: each part of the order, and what protects it, is of so much. */
export function learnCut(symbol: SymbolState, { order, wantedQty }: EventByKind<"order.approved">): void {
  if (wantedQty === undefined) return;
  const { bracket, clOrdId: entryClOrdId } = order;
  const units = bracket?.more?.units ?? [];
  const orderQty = units.reduce((left, unit) => subQty(left, unit.orderQty), order.orderQty);
  for (const unit of [{ ...bracket, entryClOrdId, orderQty }, ...units]) {
    for (const clOrdId of [unit.entryClOrdId, unit.stopClOrdId, unit.targetClOrdId]) {
      const known = clOrdId === undefined ? undefined : findOrder(symbol, clOrdId);
      if (known !== undefined) known.orderQty = unit.orderQty;
    }
  }
}
