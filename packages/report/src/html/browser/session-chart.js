import { charts, color, makeChart } from "./chart.js";
import { byId, element, root } from "./dom.js";
import { dollars, timeText, whole } from "./format.js";

/** Told apart on light and on dark. */
const LINE_COLORS = ["#2f7fe0", "#d08700", "#9a5bd6", "#1f9e86", "#d0487f", "#7a8794"];
const lineColor = (index) => LINE_COLORS[index % LINE_COLORS.length];

const candleLook = () => ({
  upColor: color("--up"),
  downColor: color("--down"),
  borderVisible: false,
  wickUpColor: color("--up"),
  wickDownColor: color("--down"),
});
const volumeRow = ([time, open, , , close, value]) => ({
  time,
  value,
  color: color(close >= open ? "--up-volume" : "--down-volume"),
});
const buys = ({ side }) => side === "BUY";

/** Fills are arrows with words, orders are small circles. */
const markersOf = ({ fills, orders }) =>
  [
    ...orders.map((order) => ({
      time: order.time,
      position: buys(order) ? "belowBar" : "aboveBar",
      color: color("--muted"),
      shape: "circle",
      size: 0.5,
    })),
    ...fills.map((fill) => ({
      time: fill.time,
      position: buys(fill) ? "belowBar" : "aboveBar",
      color: color(buys(fill) ? "--up" : "--down"),
      shape: buys(fill) ? "arrowUp" : "arrowDown",
      text: `${whole(fill.lastQty)} @ ${fill.lastPx.toFixed(2)}`,
    })),
  ].sort((a, b) => a.time - b.time);

function describe([time, ...numbers]) {
  const shares = numbers.pop();
  const [open, high, low, close] = numbers.map((px) => px.toFixed(2));
  byId("legend").textContent =
    `${timeText(time).slice(0, 16)}  O ${open}  H ${high}  L ${low}  C ${close}  ${whole(shares)} shares`;
}

function drawChart() {
  const { CandlestickSeries, HistogramSeries, LineSeries, createSeriesMarkers } = LightweightCharts;
  const chart = makeChart("chart", () => dress());
  const series = chart.addSeries(CandlestickSeries, candleLook());
  series.setData(CHART.candles.map(([time, open, high, low, close]) => ({ time, open, high, low, close })));
  const hidden = { priceFormat: { type: "volume" }, lastValueVisible: false, priceLineVisible: false };
  const volume = chart.addSeries(HistogramSeries, { priceScaleId: "volume", ...hidden });
  chart.priceScale("volume").applyOptions({ scaleMargins: { top: 0.84, bottom: 0 } });
  series.priceScale().applyOptions({ scaleMargins: { top: 0.08, bottom: 0.2 } });
  let pane = 0;
  CHART.lines.forEach(({ isPrice, points }, index) => {
    const look = { color: lineColor(index), lineWidth: 2, priceLineVisible: false, crosshairMarkerVisible: false };
    chart.addSeries(LineSeries, look, isPrice ? 0 : (pane += 1)).setData(points);
  });
  const marks = createSeriesMarkers(series, []);
  const dress = () => {
    series.applyOptions(candleLook());
    volume.setData(CHART.candles.map(volumeRow));
    marks.setMarkers(markersOf(CHART));
  };
  dress();
  chart.subscribeCrosshairMove(({ time }) => {
    const candle = CHART.candles.find(([at]) => at === time);
    if (candle !== undefined) describe(candle);
  });
  // Room for the words at the last fill.
  chart.timeScale().applyOptions({ rightOffset: 4 });
  chart.timeScale().fitContent();
}

function nameLines() {
  CHART.lines.forEach(({ title }, index) => {
    const name = element("span", `━ ${title}  `);
    name.style.color = lineColor(index);
    name.style.marginRight = "14px";
    byId("names").append(name);
  });
}

function listOrders() {
  const rows = [
    ...CHART.orders.map((order) => [
      order.at,
      "order",
      order.side,
      order.orderQty,
      order.lmtPx ?? order.stopPx,
      `${order.ordType} ${order.leg.toLowerCase()} of ${order.rule}`,
      order.clOrdId,
    ]),
    ...CHART.fills.map((fill) => [fill.at, "fill", fill.side, fill.lastQty, fill.lastPx, "", fill.clOrdId]),
  ].sort(([a], [b]) => a - b);
  if (rows.length === 0) return byId("orders").replaceWith(element("p", "No orders in this session.", "empty"));
  const head = element("tr");
  for (const title of ["time", "", "side", "shares", "price", "", "clOrdId"]) head.append(element("th", title));
  byId("orders").append(head);
  for (const [at, what, side, shares, px, about, clOrdId] of rows) {
    const row = element("tr");
    const price = px === undefined ? "market" : dollars(px);
    for (const text of [timeText(at).slice(11), what, side, whole(shares), price, about, clOrdId])
      row.append(element("td", text));
    byId("orders").append(row);
  }
}

root.dataset.theme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
byId("title").textContent = CHART.symbol;
byId("subtitle").textContent =
  `${CHART.date} · ${whole(CHART.candles.length)} minutes · ${whole(CHART.orders.length)} orders · ${whole(CHART.fills.length)} fills`;
describe(CHART.candles[CHART.candles.length - 1]);
drawChart();
nameLines();
listOrders();
byId("theme").addEventListener("click", () => {
  root.dataset.theme = root.dataset.theme === "dark" ? "light" : "dark";
  for (const restyle of charts) restyle();
});
