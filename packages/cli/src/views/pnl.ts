import type { EventByKind } from "@bowline/contracts";
import { addMoney, formatMicros, type Money, subMoney, ZERO_MONEY } from "@bowline/kernel";
import { chargedChange } from "@bowline/orders";
import { positionsView } from "./positions.ts";
import type { Row } from "./table.ts";
import type { MakeView } from "./view.ts";

type Line = { realizedPnl: Money; commissions: Money; fills: number };

/** Profit and loss by symbol, then the account as a whole, and at last the same as TWS counts it, its realized P&L net of commissions. */
export const pnlView: MakeView = () => {
  const lines = new Map<string, Line>();
  const positions = positionsView();
  let account: EventByKind<"account"> | undefined;
  let broker: EventByKind<"broker.pnl"> | undefined;
  const lineOf = (symbol: string): Line => {
    const line = lines.get(symbol) ?? { realizedPnl: ZERO_MONEY, commissions: ZERO_MONEY, fills: 0 };
    lines.set(symbol, line);
    return line;
  };
  return {
    empty: "no account yet",
    columns: [
      { key: "symbol", title: "symbol" },
      { key: "fills", title: "fills", align: "right" },
      { key: "realizedPnl", title: "realized", align: "right" },
      { key: "unrealizedPnl", title: "unrealized", align: "right" },
      { key: "commissions", title: "commissions", align: "right" },
      { key: "netPnl", title: "realized, net", align: "right" },
      { key: "dailyPnl", title: "of the day", align: "right" },
      { key: "equity", title: "equity", align: "right" },
    ],
    add(entry) {
      positions.add(entry);
      const { event } = entry;
      if (event.kind === "account") account = event;
      else if (event.kind === "broker.pnl") broker = event;
      else if (event.kind === "order.filled") lineOf(event.symbol).fills += 1;
      else if (event.kind === "order.commission") {
        const line = lineOf(event.symbol);
        line.commissions = addMoney(line.commissions, chargedChange(event));
      } else if (event.kind.startsWith("position.")) {
        const { symbol, realizedPnl } = event as EventByKind<"position.closed">;
        const line = lineOf(symbol);
        line.realizedPnl = addMoney(line.realizedPnl, realizedPnl);
      }
    },
    rows: () => [
      ...rowsOf(
        lines,
        new Map(positions.rows().map((row) => [row["symbol"] ?? "", row["unrealizedPnl"] ?? ""])),
        account,
      ),
      ...(broker === undefined ? [] : [brokerRow(broker)]),
    ],
  };
};

function rowsOf(
  lines: ReadonlyMap<string, Line>,
  unrealized: ReadonlyMap<string, string>,
  account: EventByKind<"account"> | undefined,
): readonly Row[] {
  const rows = [...lines]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([symbol, line]) => ({
      symbol,
      fills: String(line.fills),
      realizedPnl: formatMicros(line.realizedPnl),
      unrealizedPnl: unrealized.get(symbol) ?? "0",
      commissions: formatMicros(line.commissions),
      netPnl: formatMicros(subMoney(line.realizedPnl, line.commissions)),
      dailyPnl: "",
      equity: "",
    }));
  if (account === undefined) return rows;
  const fills = [...lines.values()].reduce((sum, line) => sum + line.fills, 0);
  const total = {
    symbol: "TOTAL",
    fills: String(fills),
    realizedPnl: formatMicros(account.realizedPnl),
    unrealizedPnl: formatMicros(account.unrealizedPnl),
    commissions: formatMicros(account.commissions),
    netPnl: formatMicros(subMoney(account.realizedPnl, account.commissions)),
    dailyPnl: "",
    equity: formatMicros(account.equity),
  };
  return [...rows, total];
}

const shown = (amount: Money | undefined): string => (amount === undefined ? "" : formatMicros(amount));

const brokerRow = ({ dailyPnl, unrealizedPnl, realizedPnl }: EventByKind<"broker.pnl">): Row => ({
  symbol: "TWS",
  fills: "",
  realizedPnl: "",
  unrealizedPnl: shown(unrealizedPnl),
  commissions: "",
  netPnl: shown(realizedPnl),
  dailyPnl: shown(dailyPnl),
  equity: "",
});
