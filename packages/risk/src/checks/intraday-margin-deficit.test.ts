import { expect, it } from "vitest";
import { holdsTo } from "../test-laws.ts";
import { aView, cash, ratio } from "../test-view.ts";
import { intradayMarginDeficit } from "./intraday-margin-deficit.ts";

holdsTo(intradayMarginDeficit, {
  limits: { dayTradeRegime: "intraday_margin", intradayMarginRate: ratio("0.25") },
  passes: { "four times the equity": { worstGross: cash("100000") } },
  denies: { "a cent more": [{ worstGross: cash("100000.04") }, { margin: "25000.01", equity: "25000" }] },
  needs: { margin: { worstGross: undefined }, equity: { equity: undefined } },
  exit: "passes",
  waived: { dayTradeRegime: "waived" },
});

it("does not bind where day trades are not asked for", () => {
  const limits = { dayTradeRegime: "off", intradayMarginRate: ratio("0.25") } as const;
  expect(intradayMarginDeficit.check(aView({ worstGross: cash("999999") }), limits)).toBeUndefined();
});
