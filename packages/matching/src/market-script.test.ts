import { formatConfigError } from "@bowline/config";
import { micros, money } from "@bowline/kernel";
import { describe, expect, it } from "vitest";
import { IB_FIXED_US_STOCKS } from "./fee-schedule.ts";
import { makeExtendedMarket } from "./market-extended.ts";
import { parseMarketScript } from "./market-script.ts";

const FULL = `
market:
  sectors:
    money: { members: [banks], dayVolatility: 0.01 }
  gaps: { volatility: 0.01 }
  news: { perDay: 0.5, size: 0.04, haltRatio: 0.3, haltMinutes: 10 }
  luld: { tier1: [AAPL] }
  auctions: { openRatio: 0.02, closeRatio: 0.08 }
  thin: { symbols: [CVX] }
  shortSaleRule: true
  extendedHours: { volumeRatio: 0.04 }
  events:
    - { symbol: AAPL, session: 0, minute: 60, jump: -0.12, haltMinutes: 5 }
borrow: { hardRatio: 0.1, none: [CVX] }
fees: ib-tiered
accounts:
  - { id: DU1, cash: 25000.50, margin: reg-t }
  - { id: DU2, margin: cash }
  - { id: DU3 }
`;

const errorOf = (text: string): string => {
  const parsed = parseMarketScript(text, "m.yaml");
  return parsed.ok ? "" : parsed.error.map((one) => formatConfigError(one)).join("\n");
};

describe("market file", () => {
  it("says everything about a market", () => {
    const script = parseMarketScript(FULL, "m.yaml");
    if (!script.ok) throw new Error(errorOf(FULL));
    expect(script.value.fees.name).toBe("IB tiered, US stocks");
    expect(script.value.borrow).toEqual({ hardRatio: 0.1, noneRatio: 0, none: ["CVX"] });
    expect(script.value.accounts.map(({ accountId, cash, margin }) => [accountId, cash, margin?.kind])).toEqual([
      ["DU1", money(micros("25000.5")), "MARGIN"],
      ["DU2", money(micros("1000000")), "CASH"],
      ["DU3", money(micros("1000000")), undefined],
    ]);
    const market = makeExtendedMarket({ seed: 1, sessions: 1, traits: script.value.traits });
    expect(market.sessions()[0]?.steps).toBe(11_520);
    expect(market.step(0, 3960 + 721)[0]?.halted).toBe(true);
  });

  it("may be empty: the plain market, the default fees, one account", () => {
    expect(parseMarketScript("", "m.yaml")).toEqual({
      ok: true,
      value: { traits: {}, borrow: undefined, fees: IB_FIXED_US_STOCKS, accounts: [] },
    });
  });

  it.each([
    ["market:\n  luld: { tier: [A] }", "m.yaml:2"],
    ["market:\n  auctions: { openRatio: 5, closeRatio: 0 }", "0.05 is 5 %"],
    ["market:\n  events: [{ symbol: A, session: 0, minute: 5, jump: -1 }]", "does not fall by all of itself"],
    ["accounts:\n  - { id: U123 }", "such as DU1234567"],
    ["accounts:\n  - { id: DU1 }\n  - { id: DU1 }", "DU1 is there already"],
    ["fees: free", "fees"],
  ])("refuses %j and says where", (text, message) => {
    expect(errorOf(text)).toContain(message);
  });
});
