import { micros, money, px, shares } from "@bowline/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AccountView } from "./broker-types.ts";
import { marginOf, type MarginPosition } from "./margin.ts";
import { marginChange, marginRefusal, type ProposedTrade, whatIfOf } from "./margin-check.ts";
import { IB_CASH, IB_REG_T_CONCENTRATED, IB_REG_T_MARGIN, MARGIN_TERMS, type MarginTerms } from "./margin-terms.ts";

const dollars = (text: string) => money(micros(text));
const position = (count: number, mark: string, symbol = "IBM"): MarginPosition => ({
  symbol,
  positionQty: shares(count),
  markPx: px(micros(mark)),
});
const RICH = dollars("1000000");

/** The rules again, in dollars as doubles, one position after the other: slow, plain, and written apart. */
function oracle(positions: readonly MarginPosition[], equity: number, terms: MarginTerms) {
  const of = (ratio: { micros: number }) => ratio.micros / 1e6;
  let [maintenance, regT, value] = [0, 0, 0];
  for (const { positionQty, markPx } of positions) {
    const [count, price] = [positionQty / 1e6, markPx / 1e6];
    const worth = Math.abs(count) * price;
    let needed = 0;
    if (terms.kind === "CASH") needed = worth;
    else if (count < 0)
      needed = price < 5 ? Math.max(2.5 * -count, worth) : Math.max(5 * -count, worth * of(terms.shortMaintenance));
    else needed = price < of(terms.unmarginableBelowPx) ? worth : worth * of(terms.longMaintenance);
    if (
      terms.kind === "MARGIN" &&
      terms.concentration &&
      worth > Math.max(0, equity) * of(terms.concentration.overEquity)
    )
      needed = Math.max(needed, worth * of(terms.concentration.maintenance));
    maintenance += needed;
    regT += terms.kind === "CASH" ? worth : Math.max(needed, worth / 2);
    value += worth;
  }
  const initial = equity < 2000 ? Math.max(value, regT) : terms.initialRule === "REG_T" ? regT : maintenance;
  return { initial, maintenance, regT };
}

const anyPosition = fc
  .record({ count: fc.integer({ min: -5000, max: 5000 }), cents: fc.integer({ min: 1, max: 60_000 }) })
  .map(({ count, cents }) => position(count, (cents / 100).toFixed(2)));
const anyTerms = fc
  .tuple(fc.constantFrom(...Object.values(MARGIN_TERMS)), fc.constantFrom("INTRADAY" as const, "REG_T" as const))
  .map(([terms, initialRule]): MarginTerms => ({ ...terms, initialRule }));
const anyEquity = fc.integer({ min: -100_000, max: 5_000_000 }).map((whole) => dollars(String(whole)));

describe("margin of positions", () => {
  it.each([
    ["long: a quarter, half overnight", position(100, "100"), "2500", "5000"],
    ["short: 30 %, half overnight", position(-100, "100"), "3000", "5000"],
    ["short below 16.67: five dollars a share", position(-100, "10"), "500", "500"],
    ["short below five: the whole value", position(-100, "4"), "400", "400"],
    ["short below 2.50: two and a half dollars a share", position(-100, "1"), "250", "250"],
    ["long below three: the whole value", position(100, "2.99"), "299", "299"],
  ])("asks %s", (_name, one, maintenance, regT) => {
    expect(marginOf([one], RICH, IB_REG_T_MARGIN)).toEqual({
      initial: dollars(maintenance),
      maintenance: dollars(maintenance),
      regT: dollars(regT),
    });
  });

  it("asks more of a position above twice the equity", () => {
    const at = (count: number) =>
      marginOf([position(count, "100")], dollars("10000"), IB_REG_T_CONCENTRATED).maintenance;
    expect(at(200)).toBe(dollars("5000"));
    expect(at(201)).toBe(dollars("7035"));
  });

  it("lends nothing below 2,000 dollars", () => {
    expect(marginOf([position(10, "100")], dollars("1999.99"), IB_REG_T_MARGIN).initial).toBe(dollars("1000"));
    expect(marginOf([position(10, "100")], dollars("2000"), IB_REG_T_MARGIN).initial).toBe(dollars("250"));
  });

  it("agrees with the plain rules, and is never negative", () => {
    fc.assert(
      fc.property(fc.array(anyPosition, { maxLength: 6 }), anyEquity, anyTerms, (positions, equity, terms) => {
        const margin = marginOf(positions, equity, terms);
        const plain = oracle(positions, equity / 1e6, terms);
        for (const key of ["initial", "maintenance", "regT"] as const) {
          expect(margin[key]).toBeGreaterThanOrEqual(0);
          expect(margin[key] / 1e6).toBeCloseTo(plain[key], 4);
        }
        expect(margin.regT).toBeGreaterThanOrEqual(margin.maintenance);
      }),
    );
  });
});

const account = (cash: string, held: readonly MarginPosition[] = []): AccountView => {
  const positions = held.map((one) => {
    const marketValue = money((one.positionQty / 1e6) * one.markPx);
    return { ...one, marketValue, unrealizedPnl: money(0), realizedPnl: money(0) };
  });
  const value = positions.reduce((sum, one) => sum + one.marketValue, 0);
  const gross = positions.reduce((sum, one) => sum + Math.abs(one.marketValue), 0);
  return {
    accountId: "DU1",
    asOfUs: 0 as AccountView["asOfUs"],
    cash: dollars(cash),
    equity: money(dollars(cash) + value),
    grossPositionValue: money(gross),
    buyingPower: money(0),
    realizedPnl: money(0),
    unrealizedPnl: money(0),
    positions,
  };
};

