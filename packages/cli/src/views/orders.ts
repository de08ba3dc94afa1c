import type { Event, EventByKind } from "@bowline/contracts";
import { formatMicros, isoOfUs, micros } from "@bowline/kernel";
import type { Row } from "./table.ts";
import type { MakeView } from "./view.ts";

type Orders = Map<string, Record<string, string>>;

const STATUS: Partial<Record<Event["kind"], string>> = {
  "order.accepted": "NEW",
  "order.resolved": "NEW",
  "order.canceled": "CANCELED",
  "order.rejected": "REJECTED",
  "order.expired": "EXPIRED",
  "order.unknown": "UNKNOWN",
  "order.lost": "LOST",
};

/**
 * Every order that was sent, with its last status (FIX 39, and our UNKNOWN and LOST) and the terms that it has now, and every
 * parent intent with what the desk said of it last; in the order of the journal.
 */
export const ordersView: MakeView = () => {
  const orders: Orders = new Map();
  /** clOrdId of an order that the desk made → of its parent. */
  const parents = new Map<string, string>();
  return {
    empty: "no orders",
    columns: [
      { key: "clOrdId", title: "clOrdId" },
      { key: "at", title: "submitted" },
      { key: "symbol", title: "symbol" },
      { key: "side", title: "side" },
      { key: "orderQty", title: "quantity", align: "right" },
      { key: "ordType", title: "type" },
      { key: "lmtPx", title: "limit", align: "right" },
      { key: "stopPx", title: "stop", align: "right" },
      { key: "leg", title: "leg" },
      { key: "ordStatus", title: "status" },
      { key: "cumQty", title: "filled", align: "right" },
      { key: "avgPx", title: "average", align: "right" },
      { key: "parent", title: "parent" },
    ],
    add({ event, header }) {
      const at = isoOfUs(header.eventUs);
      if (event.kind === "order.parent-intent") {
        const { order, style } = event;
        orders.set(order.clOrdId, { ...termsOf(order), at, leg: style.name, ordStatus: "INTENDED" });
      } else if (event.kind === "order.approved") {
        const { clOrdId, parentIntentId } = event.order;
        if (parentIntentId !== undefined) parents.set(clOrdId, parentIntentId);
      } else if (event.kind === "order.submitted") {
        const parent = parents.get(event.clOrdId) ?? event.parentClOrdId ?? "";
        orders.set(event.clOrdId, { ...termsOf(event), at, leg: event.leg, ordStatus: "PENDING_NEW", parent });
      } else change(orders, event);
    },
    rows: () => [...orders.values()].map((order): Row => withFills(orders, parents, order)),
  };
};

function change(orders: Orders, event: Event): void {
  const order = "clOrdId" in event ? orders.get(event.clOrdId ?? "") : undefined;
  if (order === undefined) return;
  switch (event.kind) {
    case "order.parent-state":
      order["ordStatus"] = event.state;
      return;
    case "order.filled":
      order["ordStatus"] = event.leavesQty === 0 ? "FILLED" : "PARTIALLY_FILLED";
      order["cumQty"] = formatMicros(event.cumQty);
      order["avgPx"] = formatMicros(event.avgPx);
      return;
    case "order.corrected":
      order["cumQty"] = formatMicros(event.cumQty);
      return;
    case "order.replaced":
      Object.assign(order, pricesOf(event), { orderQty: formatMicros(event.orderQty) });
      return;
    default:
      order["ordStatus"] = nextStatus(order["ordStatus"] ?? "", event.kind);
  }
}

/** A fill may come before the acceptance; an end is an end. */
function nextStatus(status: string, kind: Event["kind"]): string {
  const next = STATUS[kind];
  if (next === undefined) return status;
  return next === "NEW" && status !== "PENDING_NEW" && status !== "UNKNOWN" ? status : next;
}

/** What a parent has is what its orders have. */
function withFills(orders: Orders, parents: ReadonlyMap<string, string>, order: Record<string, string>): Row {
  const children = [...parents].filter(([, parent]) => parent === order["clOrdId"]);
  if (children.length === 0) return order;
  const filled = children.reduce((sum, [child]) => sum + micros(orders.get(child)?.["cumQty"] ?? "0"), 0);
  return { ...order, cumQty: formatMicros(filled) };
}

type Priced = { readonly lmtPx?: number | undefined; readonly stopPx?: number | undefined };
const pricesOf = ({ lmtPx, stopPx }: Priced) => ({
  ...(lmtPx === undefined ? {} : { lmtPx: formatMicros(lmtPx) }),
  ...(stopPx === undefined ? {} : { stopPx: formatMicros(stopPx) }),
});

type Terms = Pick<EventByKind<"order.submitted">, "clOrdId" | "symbol" | "side" | "orderQty" | "ordType"> & Priced;
const termsOf = (order: Terms): Record<string, string> => ({
  clOrdId: order.clOrdId,
  symbol: order.symbol,
  side: order.side,
  orderQty: formatMicros(order.orderQty),
  ordType: order.ordType,
  lmtPx: "",
  stopPx: "",
  ...pricesOf(order),
  cumQty: "0",
  avgPx: "",
  parent: "",
});
