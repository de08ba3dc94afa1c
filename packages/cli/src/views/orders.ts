import type { Event, EventByKind } from "@bowline/contracts";
import { formatMicros, isoOfUs, type Us } from "@bowline/kernel";
import type { Row } from "./table.ts";
import type { MakeView } from "./view.ts";

type OrderRow = { submitted: EventByKind<"order.submitted">; atUs: Us; status: string; cumQty: string; avgPx: string };

const STATUS: Partial<Record<Event["kind"], string>> = {
  "order.accepted": "NEW",
  "order.resolved": "NEW",
  "order.canceled": "CANCELED",
  "order.rejected": "REJECTED",
  "order.expired": "EXPIRED",
  "order.unknown": "UNKNOWN",
  "order.lost": "LOST",
};

/** Every order that was sent, in the order of sending, with its last status (FIX 39, and our UNKNOWN and LOST). */
export const ordersView: MakeView = () => {
  const orders = new Map<string, OrderRow>();
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
    ],
    add({ event, header }) {
      if (event.kind === "order.submitted") {
        orders.set(event.clOrdId, {
          submitted: event,
          atUs: header.eventUs,
          status: "PENDING_NEW",
          cumQty: "0",
          avgPx: "",
        });
        return;
      }
      const order = "clOrdId" in event ? orders.get(event.clOrdId ?? "") : undefined;
      if (order === undefined) return;
      if (event.kind === "order.filled") {
        order.status = event.leavesQty === 0 ? "FILLED" : "PARTIALLY_FILLED";
        order.cumQty = formatMicros(event.cumQty);
        order.avgPx = formatMicros(event.avgPx);
      } else order.status = nextStatus(order.status, event.kind);
    },
    rows: () => [...orders.values()].map(rowOf),
  };
};

/** A fill may come before the acceptance; an end is an end. */
function nextStatus(status: string, kind: Event["kind"]): string {
  const next = STATUS[kind];
  if (next === undefined) return status;
  return next === "NEW" && status !== "PENDING_NEW" && status !== "UNKNOWN" ? status : next;
}

const rowOf = ({ submitted, atUs, status, cumQty, avgPx }: OrderRow): Row => ({
  clOrdId: submitted.clOrdId,
  at: isoOfUs(atUs),
  symbol: submitted.symbol,
  side: submitted.side,
  orderQty: formatMicros(submitted.orderQty),
  ordType: submitted.ordType,
  lmtPx: submitted.lmtPx === undefined ? "" : formatMicros(submitted.lmtPx),
  stopPx: submitted.stopPx === undefined ? "" : formatMicros(submitted.stopPx),
  leg: submitted.leg,
  ordStatus: status,
  cumQty,
  avgPx,
});
