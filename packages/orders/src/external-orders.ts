import type { Side } from "@bowline/contracts";
import type { Qty } from "@bowline/kernel";
import { type Translation, say } from "./book-state.ts";

export type ExternalOrder = {
  /** permId: manual orders all have the session's id 0. */
  readonly orderId: string | undefined;
  readonly orderRef: string;
  readonly symbol: string;
  readonly side: Side;
  readonly quantity: Qty;
};

/** An order that is not ours, told once by its permId. */
export function reportExternal(to: Translation, order: ExternalOrder): void {
  const { orderId, ...about } = order;
  if (orderId === undefined || to.state.externalOrderIds.has(orderId)) return;
  to.state.externalOrderIds.add(orderId);
  say(to, undefined, { kind: "broker.external-order", orderId, ...about, policy: to.state.externalPolicy });
}
