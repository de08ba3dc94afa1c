import { color, makeChart } from "./chart.js";
import { byId, element } from "./dom.js";
import { signed, timeText, tone, whole } from "./format.js";

/** With more candles than this in sight, the words beside the markers would cover the prices. */
const MOST_WITH_WORDS = 260;

const markerLook = ({ time, buys, enters, text }, withWords) => ({
  time,
  position: buys ? "belowBar" : "aboveBar",
  color: color(buys ? "--up" : "--down"),
  shape: enters ? (buys ? "arrowUp" : "arrowDown") : "circle",
  size: withWords ? 1.2 : 0.7,
  text: withWords ? text : "",
});
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

/** A marker stands on the candle that its time lies in; a fill at the close stands on the last. */
function onCandles({ markers, candles }) {
  let at = 0;
  return markers.flatMap((marker) => {
    while (at + 1 < candles.length && candles[at + 1][0] <= marker.time) at += 1;
    return candles.length === 0 ? [] : [{ ...marker, time: candles[at][0] }];
  });
}

function describeSymbol({ symbol, group, trades, netPnl }) {
  byId("symbol-line").textContent =
    `${symbol} (${group}) · ${whole(trades)} round trips · ${signed(netPnl)} · ▲ bought in, ▼ sold in, ● out · zoom in for prices`;
}

function describeCandle(symbol, [at, open, high, low, close, shares]) {
  byId("symbol-line").textContent =
    `${symbol} ${timeText(at).slice(0, 16)}  O ${open}  H ${high}  L ${low}  C ${close}  ${whole(shares)} shares`;
}

function addSymbolButtons(pick) {
  for (const page of REPORT.symbols) {
    const button = element("button", page.symbol);
    button.type = "button";
    button.dataset.symbol = page.symbol;
    button.append(element("small", page.trades === 0 ? "" : signed(page.netPnl), tone(page.netPnl)));
    button.addEventListener("click", () => pick(page));
    byId("symbols").append(button);
  }
}

/** Draws one symbol at a time. Returns a function that shows a trade: symbol, entry, exit. */
export function drawCandles() {
  if (REPORT.symbols.length === 0)
    return byId("candles").replaceWith(element("p", "The journal holds no bars.", "empty"));
  const { CandlestickSeries, HistogramSeries, createSeriesMarkers } = LightweightCharts;
  let current = REPORT.symbols.reduce((most, one) => (one.trades > most.trades ? one : most));
  let withWords = false;
  const chart = makeChart("candles", () => {
    series.applyOptions(candleLook());
    show(current);
  });
  const series = chart.addSeries(CandlestickSeries, candleLook());
  const hidden = { priceFormat: { type: "volume" }, lastValueVisible: false, priceLineVisible: false };
  const volume = chart.addSeries(HistogramSeries, { priceScaleId: "volume", ...hidden });
  chart.priceScale("volume").applyOptions({ scaleMargins: { top: 0.84, bottom: 0 } });
  series.priceScale().applyOptions({ scaleMargins: { top: 0.08, bottom: 0.2 } });
  const marks = createSeriesMarkers(series, []);
  const mark = () => marks.setMarkers(onCandles(current).map((marker) => markerLook(marker, withWords)));
  const show = (page) => {
    current = page;
    series.setData(page.candles.map(([time, open, high, low, close]) => ({ time, open, high, low, close })));
    volume.setData(page.candles.map(volumeRow));
    mark();
    for (const button of byId("symbols").children)
      button.setAttribute("aria-pressed", String(button.dataset.symbol === page.symbol));
    describeSymbol(page);
  };
  addSymbolButtons((page) => {
    show(page);
    chart.timeScale().fitContent();
  });
  chart.timeScale().subscribeVisibleLogicalRangeChange((range) => {
    const words = range !== null && range.to - range.from <= MOST_WITH_WORDS;
    if (words === withWords) return;
    withWords = words;
    mark();
  });
  chart.subscribeCrosshairMove(({ time }) => {
    const candle = time === undefined ? undefined : current.candles.find(([at]) => at === time);
    if (candle !== undefined) describeCandle(current.symbol, candle);
  });
  show(current);
  chart.timeScale().fitContent();
  return (symbol, from, to) => {
    const page = REPORT.symbols.find((one) => one.symbol === symbol);
    if (page === undefined) return;
    show(page);
    const margin = Math.max(1800, (to - from) * 2);
    chart.timeScale().setVisibleRange({ from: from - margin, to: to + margin });
    byId("candles").scrollIntoView({ behavior: "smooth", block: "center" });
  };
}
