import type { EventByKind } from "@bowline/contracts";
import { absQty, formatMicros, isoOfUs, type Money, notional, type Px, subMoney } from "@bowline/kernel";
import { markOf } from "@bowline/ledger";
import type { Row } from "./table.ts";
import type { MakeView } from "./view.ts";

type PositionEvent = EventByKind<"position.opened">;

/** Open positions by symbol, valued at the last quotes. */
export const positionsView: MakeView = () => {
  const open = new Map<string, Omit<PositionEvent, "kind">>();
  const marks = new Map<string, Px>();
  return {
    empty: "no open positions",
    columns: [
      { key: "symbol", title: "symbol" },
      { key: "strategy", title: "strategy" },
      { key: "quantity", title: "quantity", align: "right" },
      { key: "cost", title: "cost", align: "right" },
      { key: "markPx", title: "mark", align: "right" },
      { key: "value", title: "value", align: "right" },
      { key: "unrealizedPnl", title: "unrealized", align: "right" },
      { key: "enteredAt", title: "entered" },
    ],
    add({ event }) {
      if (event.kind === "md.quote") {
        const mark = markOf(event);
        if (mark !== undefined) marks.set(event.symbol, mark);
      } else if (event.kind.startsWith("position.")) {
        const position = event as PositionEvent;
        if (position.quantity === 0) open.delete(position.symbol);
        else open.set(position.symbol, position);
      }
    },
    rows: () =>
      [...open.values()].sort((a, b) => (a.symbol < b.symbol ? -1 : 1)).map((p) => rowOf(p, marks.get(p.symbol))),
  };
};

function rowOf(position: Omit<PositionEvent, "kind">, mark: Px | undefined): Row {
  const size = mark === undefined ? undefined : notional(absQty(position.quantity), mark);
  const gain = (value: Money): Money =>
    position.quantity > 0 ? subMoney(value, position.cost) : subMoney(position.cost, value);
  return {
    symbol: position.symbol,
    strategy: position.strategy,
    quantity: formatMicros(position.quantity),
    cost: formatMicros(position.cost),
    markPx: mark === undefined ? "" : formatMicros(mark),
    value: size === undefined ? "" : `${position.quantity < 0 ? "-" : ""}${formatMicros(size)}`,
    unrealizedPnl: size === undefined ? "" : formatMicros(gain(size)),
    enteredAt: isoOfUs(position.entryUs),
  };
}
