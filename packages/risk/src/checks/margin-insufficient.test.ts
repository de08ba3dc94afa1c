import { expect, it } from "vitest";
import { holdsTo } from "../test-laws.ts";
import { aView, cash, ratio } from "../test-view.ts";
import { marginInsufficient } from "./margin-insufficient.ts";

holdsTo(marginInsufficient, {
  limits: { initialMarginRate: ratio("0.5"), minExcessMargin: ratio("0.2") },
  passes: { "a fifth of the equity left": { worstGross: cash("40000") } },
  denies: { "a cent less": [{ worstGross: cash("40000.02") }, { margin: "20000.01", minExcessMargin: "20000" }] },
  needs: { margin: { worstGross: undefined }, equity: { equity: undefined } },
  exit: "passes",
  waived: { initialMarginRate: "waived" },
});

it("may use all of the equity where none must stay free", () => {
  const limits = { initialMarginRate: ratio("0.5"), minExcessMargin: "waived" } as const;
  expect(marginInsufficient.check(aView({ worstGross: cash("50000") }), limits)).toBeUndefined();
  expect(marginInsufficient.check(aView({ worstGross: cash("50000.02") }), limits)).toBeDefined();
});
