import { expect, it } from "vitest";
import { aView, tightens, later } from "../test-view.ts";
import { marketDataStale } from "./market-data-stale.ts";

const limits = { maxQuoteAgeMs: 6000 };

it("passes up to the exact age", () =>
  expect(marketDataStale.check(aView({ nowUs: later(6_000_000) }), limits)).toBeUndefined());
it("denies a microsecond later", () =>
  expect(marketDataStale.check(aView({ nowUs: later(6_000_001) }), limits)).toEqual({
    ageMs: "6000.001",
    maxQuoteAgeMs: "6000",
  }));
it("denies without a quote", () =>
  expect(marketDataStale.check(aView({ quote: undefined }), limits)).toEqual({ missing: "quote" }));
it("never approves by a tighter limit", () =>
  expect(
    tightens(
      marketDataStale,
      aView({ nowUs: later(1_000_000) }),
      [0, 999, 1000].map((maxQuoteAgeMs) => ({ maxQuoteAgeMs })),
    ),
  ).toBe(true));
