import { byId, element } from "./dom.js";
import { dollars, signed, tone, whole } from "./format.js";

export function fillTiles() {
  const { summary } = REPORT;
  const statistic = (title) => REPORT.statistics.find((s) => s.title === title)?.text ?? "–";
  const tiles = [
    ["Net P&L", signed(REPORT.netPnl), "after commissions", tone(REPORT.netPnl)],
    ["Equity", dollars(summary.equity), `broker ${dollars(summary.brokerEquity)}`],
    [
      "Round trips",
      whole(REPORT.trades.length),
      `${whole(summary.fills)} fills, ${whole(summary.openPositions)} still open`,
    ],
    ["Win rate", statistic("Win rate"), `profit factor ${statistic("Profit factor")}`],
    ["Max draw-down", statistic("Max drawdown"), statistic("Max drawdown, money")],
    ["Commissions", dollars(summary.commissions), `realized ${signed(summary.realizedPnl)}`],
  ];
  for (const [name, value, note, className] of tiles) {
    const tile = element("div", undefined, "tile");
    tile.append(
      element("p", name, "name"),
      element("p", value, `value ${className ?? ""}`),
      element("p", note, "note"),
    );
    byId("tiles").append(tile);
  }
}
