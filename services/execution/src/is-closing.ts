import type { Core } from "./core.ts";

/** Whether the gate itself approved an order, to close a position of a scope that is being flattened. */
export function isClosing({ approvalOf }: Pick<Core, "approvalOf">, clOrdId: string): boolean {
  const event = approvalOf.get(clOrdId)?.event;
  return event?.kind === "order.approved" && event.flattens !== undefined;
}
