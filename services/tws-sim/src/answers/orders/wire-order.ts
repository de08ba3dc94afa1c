import type { BrokerOrder } from "@bowline/matching";
import { makeWireOrder, type WireOrder, type WireOrderRare } from "@bowline/tws-wire";

/** What TWS says of a group whose order names no type. */
const DEFAULT_OCA_TYPE = 3;

/**
 * An order's terms as TWS tells them: what the client sent, with what has become of it. Clients compare it with what they sent, so
 * whatever is not worked here comes back too.
 */
export function wireOrderOf(order: BrokerOrder, accountId: string): WireOrder {
  const sent = order.carried as WireOrder | undefined;
  const base = sent ?? makeWireOrder({ action: order.side, orderType: order.ordType });
  const { lmtPx, auxPx, totalQty: _totalQty, rare: _rare, ...rest } = base;
  return {
    ...rest,
    ...given("lmtPx", order.lmtPx ?? lmtPx),
    ...given("auxPx", order.stopPx ?? auxPx),
    totalQty: order.orderQty,
    tif: order.timeInForce,
    account: order.account ?? accountId,
    orderRef: order.orderRef,
    transmit: true,
    parentId: order.parentIbOrderId ?? 0,
    ...groupOf(order),
    ...given("rare", rareOf(order, base.rare)),
  };
}

/** A property where there is a value for it. */
export const given = <Key extends string, Value>(key: Key, value: Value | undefined): { readonly [K in Key]?: Value } =>
  (value === undefined ? {} : { [key]: value }) as { readonly [K in Key]?: Value };

/** The children of one parent are a group: TWS names it by the parent's permId. */
function groupOf({ ocaGroup, ocaType, parentPermId }: BrokerOrder): Pick<WireOrder, "ocaGroup" | "ocaType"> {
  if (ocaGroup === undefined && parentPermId !== undefined)
    return { ocaGroup: String(parentPermId), ocaType: DEFAULT_OCA_TYPE };
  return { ocaGroup: ocaGroup ?? "", ocaType: ocaType ?? DEFAULT_OCA_TYPE };
}

function rareOf({ trailStopPx }: BrokerOrder, rare: WireOrderRare | undefined): WireOrderRare | undefined {
  return trailStopPx === undefined ? rare : { ...rare, trailStopPx };
}
