import type { OpenOrder } from "@bowline/broker-ib";
import type { Target } from "./target.ts";
import { type HeardSession, openSession } from "./sessions.ts";

/** References of all orders that any run of the scenarios places begin so. */
export const REF_PREFIX = "bowline-test-";

/** Orders of any run, and of this client. */
const isOurs = ({ callback, ibOrderId }: OpenOrder): boolean =>
  ibOrderId !== undefined && callback.ref.clOrdId?.startsWith(REF_PREFIX) === true;

/** Cancels what runs of the scenarios have left at work under these client ids; nobody else's orders. Throws where some remain. */
export async function cancelLeftOvers(target: Target, clientIds: readonly number[]): Promise<void> {
  for (const clientId of clientIds) {
    const heard = await openSession(target, clientId);
    try {
      await cancelOurs(heard);
    } finally {
      heard.session.close("cleaned up");
    }
  }
}

const LOOKS = 20;
const BETWEEN_LOOKS_MS = 250;

async function cancelOurs({ session }: HeardSession): Promise<void> {
  const asked = new Set<number>();
  for (let look = 1; ; look++) {
    const open = await session.openOrders();
    if (!open.ok) throw new Error(`open orders: ${JSON.stringify(open.error)}`);
    const ours = open.value.filter(isOurs);
    if (ours.length === 0) return;
    if (look === LOOKS) throw new Error(`still open: ${ours.map(({ callback }) => callback.ref.clOrdId).join(", ")}`);
    for (const { ibOrderId = 0 } of ours) {
      // Twice is no harm, but an error; the parent's cancel may have taken its children meanwhile.
      if (!asked.has(ibOrderId)) session.cancelOrder(ibOrderId);
      asked.add(ibOrderId);
    }
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS_MS));
  }
}
