import { US_PER_SECOND } from "@bowline/kernel";
import { aQuote, at, dollars } from "@bowline/testkit";
import { describe, expect, it } from "vitest";
import { type DivergenceLimits, makeDivergenceWatch, type MdDivergence } from "./divergence.ts";

const LIMITS: DivergenceLimits = {
  source: "other",
  bound: 10_000,
  holdUs: 10 * US_PER_SECOND,
  staleUs: 60 * US_PER_SECOND,
};
/** AAPL, whose first source says 100 all the time. */
function watched(limits: Partial<DivergenceLimits> = {}) {
  const watch = makeDivergenceWatch({ ...LIMITS, ...limits });
  const step = (second: number, secondPx?: string, quote: Parameters<typeof aQuote>[0] = {}) => {
    watch.first(aQuote({ quoteUs: at(second), ...quote }));
    if (secondPx !== undefined) watch.second({ symbol: "AAPL", px: dollars(secondPx), atUs: at(second) });
    return watch.take(at(second));
  };
  return { watch, step };
}

describe("two sources", () => {
  it("differ when they are further apart than the bound for as long as it takes, not before", () => {
    const { step } = watched();
    expect([step(0, "101.01"), step(5, "101.01"), step(9.999999, "101.01")].flat()).toEqual([]);
    expect(step(10, "102")).toEqual([
      {
        kind: "md.divergence",
        group: "tech",
        symbol: "AAPL",
        state: "DIVERGENT",
        source: "other",
        firstPx: dollars("100"),
        secondPx: dollars("102"),
        deviation: 20_000,
        bound: 10_000,
        sinceUs: at(0),
      } satisfies MdDivergence,
    ]);
    expect(step(20, "103")).toEqual([]);
  });
  it("do not differ at the bound itself, and a moment of it counts for nothing", () => {
    const { step } = watched();
    for (let second = 0; second < 60; second += 5) expect(step(second, "101")).toEqual([]);
    for (let second = 60; second < 120; second += 5)
      expect(step(second, second % 10 === 0 ? "100" : "105")).toEqual([]);
  });
  it("agree again when they do so for as long", () => {
    const { step } = watched();
    for (const second of [0, 10]) step(second, "102");
    expect(step(20, "100")).toEqual([]);
    expect(step(30, "100")).toMatchObject([{ state: "AGREES", sinceUs: at(20) }]);
  });
  it("are not compared when one was not heard for long; what was told stands", () => {
    const { step, watch } = watched();
    for (const second of [0, 10]) step(second, "102");
    expect([step(100), step(200)].flat()).toEqual([]);
    expect([step(300, "100"), step(310, "100")].flat()).toMatchObject([{ state: "AGREES" }]);
    for (const second of [200, 900]) {
      watch.second({ symbol: "AAPL", px: dollars("200"), atUs: at(second) });
      expect([step(320), step(330), step(340)].flat()).toEqual([]);
    }
  });
  it.each([{ halted: true }, { dataType: "DELAYED" }, { bidPx: undefined }, { bidPx: dollars("100.02") }] as const)(
    "are not compared by a first quote that says nothing: %j",
    (quote) => {
      const { step } = watched();
      expect([step(0, "102", quote), step(10, "102", quote), step(20, "102", quote)].flat()).toEqual([]);
    },
  );
  it("go on from what the journal tells", () => {
    const { step, watch } = watched();
    for (const second of [0, 10]) for (const told of step(second, "102")) watch.learn(told);
    expect(step(15, "102")).toEqual([]);
    const later = watched();
    later.watch.learn({
      kind: "md.divergence",
      group: "tech",
      symbol: "AAPL",
      state: "DIVERGENT",
      source: "other",
      firstPx: dollars("100"),
      secondPx: dollars("102"),
      deviation: 20_000,
      bound: 10_000,
      sinceUs: at(0),
    });
    expect([later.step(20, "102"), later.step(40, "102")].flat()).toEqual([]);
    expect([later.step(50, "100"), later.step(60, "100")].flat()).toMatchObject([{ state: "AGREES" }]);
  });
});
