import { expect, it } from "vitest";
import { aView, tightens, later } from "../test-view.ts";
import { clockStale } from "./clock-stale.ts";

const limits = { maxClockAgeMs: 3000 };

it("passes up to the exact age", () =>
  expect(clockStale.check(aView({ nowUs: later(3_000_000) }), limits)).toBeUndefined());
it("denies a microsecond later", () =>
  expect(clockStale.check(aView({ nowUs: later(3_000_001) }), limits)).toEqual({
    ageMs: "3000.001",
    maxClockAgeMs: "3000",
  }));
it("denies without a clock", () =>
  expect(clockStale.check(aView({ clock: undefined }), limits)).toEqual({ missing: "clock" }));
it("never approves by a tighter limit", () =>
  expect(
    tightens(
      clockStale,
      aView({ nowUs: later(1_000_000) }),
      [0, 999, 1000].map((maxClockAgeMs) => ({ maxClockAgeMs })),
    ),
  ).toBe(true));
