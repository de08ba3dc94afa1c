import type { Qty } from "@bowline/kernel";
import type { CallbackOf, Translation } from "./book-state.ts";

/** An order that is not ours, told once by its permId. */
export function reportExternal(to: Translation, callback: CallbackOf<"openOrder" | "execution">, quantity: Qty): void {
  const { ref, symbol, side } = callback;
  if (ref.orderId === undefined || to.state.externalOrderIds.has(ref.orderId)) return;
  to.state.externalOrderIds.add(ref.orderId);
  const event = {
    kind: "broker.external-order",
    orderId: ref.orderId,
    symbol,
    side,
    quantity,
    orderRef: ref.clOrdId ?? "",
  } as const;
  to.outputs.push({ event, placement: Number.MAX_SAFE_INTEGER, cumQty: 0 });
}
