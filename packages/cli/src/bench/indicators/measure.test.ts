import { expect, it } from "vitest";
import { CONTESTS, LIBRARIES } from "./contestants.ts";
import { measureIndicators, renderIndicatorFigures } from "./measure.ts";
import { makeMarket } from "./walk.ts";

it("gives a rate for every library in every contest, and the time of a minute of many symbols", () => {
  const phases: string[] = [];
  const figures = measureIndicators((phase) => phases.push(phase), {
    bars: 2000,
    rounds: 2,
    turnMs: 5,
    symbols: 2,
    minutes: 5,
  });
  expect(figures.contests.map(({ name }) => name)).toEqual(CONTESTS.map(({ name }) => name));
  for (const { millionsPerSecond } of figures.contests)
    expect(LIBRARIES.filter((library) => !(millionsPerSecond[library] > 0))).toEqual([]);
  const { p50, worst } = figures.crowd.msPerMinute;
  expect([figures.crowd.symbols, figures.crowd.indicators, figures.crowd.minutes, p50 >= 0 && worst >= p50]).toEqual([
    ...[2, 20, 5],
    true,
  ]);
  expect(phases).toEqual([
    ...CONTESTS.map(({ name }) => `indicators: ${name}, 2 rounds over 2000 bars`),
    "indicators: 2 symbols, 20 indicators each",
  ]);
});

it("shows each contest in a line, with how far ours is from the bare loop", () => {
  const lines = renderIndicatorFigures({
    machine: { cpu: "A CPU", node: "26.0.0" },
    bars: 100,
    rounds: 3,
    contests: [
      {
        name: "SMA(30)",
        millionsPerSecond: { ours: 50, "bare loop": 200, "trading-signals": 5, technicalindicators: 1.25 },
      },
    ],
    crowd: { symbols: 500, indicators: 20, minutes: 250, msPerMinute: { p50: 4.125, worst: 9 } },
  });
  expect(lines[0]).toContain("A CPU, Node 26.0.0");
  expect(lines[2]?.split(/ +/)).toEqual(["SMA(30)", "50.0", "200.0", "5.0", "1.3", "0.25"]);
  expect(lines.at(-1)).toContain(
    "500 symbols × 20 indicators on one-minute bars: 4.13 ms a minute on one core (worst of 250: 9.00 ms)",
  );
});

it("walks through whole cents, within each bar's high and low", () => {
  const { bars, dollars } = makeMarket(1000);
  expect(dollars[999]?.close).toBe((bars[999]?.closePx ?? 0) / 1e6);
  const wrong = bars.filter(
    ({ openPx, highPx, lowPx, closePx }, index) =>
      [openPx, highPx, lowPx, closePx].some((price) => price % 10_000 !== 0) ||
      highPx < Math.max(openPx, closePx) ||
      lowPx > Math.min(openPx, closePx) ||
      (index > 0 && openPx !== bars[index - 1]?.closePx),
  );
  expect(wrong).toEqual([]);
});
