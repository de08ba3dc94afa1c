import { anOrder, at } from "@bowline/testkit";
import { expect, it } from "vitest";
import { aView, tightens, later } from "../test-view.ts";
import { intentExpired } from "./intent-expired.ts";

const limits = { maxIntentAgeMs: 2000 };

it("passes up to the exact age and the exact expiry", () => {
  expect(intentExpired.check(aView({ nowUs: later(2_000_000) }), limits)).toBeUndefined();
  expect(intentExpired.check(aView({ order: anOrder({ expiresUs: at(600) }) }), limits)).toBeUndefined();
});
it("denies a microsecond later", () => {
  expect(intentExpired.check(aView({ nowUs: later(2_000_001) }), limits)).toMatchObject({
    ageMs: "2000.001",
    maxIntentAgeMs: "2000",
  });
  expect(intentExpired.check(aView({ nowUs: later(1), order: anOrder({ expiresUs: at(600) }) }), limits)).toMatchObject(
    { lateMs: "0.001" },
  );
});
it("never approves by a tighter limit", () =>
  expect(
    tightens(
      intentExpired,
      aView({ nowUs: later(1_000_000) }),
      [0, 999, 1000, 5000].map((maxIntentAgeMs) => ({ maxIntentAgeMs })),
    ),
  ).toBe(true));
