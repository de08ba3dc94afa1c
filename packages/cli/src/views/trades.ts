import { formatMicros, isoOfUs } from "@bowline/kernel";
import { makeTradeFold } from "@bowline/ledger";
import type { MakeView } from "./view.ts";

/** Round trips, from flat to flat. */
export const tradesView: MakeView = () => {
  const fold = makeTradeFold();
  return {
    empty: "no finished trades",
    columns: [
      { key: "symbol", title: "symbol" },
      { key: "strategy", title: "strategy" },
      { key: "direction", title: "direction" },
      { key: "quantity", title: "quantity", align: "right" },
      { key: "enteredAt", title: "entered" },
      { key: "entryPx", title: "at", align: "right" },
      { key: "leftAt", title: "left" },
      { key: "exitPx", title: "at", align: "right" },
      { key: "realizedPnl", title: "realized", align: "right" },
      { key: "commissions", title: "commissions", align: "right" },
      { key: "netPnl", title: "net", align: "right" },
    ],
    add: ({ event, header }) => fold.add(event, header.seenUs),
    rows: () =>
      fold.trades().map((trade) => ({
        symbol: trade.symbol,
        strategy: trade.strategy,
        direction: trade.direction,
        quantity: formatMicros(trade.quantity),
        enteredAt: isoOfUs(trade.entryUs),
        entryPx: formatMicros(trade.entryPx),
        leftAt: isoOfUs(trade.exitUs),
        exitPx: formatMicros(trade.exitPx),
        realizedPnl: formatMicros(trade.realizedPnl),
        commissions: formatMicros(trade.commissions),
        netPnl: formatMicros(trade.netPnl),
      })),
  };
};
