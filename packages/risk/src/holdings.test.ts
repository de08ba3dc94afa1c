import type { EventByKind } from "@bowline/contracts";
import { shares, us } from "@bowline/kernel";
import { aFill, aQuote } from "@bowline/testkit";
import { describe, expect, it } from "vitest";
import {
  agreesWithBroker,
  equityOf,
  holdCommission,
  holdExecuted,
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

const aCharge = (amount: string) =>
  ({
    kind: "order.commission",
    clOrdId: "C",
    group: "g",
    symbol: "AAPL",
    execId: "e",
    commission: cash(amount),
    currency: "USD",
  }) as const;

describe("the gate's own holdings", () => {
  it("have no equity before the broker's first account, or where a held symbol has no price", () => {
    const holdings = makeHoldings();
    expect(equityOf(holdings)).toBeUndefined();
    holdOpening(holdings, account("1000"));
    holdOpening(holdings, account("5"));
    expect(equityOf(holdings)).toBe(cash("1000"));
    holdExecuted(holdings, aFill());
    expect(equityOf(holdings)).toBeUndefined();
  });
  it("value long positions at the bid and short ones at the ask, after commissions", () => {
    const holdings = makeHoldings();
    holdOpening(holdings, account("25000"));
    holdExecuted(holdings, aFill());
    holdCommission(holdings, aCharge("1"));
    holdQuote(holdings, aQuote());
    holdQuote(holdings, aQuote({ bidPx: dollarsPx("200"), askPx: dollarsPx("100") }));
    holdQuote(holdings, aQuote({ bidPx: undefined }));
    expect(equityOf(holdings)).toBe(cash("24998"));
    holdExecuted(holdings, aFill({ side: "SELL", lastQty: shares(200) }));
    expect(positionOf(holdings, "AAPL")).toBe(shares(-100));
    expect(equityOf(holdings)).toBe(cash("24998"));
    holdExecuted(holdings, aFill());
    expect(holdings.quantities.size).toBe(0);
  });
  it("take over what the account held at first", () => {
    const holdings = makeHoldings();
    holdExecuted(holdings, aFill({ symbol: "OLD", side: "SELL" }));
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
    holdExecuted(holdings, aFill());
    expect(agreesWithBroker(holdings, account("1", [{ symbol: "AAPL", quantity: shares(100) }]), "AAPL")).toBe(true);
    expect(agreesWithBroker(holdings, account("1"), "AAPL")).toBe(false);
    expect(agreesWithBroker(holdings, account("1"), "IBM")).toBe(true);
  });

  it("leave alone what others trade and the policy ignores, and know that the broker holds it", () => {
    const holdings = makeHoldings();
    holdOpening(holdings, account("1000"));
    const external = {
      kind: "broker.external-fill",
      orderId: "5",
      execId: "x",
      accountId: "DU1234567",
      symbol: "MSFT",
      side: "BUY",
      lastQty: shares(5),
      lastPx: dollarsPx("10"),
      transactUs: us(5),
      orderRef: "",
    } as const;
    const atBroker = (quantity: number) => account("1000", [{ symbol: "MSFT", quantity: shares(quantity) }]);
    holdExecuted(holdings, { ...external, policy: "IGNORE" });
    expect([positionOf(holdings, "MSFT"), equityOf(holdings)]).toEqual([0, cash("1000")]);
    expect(agreesWithBroker(holdings, atBroker(5), "MSFT")).toBe(true);
    holdExecuted(holdings, { ...external, execId: "y", policy: "ADOPT" });
    expect(positionOf(holdings, "MSFT")).toBe(shares(5));
    expect(agreesWithBroker(holdings, atBroker(10), "MSFT")).toBe(true);
    expect(agreesWithBroker(holdings, atBroker(5), "MSFT")).toBe(false);
  });
});
