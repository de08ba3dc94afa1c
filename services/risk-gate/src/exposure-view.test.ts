import type { Event, Order } from "@bowline/contracts";
import { shares } from "@bowline/kernel";
import type { RiskLimits } from "@bowline/risk";
import { aSignal, anEntry, at, machineTest } from "@bowline/testkit";
import { expect, it } from "vitest";
import { cash, gate, instrument, intentOf, minuteBar, NOW, order, quote, ready } from "./test-gate.ts";
import { history } from "./test-history.ts";

const LIMITS: Partial<RiskLimits> = { maxSectorExposure: 10_000_000 };
const CORRELATION = 700_000;
const inSector = (symbol: string, sector: string): Event => ({ ...instrument(symbol), sector }) as Event;
const market: Event[] = [
  ...ready,
  inSector("AAPL", "Technology"),
  inSector("MSFT", "Technology"),
  { kind: "md.availability", group: "tech", symbol: "MSFT", state: "AVAILABLE", reason: "" },
  { ...minuteBar(), symbol: "MSFT" } as Event,
  quote(NOW, { symbol: "MSFT" }),
  aSignal({ symbol: "MSFT" }),
  history("AAPL", 1),
  history("MSFT", 0.9),
];
const wanted = (symbol: string, quantity: number): Order =>
  order({ clOrdId: `${symbol}${quantity}`, symbol, orderQty: shares(quantity) });
const { header } = anEntry({ kind: "control.generation", generation: "g1" }, { seenUs: at(NOW) });

it("is together, once an order is approved, what the order was measured by", () => {
  const risk = gate(LIMITS);
  const [first, second] = [wanted("AAPL", 100), wanted("MSFT", 50)];
  machineTest(risk)
    .given(market)
    .when(intentOf(first))
    .thenMatch([{ kind: "order.approved" }]);
  const { view } = risk.ask(second, header);
  const asMeasured = {
    sector: view.worstSector,
    cluster: view.clusterAt(CORRELATION),
    beta: view.betaExposureOn("AAPL"),
    valueAtRisk: view.valueAtRisk(),
  };
  machineTest(risk)
    .when({ ...intentOf(second), seq: 1000 })
    .thenMatch([{ kind: "order.approved" }]);
  const together = risk.together();
  expect({
    sector: together.sectors.get("Technology"),
    cluster: together.clusterOf("MSFT", CORRELATION),
    beta: together.betaExposureOn("AAPL"),
    valueAtRisk: together.valueAtRisk(),
  }).toEqual(asMeasured);
  expect(asMeasured.sector).toBe(cash("15001.50"));
  expect(Math.min(...Object.values(asMeasured).map((value) => value ?? 0))).toBeGreaterThan(0);
});

it("says nothing of sectors while a symbol in play has none, and nothing of what moves alike without returns", () => {
  const risk = gate({ maxSectorExposure: "waived" });
  machineTest(risk)
    .given([...market.slice(0, -2), instrument("MSFT"), intentOf(wanted("MSFT", 10))])
    .when(intentOf(wanted("AAPL", 10)));
  const together = risk.together();
  expect([...together.sectors]).toEqual([["Technology", undefined]]);
  expect([together.clusterOf("AAPL", CORRELATION), together.valueAtRisk()]).toEqual([undefined, undefined]);
});

it("is nothing where nothing is held or open", () => {
  const risk = gate(LIMITS);
  machineTest(risk).given(market.slice(0, -1)).when(market.slice(-1));
  expect([...risk.together().sectors]).toEqual([]);
  expect([risk.together().clusterOf("AAPL", CORRELATION), risk.together().valueAtRisk()]).toEqual([
    cash("0"),
    cash("0"),
  ]);
});
