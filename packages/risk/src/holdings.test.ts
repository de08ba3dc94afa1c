import type { EventByKind } from "@bowline/contracts";
import { shares } from "@bowline/kernel";
import { aFill, aQuote } from "@bowline/testkit";
import { describe, expect, it } from "vitest";
import {
  agreesWithBroker,
  equityOf,
  holdCommission,
  holdFill,
  holdOpening,
  holdQuote,
  makeHoldings,
  positionOf,
} from "./holdings.ts";
import { cash, dollarsPx } from "./test-view.ts";

const account = (
  amount: string,
  positions: EventByKind<"broker.account">["positions"] = [],
): EventByKind<"broker.account"> => ({
  kind: "broker.account",
  accountId: "DU1234567",
  cash: cash(amount),
  equity: cash(amount),
  positions,
});

describe("the gate's own holdings", () => {
  it("have no equity before the broker's first account, or where a held symbol has no price", () => {
    const holdings = makeHoldings();
    expect(equityOf(holdings)).toBeUndefined();
    holdOpening(holdings, account("1000"));
    holdOpening(holdings, account("5"));
    expect(equityOf(holdings)).toBe(cash("1000"));
    holdFill(holdings, aFill());
    expect(equityOf(holdings)).toBeUndefined();
  });
  it("value long positions at the bid and short ones at the ask, after commissions", () => {
    const holdings = makeHoldings();
    holdOpening(holdings, account("25000"));
    holdFill(holdings, aFill());
    holdCommission(holdings, cash("1"));
    holdQuote(holdings, aQuote());
    holdQuote(holdings, aQuote({ bidPx: dollarsPx("200"), askPx: dollarsPx("100") }));
    holdQuote(holdings, aQuote({ bidPx: undefined }));
    expect(equityOf(holdings)).toBe(cash("24998"));
    holdFill(holdings, aFill({ side: "SELL", lastQty: shares(200) }));
    expect(positionOf(holdings, "AAPL")).toBe(shares(-100));
    expect(equityOf(holdings)).toBe(cash("24998"));
    holdFill(holdings, aFill());
    expect(holdings.quantities.size).toBe(0);
  });
  it("take over what the account held at first", () => {
    const holdings = makeHoldings();
    holdFill(holdings, aFill({ symbol: "OLD", side: "SELL" }));
    const held = [
      { symbol: "AAPL", quantity: shares(3), marketPx: dollarsPx("10") },
      { symbol: "IBM", quantity: shares(0) },
      { symbol: "OLD", quantity: shares(-100), marketPx: dollarsPx("100") },
      { symbol: "X", quantity: shares(1) },
    ];
    holdOpening(holdings, account("1000", held));
    expect([...holdings.quantities]).toEqual([
      ["OLD", shares(-100)],
      ["AAPL", shares(3)],
      ["X", shares(1)],
    ]);
    expect([...holdings.marks.keys()]).toEqual(["AAPL"]);
  });
  it("agree with the broker symbol by symbol", () => {
    const holdings = makeHoldings();
    holdFill(holdings, aFill());
    expect(agreesWithBroker(holdings, account("1", [{ symbol: "AAPL", quantity: shares(100) }]), "AAPL")).toBe(true);
    expect(agreesWithBroker(holdings, account("1"), "AAPL")).toBe(false);
    expect(agreesWithBroker(holdings, account("1"), "IBM")).toBe(true);
  });
});
