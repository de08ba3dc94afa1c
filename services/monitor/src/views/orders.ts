import type { Entry } from "@bowline/contracts";
import { formatMicros, isoOfUs, pxOfCost, type Us } from "@bowline/kernel";
import { type KnownOrder, makeOrderBook, type OrdStatus } from "@bowline/orders";

/** An order that was sent; prices and quantities as exact decimal text, absent where they do not apply. */
export type OrderRow = {
  readonly clOrdId: string;
  readonly submittedAt: string;
  readonly strategy: string;
  readonly rule: string;
  readonly symbol: string;
  readonly leg: string;
  readonly side: string;
  readonly orderQty: string;
  readonly ordType: string;
  readonly lmtPx?: string;
  readonly stopPx?: string;
  readonly ordStatus: OrdStatus;
  readonly cumQty: string;
  readonly avgPx?: string;
};

export type OrdersView = { add(entry: Entry): void; show(): readonly OrderRow[] };

/** Every order in the order of sending, as the journal tells of it. */
export function makeOrdersView(): OrdersView {
  const book = makeOrderBook();
  const submitted = new Map<string, Us>();
  return {
    add: (entry) => {
      book.observe(entry);
      const { event, header } = entry;
      if (event.kind === "order.submitted" && !submitted.has(event.clOrdId))
        submitted.set(event.clOrdId, header.eventUs);
    },
    show: () =>
      [...submitted].flatMap(([clOrdId, atUs]) => {
        const order = book.get(clOrdId);
        return order === undefined ? [] : [rowOf(order, atUs)];
      }),
  };
}

function rowOf({ leg, status, cumQty, cost }: Readonly<KnownOrder>, atUs: Us): OrderRow {
  const { clOrdId, strategy, rule, symbol, side, ordType } = leg;
  return {
    clOrdId,
    submittedAt: isoOfUs(atUs),
    strategy,
    rule,
    symbol,
    leg: leg.leg,
    side,
    orderQty: formatMicros(leg.orderQty),
    ordType,
    ...(leg.lmtPx === undefined ? {} : { lmtPx: formatMicros(leg.lmtPx) }),
    ...(leg.stopPx === undefined ? {} : { stopPx: formatMicros(leg.stopPx) }),
    ordStatus: status,
    cumQty: formatMicros(cumQty),
    ...(cumQty === 0 ? {} : { avgPx: formatMicros(pxOfCost(cost, cumQty)) }),
  };
}
