import type { Event } from "@bowline/contracts";

export type ExposureState = {
  readonly positions: readonly string[];
  readonly orders: readonly (readonly [clOrdId: string, symbol: string])[];
};

/** Symbols that must be watched whatever the strategies want: held by the account, or with an order of ours at the broker. */
export type Exposure = {
  /** True where one of the two lists may be another now. */
  learn(event: Event): boolean;
  /** Alphabetical. */
  positions(): readonly string[];
  withOrders(): readonly string[];
  snapshot(): ExposureState;
};

/** Positions are those that the broker tells of, also of symbols that are in no group. */
export function makeExposure(state?: ExposureState): Exposure {
  let positions: readonly string[] = state?.positions ?? [];
  const orders = new Map(state?.orders);
  return {
    learn(event) {
      switch (event.kind) {
        case "broker.account": {
          const held = event.positions.filter(({ quantity }) => quantity !== 0).map(({ symbol }) => symbol);
          const before = positions.join();
          positions = [...new Set(held)].sort();
          return positions.join() !== before;
        }
        case "order.submitted":
          orders.set(event.clOrdId, event.symbol);
          return true;
        case "order.filled":
          return event.leavesQty === 0 && orders.delete(event.clOrdId);
        case "order.canceled":
        case "order.rejected":
        case "order.expired":
        case "order.lost":
          return orders.delete(event.clOrdId);
        default:
          return false;
      }
    },
    positions: () => positions,
    withOrders: () => [...new Set(orders.values())].sort(),
    snapshot: () => ({ positions: [...positions], orders: [...orders] }),
  };
}