const trade = (count: number, at: string, wish: Partial<ProposedTrade> = {}): ProposedTrade => ({
  symbol: "IBM",
  signed: shares(count),
  px: px(micros(at)),
  markPx: px(micros(at)),
  commission: dollars("1"),
  isMarket: false,
  ...wish,
});

const standing = (view: AccountView, settled?: string) => ({
  account: view,
  settledCash: settled === undefined ? view.cash : dollars(settled),
});

describe("margin check", () => {
  it("carries four times the equity in the day, and not a share more", () => {
    const rich = standing(account("100001"));
    expect(marginRefusal(rich, trade(4000, "100"), IB_REG_T_MARGIN)).toBeUndefined();
    expect(marginRefusal(rich, trade(4001, "100"), IB_REG_T_MARGIN)).toContain(
      "Available Funds are in sufficient to cover",
    );
  });

  it("carries twice where Regulation T is asked for at once", () => {
    const terms: MarginTerms = { ...IB_REG_T_MARGIN, initialRule: "REG_T" };
    const rich = standing(account("100001"));
    expect(marginRefusal(rich, trade(2000, "100"), terms)).toBeUndefined();
    expect(marginRefusal(rich, trade(2001, "100"), terms)).toBeDefined();
  });

  it("counts what a trade costs beyond the mark", () => {
    const rich = standing(account("100001"));
    const away = trade(4000, "100.50", { markPx: px(micros("100")) });
    expect(marginRefusal(rich, away, IB_REG_T_MARGIN)).toBeDefined();
  });

  it("always carries what makes a position smaller, though the account is under water", () => {
    const poor = standing(account("-90000", [position(1000, "100")]));
    expect(marginRefusal(poor, trade(-1000, "100"), IB_REG_T_MARGIN)).toBeUndefined();
    expect(marginRefusal(poor, trade(-2000, "100"), IB_REG_T_MARGIN)).toBeDefined();
    expect(marginRefusal(poor, trade(1, "100"), IB_REG_T_MARGIN)).toBeDefined();
  });

  it("names the minimum to a small account that wants to borrow", () => {
    const small = standing(account("1500"));
    expect(marginRefusal(small, trade(10, "100"), IB_REG_T_MARGIN)).toBeUndefined();
    expect(marginRefusal(small, trade(20, "100"), IB_REG_T_MARGIN)).toContain("MINIMUM OF 2000 USD");
  });

  it("lets a cash account spend what has settled, with five percent more for a market order", () => {
    const cash = standing(account("20000"), "10001");
    expect(marginRefusal(cash, trade(100, "100"), IB_CASH)).toBeUndefined();
    expect(marginRefusal(cash, trade(100, "100", { isMarket: true }), IB_CASH)).toContain("[10001.00 USD]");
    expect(marginRefusal(cash, trade(101, "100"), IB_CASH)).toContain("[10101.00 USD]");
  });

  it("lets a cash account sell what it has and no more", () => {
    const cash = standing(account("0", [position(100, "100")]));
    expect(marginRefusal(cash, trade(-100, "100"), IB_CASH)).toBeUndefined();
    expect(marginRefusal(cash, trade(-101, "100"), IB_CASH)).toContain("short");
  });

  it("answers a what-if with both sides of the trade", () => {
    const rich = standing(account("100000", [position(100, "100")]));
    expect(whatIfOf(rich, trade(100, "100"), IB_REG_T_MARGIN)).toEqual({
      initMarginBefore: dollars("2500"),
      maintMarginBefore: dollars("2500"),
      equityBefore: dollars("110000"),
      initMarginAfter: dollars("5000"),
      maintMarginAfter: dollars("5000"),
      equityAfter: dollars("109999"),
      commission: dollars("1"),
    });
  });

  it("gives no credit for a limit that is better than the mark", () => {
    const rich = standing(account("100000"));
    const equityOf = (signed: number, limit: string) =>
      whatIfOf(rich, trade(signed, limit, { markPx: px(micros("100")) }), IB_REG_T_MARGIN).equityAfter;
    expect([equityOf(100, "50"), equityOf(-100, "150")]).toEqual([dollars("99999"), dollars("99999")]);
    expect([equityOf(100, "150"), equityOf(-100, "50")]).toEqual([dollars("94999"), dollars("94999")]);
  });

  it("refuses exactly where the margin after it is above the equity after it", () => {
    fc.assert(
      fc.property(fc.integer({ min: -9000, max: 9000 }), anyPosition, fc.nat(500_000), (count, held, cash) => {
        const view = account(String(cash), [held]);
        const one = trade(count, "100", { symbol: "MSFT" });
        const { after, equity } = marginChange(standing(view), one, IB_REG_T_MARGIN);
        const isRefused = marginRefusal(standing(view), one, IB_REG_T_MARGIN) !== undefined;
        expect(isRefused).toBe(after.initial > equity);
      }),
    );
  });
});
