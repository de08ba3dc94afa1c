import { expect, test } from "vitest";
import { NOTHING_KNOWN, someFacts, truthsOf } from "../testing/facts.ts";

const INDICATORS = "{ trend: { sma: { period: 5 } } }";
const trend = (dollars: number | undefined) =>
  someFacts({ indicators: { trend: { value: dollars === undefined ? undefined : dollars * 1_000_000, scale: 1 } } });

test.each([
  ["{ above: ind.trend }", trend(99.99), ["TRUE"]],
  ["{ above: ind.trend }", trend(100), ["FALSE"]],
  ["{ below: ind.trend }", trend(100.01), ["TRUE"]],
  ["{ below: ind.trend }", trend(100), ["FALSE"]],
  ["{ above: ind.trend }", trend(undefined), ["UNKNOWN"]],
  ["{ above: ind.trend }", { ...NOTHING_KNOWN, indicators: trend(99).indicators }, ["UNKNOWN"]],
])("priceAgainst: %s", (params, facts, truths) => {
  expect(truthsOf(`priceAgainst: ${params}`, facts, INDICATORS)).toEqual(truths);
});
