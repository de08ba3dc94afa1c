import type { Event } from "@bowline/contracts";
import { shares } from "@bowline/kernel";
import type { RiskLimits } from "@bowline/risk";
import { aSignal, machineTest } from "@bowline/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cash, gate, instrument, intentOf, minuteBar, NOW, order, quote, ready } from "./test-gate.ts";
import { history } from "./test-history.ts";

/** Of all limits of how much, one binds: what goes together may come to 30,000 dollars, and an order is 1,000 at the least. */
const LIMITS: Partial<RiskLimits> = {
  maxClusterExposure: 300_000,
  clusterCorrelation: 700_000,
  cutToFit: ["CORRELATION_LIMIT"],
  minOrderNotional: cash("1000"),
  ...Object.fromEntries(
    [
      "maxOrderQty",
      "maxOrderNotional",
      "maxAdvShare",
      "maxDisplayedMultiple",
      "maxPositionQty",
      "maxPositionNotional",
      "maxOpenNotional",
      "maxGrossExposure",
      "maxNetExposure",
      "maxGroupExposure",
      "maxStrategyExposure",
      "maxStressLoss",
      "maxConcentration",
      "minExcessMargin",
    ].map((name) => [name, "waived"]),
  ),
};

const twins = (rho: number): Event[] => [
  ...ready,
  instrument("MSFT"),
  { kind: "md.availability", group: "tech", symbol: "MSFT", state: "AVAILABLE", reason: "" },
  { ...minuteBar(), symbol: "MSFT" } as Event,
  quote(NOW, { symbol: "MSFT" }),
  aSignal({ symbol: "MSFT" }),
  history("AAPL", 1),
  history("MSFT", rho),
];
const wanted = (symbol: string, quantity: number, changes: Parameters<typeof order>[0] = {}) =>
  intentOf(order({ clOrdId: `${symbol}${quantity}`, symbol, orderQty: shares(quantity), ...changes }));

/** What the gate makes of orders one after the other: shares approved, or codes of denial. */
function outcomes(given: readonly Event[], intents: readonly ReturnType<typeof wanted>[], limits = LIMITS) {
  const answers = intents.flatMap(
    (intent, index) =>
      machineTest(gate(limits))
        .given([...given, ...intents.slice(0, index)])
        .when(intent).emitted,
  );
  return answers.map((event) =>
    event.kind === "order.approved"
      ? Number(event.order.orderQty) / 1e6
      : event.kind === "order.denied"
        ? event.reasons.map(({ code }) => code)
        : event.kind,
  );
}

describe("an order that is too large", () => {
  it("is cut to what fits, with what it wanted and why", () => {
    const { emitted } = machineTest(gate(LIMITS)).given(twins(1)).when(wanted("AAPL", 400));
    expect(emitted).toMatchObject([
      {
        kind: "order.approved",
        order: { orderQty: shares(299) },
        wantedQty: shares(400),
        cutBy: { code: "CORRELATION_LIMIT" },
      },
    ]);
    expect(outcomes(twins(1), [wanted("AAPL", 299)])).toEqual([299]);
    expect(outcomes(twins(1), [wanted("AAPL", 300)])).toEqual([299]);
  });
  it("is denied where the limit is not listed, is not known, or something else is against it too", () => {
    const denies = { ...LIMITS, cutToFit: [] };
    expect(outcomes(twins(1), [wanted("AAPL", 400)], denies)).toEqual([["CORRELATION_LIMIT"]]);
    expect(outcomes(twins(1), [wanted("AAPL", 400)], { ...LIMITS, cutToFit: "waived" as never })).toEqual([
      ["CORRELATION_LIMIT"],
    ]);
    expect(outcomes(ready, [wanted("AAPL", 400)], { ...LIMITS, maxClusterExposure: 0 })).toEqual([
      ["CORRELATION_LIMIT"],
    ]);
    expect(outcomes(twins(1), [wanted("AAPL", 400)], { ...LIMITS, restrictedSymbols: ["AAPL"] })).toEqual([
      ["SYMBOL_RESTRICTED", "CORRELATION_LIMIT"],
    ]);
  });
  it("is denied where less than the least order would be left", () => {
    expect(outcomes(twins(1), [wanted("AAPL", 290), wanted("MSFT", 100)])).toEqual([290, ["CORRELATION_LIMIT"]]);
    expect(outcomes(twins(1), [wanted("AAPL", 289), wanted("MSFT", 100)])).toEqual([289, 10]);
  });
  it("is a repeat of itself, however little would be left the second time", () => {
    const repeats = { ...LIMITS, duplicateOrderWindowMs: 5000 };
    const again = wanted("AAPL", 400, { clOrdId: "AGAIN" });
    expect(outcomes(twins(1), [wanted("AAPL", 400), again], repeats)).toEqual([
      299,
      ["DUPLICATE_ORDER_CONTENT", "CORRELATION_LIMIT"],
    ]);
  });
});

it("twins share one budget, whoever comes first; strangers have one each", () => {
  expect(outcomes(twins(1), [wanted("AAPL", 200), wanted("MSFT", 200)])).toEqual([200, 99]);
  expect(outcomes(twins(1), [wanted("MSFT", 200), wanted("AAPL", 200)])).toEqual([200, 99]);
  expect(outcomes(twins(0), [wanted("AAPL", 200), wanted("MSFT", 200)])).toEqual([200, 200]);
});

it(
  "size never grows with correlation, is never more than was wanted, and what is left passes every check",
  { timeout: 60_000 },
  () => {
    const share = fc.integer({ min: 1, max: 500 });
    const rho = fc.double({ min: 0, max: 1, noNaN: true });
    let cuts = 0;
    fc.assert(
      fc.property(share, share, rho, rho, (held, more, a, b) => {
        const at = (correlation: number): number => {
          const [first, second] = [wanted("AAPL", held), wanted("MSFT", more)];
          const { emitted } = machineTest(gate(LIMITS))
            .given([...twins(correlation), first])
            .when(second);
          const event = emitted.find((one) => one.kind === "order.approved" && one.order.symbol === "MSFT");
          if (event?.kind !== "order.approved") return 0;
          if (event.wantedQty !== undefined) cuts += 1;
          // The same again, cut already: nothing is against it.
          const cut = intentOf(event.order);
          const { emitted: whole } = machineTest(gate(LIMITS))
            .given([...twins(correlation), first])
            .when(cut);
          expect(whole.at(-1)).toMatchObject({ kind: "order.approved", order: { orderQty: event.order.orderQty } });
          expect(event.order.orderQty).toBeLessThanOrEqual(shares(more));
          return Number(event.order.orderQty);
        };
        expect(at(Math.max(a, b))).toBeLessThanOrEqual(at(Math.min(a, b)));
      }),
      { numRuns: 60 },
    );
    expect(cuts).toBeGreaterThan(10);
  },
);
