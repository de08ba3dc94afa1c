import { drawCandles } from "./candle-chart.js";
import { fillCards } from "./cards.js";
import { charts } from "./chart.js";
import { byId, root } from "./dom.js";
import { drawEquity } from "./equity-chart.js";
import { fillHeader } from "./header.js";
import { fillTiles } from "./tiles.js";
import { drawTrades } from "./trade-table.js";

root.dataset.theme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
fillHeader();
fillTiles();
fillCards();
drawEquity();
drawTrades(drawCandles());
byId("theme").addEventListener("click", () => {
  root.dataset.theme = root.dataset.theme === "dark" ? "light" : "dark";
  for (const restyle of charts) restyle();
});
