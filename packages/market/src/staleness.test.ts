import { addMs, us } from "@bowline/kernel";
import { T0 } from "@bowline/testkit";
import { describe, expect, it } from "vitest";
import { ageMs, isStale } from "./staleness.ts";

describe("staleness", () => {
  it("begins one microsecond beyond the limit", () => {
    expect(isStale(T0, addMs(T0, 3000), 3000)).toBe(false);
    expect(isStale(T0, us(addMs(T0, 3000) + 1), 3000)).toBe(true);
  });
  it("holds for what was never heard", () => {
    expect(isStale(undefined, T0, 3000)).toBe(true);
  });
  it("counts whole milliseconds and nothing for the future", () => {
    expect(ageMs(T0, us(T0 + 1_999))).toBe(1);
    expect(ageMs(addMs(T0, 5), T0)).toBe(0);
  });
});
