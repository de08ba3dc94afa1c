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

function rareOf(order: BrokerOrder, rare: WireOrderRare | undefined): WireOrderRare | undefined {
  const { trailStopPx } = order;
  const adjustedTrailStopPx = adjustedStopOf(order);
  if (trailStopPx === undefined && adjustedTrailStopPx === undefined) return rare;
  return { ...rare, ...given("trailStopPx", trailStopPx), ...given("adjustedTrailStopPx", adjustedTrailStopPx) };
}

const DOLLAR = 1_000_000;

/**
 * What a recorded TWS tells as the second stop price, also of orders that have no stop: a limit order's limit and one dollar, on either
 * side; a stop's or touch's trigger; nothing of a market order. Other types were not recorded: their trigger, where they have one.
 */
function adjustedStopOf({ ordType, lmtPx, stopPx, trailStopPx }: BrokerOrder): number | undefined {
  if (ordType === "LMT") return lmtPx === undefined ? undefined : lmtPx + DOLLAR;
  return trailStopPx ?? stopPx;
}
