import { byId, root } from "./dom.js";

export const charts = [];
export const color = (name) => getComputedStyle(root).getPropertyValue(name).trim();
const look = () => ({
  layout: {
    background: { color: "transparent" },
    textColor: color("--muted"),
    attributionLogo: false,
    fontFamily: "system-ui, sans-serif",
    panes: { separatorColor: color("--line") },
  },
  grid: { vertLines: { color: color("--line") }, horzLines: { color: color("--line") } },
  rightPriceScale: { borderColor: color("--line") },
  timeScale: { borderColor: color("--line"), timeVisible: true, secondsVisible: false, minBarSpacing: 0.01 },
});
export function makeChart(id, restyle) {
  const chart = LightweightCharts.createChart(byId(id), { autoSize: true, ...look() });
  charts.push(() => {
    chart.applyOptions(look());
    restyle();
  });
  return chart;
}
