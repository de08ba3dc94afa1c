import { expect, it } from "vitest";
import { aView } from "../test-view.ts";
import { instrumentUnknown } from "./instrument-unknown.ts";

it("passes in its own group, resolved by the broker", () =>
  expect(instrumentUnknown.check(aView(), {})).toBeUndefined());
it("denies in no group, in another group, or unresolved", () => {
  expect(instrumentUnknown.check(aView({ group: undefined }), {})).toEqual({ symbol: "AAPL", group: "none" });
  expect(instrumentUnknown.check(aView({ group: "banks" }), {})).toEqual({ symbol: "AAPL", group: "banks" });
  expect(instrumentUnknown.check(aView({ instrumentResolved: false }), {})).toEqual({ missing: "instrument" });
});
