import { describe, expect, it } from "vitest";
import type { TradingState } from "./events/index.ts";
import { isScope, isStricter, resumedState, scopesOf, strictestState } from "./trading-scope.ts";

const UNKNOWN = "RESTING" as TradingState;

describe("trading scopes", () => {
  it("of an order are everything, its symbol, account, group and strategy", () => {
    expect(scopesOf({ accountId: "DU1", group: "tech", strategy: "demo", symbol: "AAPL" })).toEqual([
      "global",
      "AAPL",
      "account:DU1",
      "group:tech",
      "strategy:demo",
    ]);
  });
  it("have names of a known kind", () => {
    for (const scope of ["global", "BRK B".replace(" ", "."), "account:DU1", "group:tech", "strategy:a-b"])
      expect(isScope(scope)).toBe(true);
    for (const scope of ["", "sector:tech", "group:", "group:a:b", "A B", "x".repeat(33)])
      expect(isScope(scope)).toBe(false);
  });
});

describe("trading states", () => {
  it("are ordered from ACTIVE to LOCKED; one that is not known counts as HALTED", () => {
    expect(strictestState([])).toBe("ACTIVE");
    expect(strictestState(["REDUCING", undefined, "LOCKED", "FLATTENING"])).toBe("LOCKED");
    expect(isStricter("FLATTENING", "HALTED")).toBe(true);
    expect(strictestState([UNKNOWN])).toBe("HALTED");
    expect(strictestState([UNKNOWN, "REDUCING"])).toBe("HALTED");
    expect(strictestState([UNKNOWN, "LOCKED"])).toBe("LOCKED");
  });
  it("go up as far as a resume asks, from LOCKED to HALTED at most, and never down by one", () => {
    expect(resumedState("HALTED")).toBe("ACTIVE");
    expect(resumedState("HALTED", "REDUCING")).toBe("REDUCING");
    expect(resumedState("LOCKED")).toBe("HALTED");
    expect(resumedState("LOCKED", "REDUCING")).toBe("HALTED");
    expect(resumedState("REDUCING", "HALTED")).toBe("REDUCING");
    expect(resumedState("ACTIVE", "REDUCING")).toBe("ACTIVE");
  });
});
