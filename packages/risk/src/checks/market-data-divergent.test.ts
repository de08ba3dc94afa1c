import type { EventByKind } from "@bowline/contracts";
import { at } from "@bowline/testkit";
import { expect, it } from "vitest";
import { aView, dollarsPx, ratio } from "../test-view.ts";
import { marketDataDivergent } from "./market-data-divergent.ts";

const divergence = (state: EventByKind<"md.divergence">["state"]): EventByKind<"md.divergence"> => ({
  kind: "md.divergence",
  group: "tech",
  symbol: "AAPL",
  state,
  source: "other",
  firstPx: dollarsPx("100"),
  secondPx: dollarsPx("102"),
  deviation: ratio("0.02"),
  bound: ratio("0.01"),
  sinceUs: at(60),
});

it("passes where no second source was compared, and where it agrees", () => {
  expect(marketDataDivergent.check(aView(), {})).toBeUndefined();
  expect(marketDataDivergent.check(aView({ divergence: divergence("AGREES") }), {})).toBeUndefined();
  expect(marketDataDivergent.check(aView({ divergence: divergence("NOT_COMPARED") }), {})).toBeUndefined();
});
it("denies while the sources differ, with both prices", () =>
  expect(marketDataDivergent.check(aView({ divergence: divergence("DIVERGENT") }), {})).toEqual({
    source: "other",
    firstPx: "100",
    secondPx: "102",
    deviation: "0.02",
    bound: "0.01",
  }));
it("lets exits through", () => expect(marketDataDivergent.exemptsReducing).toBe(true));
