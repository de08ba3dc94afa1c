import type { Entry, EventByKind } from "@bowline/contracts";
import { formatMicros, type Us } from "@bowline/kernel";

export type OrderListFill = {
  readonly execId: string;
  readonly quantity: string;
  readonly price: string;
  readonly timeUs: Us;
  /** Empty until the broker told it. */
  readonly commission: string;
};

/** One order that went to the broker, with its fills; numbers as exact decimal text, so that two runs can be compared line by line. */
export type OrderListRow = {
  readonly clOrdId: string;
  readonly symbol: string;
  readonly side: string;
  readonly quantity: string;
  readonly type: string;
  readonly lmtPx: string;
  readonly stopPx: string;
  readonly fills: readonly OrderListFill[];
};

type Row = Omit<OrderListRow, "fills"> & {
  readonly fills: { -readonly [K in keyof OrderListFill]: OrderListFill[K] }[];
};

const text = (value: number | undefined): string => (value === undefined ? "" : formatMicros(value));

/** Every order of a journal in the order of submission. */
export function orderList(entries: Iterable<Entry>): readonly OrderListRow[] {
  const rows = new Map<string, Row>();
  for (const { event } of entries) {
    if (event.kind === "order.submitted") rows.set(event.clOrdId, rowOf(event));
    else if (event.kind === "order.filled") rows.get(event.clOrdId)?.fills.push(fillOf(event));
    else if (event.kind === "order.commission") {
      const fill = rows.get(event.clOrdId)?.fills.find(({ execId }) => execId === event.execId);
      if (fill !== undefined) fill.commission = formatMicros(event.commission);
    }
  }
  return [...rows.values()];
}

const rowOf = (order: EventByKind<"order.submitted">): Row => ({
  clOrdId: order.clOrdId,
  symbol: order.symbol,
  side: order.side,
  quantity: formatMicros(order.orderQty),
  type: order.ordType,
  lmtPx: text(order.lmtPx),
  stopPx: text(order.stopPx),
  fills: [],
});

const fillOf = (fill: EventByKind<"order.filled">): Row["fills"][number] => ({
  execId: fill.execId,
  quantity: formatMicros(fill.lastQty),
  price: formatMicros(fill.lastPx),
  timeUs: fill.transactUs,
  commission: "",
});

const COLUMNS = [
  "clOrdId",
  "symbol",
  "side",
  "quantity",
  "type",
  "lmtPx",
  "stopPx",
  "execId",
  "fillQuantity",
  "fillPrice",
  "fillTimeUs",
  "commission",
];

/** The list as CSV: a line for each fill, one line for an order without fills. */
export function formatOrderListCsv(rows: readonly OrderListRow[]): string {
  const lines = [COLUMNS.join(",")];
  for (const { fills, ...order } of rows) {
    const about = Object.values(order);
    if (fills.length === 0) lines.push([...about, "", "", "", "", ""].join(","));
    for (const fill of fills) lines.push([...about, ...Object.values(fill)].join(","));
  }
  return `${lines.join("\n")}\n`;
}
