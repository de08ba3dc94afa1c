import { usOfExchangeTime } from "@bowline/calendar";
import { expect, it } from "vitest";
import { parseScenarios, type Scenario } from "./scenario-file.ts";
import { scenarioMarket } from "./scenario-market.ts";

function marketOf(given: string, ...steps: readonly string[]) {
  const parsed = parseScenarios(
    `scenarios: [{ name: one, given: { ${given} }, steps: [${steps.map((step) => `{ ${step} }`).join(", ")}] }]`,
    "x.yaml",
  );
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return scenarioMarket(parsed.value[0] as Scenario);
}

it("goes straight from price to price, and stands where the steps say at their minute", () => {
  const market = marketOf("symbols: { AAPL: 100, IBM: 20 }", 'at: "09:31", price: 106', 'at: "09:32", spread: 0.5');
  expect(market.symbols).toEqual(["AAPL", "IBM"]);
  expect(market.sessions()).toMatchObject([{ date: "2024-03-04", steps: 36 }]);
  const closes = Array.from({ length: 36 }, (_, index) => Number(market.step(0, index)[0]?.closePx) / 1e6);
  expect([closes[0], closes[5], closes[11], closes[12], closes[35]]).toEqual([100.5, 103, 106, 106, 106]);
  expect(market.step(0, 35)[1]).toMatchObject({ symbol: "IBM", bidPx: 19_750_000, askPx: 20_250_000 });
  expect(market.step(0, 22)[1]).toMatchObject({ bidPx: 19_990_000, askPx: 20_010_000 });
});

it("trades a range around its price, so many shares a minute, and nothing in a halt", () => {
  const market = marketOf("range: 0.4, volume: 1200", 'at: "09:31", halted: true');
  expect(market.step(0, 0)[0]).toMatchObject({ highPx: 100_200_000, lowPx: 99_800_000, volume: 100_000_000 });
  expect(market.step(0, 12)[0]).toMatchObject({ volume: 0, halted: true });
});

it("came from where its history says to the close before", () => {
  const market = marketOf("previousClose: { AAPL: 98 }, history: { from: { AAPL: 90 }, minutes: 400 }", 'at: "09:30"');
  const openUs = usOfExchangeTime("2024-03-04", 9, 30);
  const bars = market.history("AAPL", openUs, 1000);
  expect(bars).toHaveLength(400);
  expect([bars[0]?.closePx, bars[199]?.closePx, bars.at(-1)?.closePx]).toEqual([90_020_000, 94_000_000, 98_000_000]);
  expect(bars.at(-1)?.closeUs).toBe(usOfExchangeTime("2024-03-01", 16, 0));
  expect(bars[9]?.closeUs).toBe(usOfExchangeTime("2024-02-29", 16, 0));
  expect(market.history("AAPL", openUs, 2)).toEqual(bars.slice(-2));
  expect(market.history("IBM", openUs, 2)).toEqual([]);
});
