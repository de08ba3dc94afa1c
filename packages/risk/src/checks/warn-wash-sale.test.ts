import { US_PER_DAY } from "@bowline/kernel";
import { expect, it } from "vitest";
import { holdsTo } from "../test-laws.ts";
import { later } from "../test-view.ts";
import { warnWashSale } from "./warn-wash-sale.ts";

holdsTo(warnWashSale, {
  limits: { washSaleDays: 30 },
  passes: {
    "what never lost": {},
    "thirty days after a loss": { lossUs: later(-30 * US_PER_DAY) },
  },
  denies: { "a day less": [{ lossUs: later(-29 * US_PER_DAY) }, { daysSinceLoss: "29.0", washSaleDays: "30.0" }] },
  exit: "passes",
  waived: { washSaleDays: "waived" },
});

it("only says so", () => expect(warnWashSale.warnsOnly).toBe(true));
