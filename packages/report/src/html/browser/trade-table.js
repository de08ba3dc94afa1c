import { byId, element } from "./dom.js";
import { dollars, holding, signed, timeText, tone, whole } from "./format.js";

const price = (value) => value.toFixed(4).replace(/0{1,2}$/, "");
const sidePill = ({ direction }) => element("span", direction, direction === "SHORT" ? "pill short" : "pill");
/** What a column is called, what it sorts by, what it shows, and how it looks. */
const COLUMNS = [
  { name: "Entry", key: (t) => t.entry, shown: (t) => timeText(t.entry), look: () => "text" },
  { name: "Symbol", key: (t) => t.symbol, shown: (t) => t.symbol, look: () => "text" },
  { name: "Side", key: (t) => t.direction, shown: sidePill, look: () => "text" },
  { name: "Quantity", key: (t) => t.quantity, shown: (t) => whole(t.quantity), look: () => "" },
  { name: "In", key: (t) => t.entryPx, shown: (t) => price(t.entryPx), look: () => "" },
  { name: "Out", key: (t) => t.exitPx, shown: (t) => price(t.exitPx), look: () => "" },
  { name: "Held", key: (t) => t.exit - t.entry, shown: (t) => holding(t.exit - t.entry), look: () => "" },
  { name: "Commissions", key: (t) => t.commissions, shown: (t) => dollars(t.commissions), look: () => "" },
  { name: "Net", key: (t) => t.netPnl, shown: (t) => signed(t.netPnl), look: (t) => tone(t?.netPnl ?? 0) },
];
const FIRST_ROWS = 50;

/** Makes something do its work on a click and on Enter. */
function pressable(node, act) {
  node.tabIndex = 0;
  node.addEventListener("click", act);
  node.addEventListener("keydown", ({ key }) => {
    if (key === "Enter") act();
  });
  return node;
}

function tradeRow(trade, zoom) {
  const row = element("tr");
  for (const { shown, look } of COLUMNS) {
    const cell = element("td", undefined, look(trade));
    cell.append(shown(trade));
    row.append(cell);
  }
  return pressable(row, () => zoom?.(trade.symbol, trade.entry, trade.exit));
}

function sortedTrades({ column, rises }) {
  const { key } = COLUMNS[column];
  const rising = [...REPORT.trades].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
  return rises ? rising : rising.reverse();
}

const sortingOf = (index, { column, rises }) => (index !== column ? "none" : rises ? "ascending" : "descending");

export function drawTrades(zoom) {
  const { trades } = REPORT;
  if (trades.length === 0) return byId("trades").replaceWith(element("p", "No round trip was finished.", "empty"));
  byId("trade-count").textContent = `${whole(trades.length)}, click one to see it`;
  let sorting = { column: 0, rises: true };
  let most = FIRST_ROWS;
  const head = element("thead");
  const titles = element("tr");
  const body = element("tbody");
  const fill = () => {
    const rows = sortedTrades(sorting).slice(0, most);
    body.replaceChildren(...rows.map((trade) => tradeRow(trade, zoom)));
    for (const [index, cell] of [...titles.children].entries())
      cell.setAttribute("aria-sort", sortingOf(index, sorting));
    byId("more").hidden = trades.length <= most;
  };
  for (const [column, { name, look }] of COLUMNS.entries()) {
    const sort = () => {
      sorting = { column, rises: sorting.column === column ? !sorting.rises : true };
      fill();
    };
    titles.append(pressable(element("th", name, look()), sort));
  }
  byId("more").textContent = `Show all ${whole(trades.length)}`;
  byId("more").addEventListener("click", () => {
    most = trades.length;
    fill();
  });
  head.append(titles);
  byId("trades").append(head, body);
  fill();
}
