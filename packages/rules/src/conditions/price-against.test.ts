import { testCondition } from "../testing/condition-test.ts";
import { NOTHING_KNOWN, someFacts } from "../testing/facts.ts";

const INDICATORS = "{ trend: { sma: { period: 5 } } }";
const trend = (dollars: number | undefined) =>
  someFacts({ indicators: { trend: { value: dollars === undefined ? undefined : dollars * 1_000_000, scale: 1 } } });

testCondition(
  "priceAgainst",
  {
    holds: [
      ["{ above: ind.trend }", trend(99.99)],
      ["{ below: ind.trend }", trend(100.01)],
    ],
    fails: [
      ["{ above: ind.trend }", trend(100)],
      ["{ below: ind.trend }", trend(100)],
    ],
    unknown: [
      ["{ above: ind.trend }", trend(undefined)],
      ["{ above: ind.trend }", { ...NOTHING_KNOWN, indicators: trend(99).indicators }],
    ],
  },
  INDICATORS,
);
