import { micros, money, px, shares } from "@bowline/kernel";
import { describe, expect, it } from "vitest";
import { brokerHoldings, differencesBetween, equityDifference, type Holdings } from "./compare.ts";

const holdings = (cash: string, quantities: Record<string, number> = {}): Holdings => ({
  cash: money(micros(cash)),
  quantities: new Map(Object.entries(quantities).map(([symbol, n]) => [symbol, shares(n)])),
});
const marks = new Map([["AAA", px(micros("12.5"))]]);

describe("our books and the broker's account", () => {
  it("agree when cash is within a cent and every quantity is equal", () => {
    expect(differencesBetween(holdings("10.009999", { AAA: 5 }), holdings("10", { AAA: 5 }))).toEqual([]);
  });
  it("differ by a whole cent", () => {
    expect(differencesBetween(holdings("10.01"), holdings("10"))).toEqual([
      { subject: "CASH", ours: "10.01", broker: "10" },
    ]);
  });
  it("differ in a position that only one side has, by symbol", () => {
    expect(differencesBetween(holdings("1", { BBB: 5 }), holdings("1", { AAA: -3 }))).toEqual([
      { subject: "AAA", ours: "0", broker: "-3" },
      { subject: "BBB", ours: "5", broker: "0" },
    ]);
  });
  it("reads the broker's account, flat positions left out", () => {
    const account = {
      kind: "broker.account",
      accountId: "DU1",
      cash: money(5),
      equity: money(5),
      positions: [
        { symbol: "AAA", quantity: shares(2) },
        { symbol: "BBB", quantity: shares(0) },
      ],
    } as const;
    expect(brokerHoldings(account)).toEqual({ cash: 5, quantities: new Map([["AAA", shares(2)]]) });
  });
});

describe("the equity difference", () => {
  it("is the cash difference, exact, where quantities agree, whatever the marks", () => {
    expect(equityDifference(holdings("10.000001", { XYZ: 5 }), holdings("10", { XYZ: 5 }), new Map())).toBe(1);
  });
  it("values what differs at the broker's mark", () => {
    expect(equityDifference(holdings("90", { AAA: 2 }), holdings("100"), marks)).toBe(micros("15"));
    expect(equityDifference(holdings("100"), holdings("100", { AAA: -2 }), marks)).toBe(micros("25"));
  });
  it("is not known where a differing symbol was never marked", () => {
    expect(equityDifference(holdings("90", { BBB: 2 }), holdings("90"), marks)).toBeUndefined();
  });
});
