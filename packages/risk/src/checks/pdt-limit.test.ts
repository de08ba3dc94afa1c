import { expect, it } from "vitest";
import { holdsTo } from "../test-laws.ts";
import { aView, cash } from "../test-view.ts";
import { pdtLimit } from "./pdt-limit.ts";

holdsTo(pdtLimit, {
  limits: { dayTradeRegime: "legacy_pdt", maxDayTrades: 3, dayTradeEquity: cash("25000") },
  passes: {
    "the third day trade of a small account": { equity: cash("24999"), dayTrades: () => 3 },
    "the fourth of one with enough": { equity: cash("25000"), dayTrades: () => 4 },
  },
  denies: {
    "the fourth of a small account": [
      { equity: cash("24999.99"), dayTrades: () => 4 },
      { dayTrades: "4", maxDayTrades: "3" },
    ],
  },
  needs: { equity: { equity: undefined } },
  exit: "passes",
  waived: { dayTradeRegime: "waived" },
});

it("does not bind under another rule", () => {
  const limits = { dayTradeRegime: "intraday_margin", maxDayTrades: 0, dayTradeEquity: cash("25000") } as const;
  expect(pdtLimit.check(aView({ equity: cash("100") }), limits)).toBeUndefined();
});
