import { us } from "@bowline/kernel";
import { T0, T0_CLOSE, aClock, at } from "@bowline/testkit";
import { describe, expect, it } from "vitest";
import { clockAt } from "./clock.ts";

describe("the clock's entry", () => {
  it("names the session, its regular hours and the phase", () => {
    expect(clockAt(at(5))).toEqual(aClock({ nowUs: at(5) }));
    expect(clockAt(us(T0 - 1)).phase).toBe("PRE");
    expect(clockAt(T0_CLOSE)).toEqual(aClock({ nowUs: T0_CLOSE, phase: "POST" }));
  });
  it("has no session on a weekend", () => {
    const saturday = us(T0 + 86_400_000_000);
    expect(clockAt(saturday)).toEqual({ kind: "control.clock", nowUs: saturday, sessionDate: "", phase: "CLOSED" });
  });
});
