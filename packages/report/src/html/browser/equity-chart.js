import { color, makeChart } from "./chart.js";
import { byId, element } from "./dom.js";
import { dollars } from "./format.js";

export function drawEquity() {
  if (REPORT.equity.length === 0)
    return byId("equity").replaceWith(element("p", "The journal holds no account.", "empty"));
  const { AreaSeries, BaselineSeries } = LightweightCharts;
  const lineLook = () => ({
    lineColor: color("--accent"),
    topColor: color("--accent-soft"),
    bottomColor: "transparent",
    lineWidth: 2,
  });
  const fallLook = () => ({
    bottomLineColor: color("--down"),
    bottomFillColor1: "transparent",
    bottomFillColor2: color("--down-soft"),
    topLineColor: color("--down"),
    lineWidth: 1,
  });
  const chart = makeChart("equity", () => {
    line.applyOptions(lineLook());
    fall.applyOptions(fallLook());
  });
  const line = chart.addSeries(AreaSeries, {
    ...lineLook(),
    priceFormat: { type: "custom", formatter: (v) => dollars(v, 0), minMove: 0.01 },
  });
  line.setData(REPORT.equity.map(([time, value]) => ({ time, value })));
  const fall = chart.addSeries(
    BaselineSeries,
    {
      ...fallLook(),
      baseValue: { type: "price", price: 0 },
      priceFormat: { type: "custom", formatter: (v) => `${(v * 100).toFixed(2)} %`, minMove: 0.0001 },
    },
    1,
  );
  fall.setData(REPORT.equity.map(([time, , value]) => ({ time, value })));
  chart.panes()[0]?.setStretchFactor(3);
  chart.panes()[1]?.setStretchFactor(1);
  chart.timeScale().fitContent();
}
