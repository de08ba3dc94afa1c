import { bracketSchema, distancesOf, restsOnAtr } from "../bracket.ts";
import { bracketPrices } from "../bracket-prices.ts";
import { defineAction } from "../define-action.ts";
import { noPlan } from "../plans.ts";
import { atrNeed } from "../protection/needs.ts";
import { isLong } from "../protection/orders.ts";
import { step } from "../protection/price-from.ts";
import { protectNeeds, protectPlan } from "../protection/protect.ts";

const NAME = "bracket";

export const bracket = defineAction({
  name: NAME,
  doc: "Puts a stop and a target over an open position that no order of ours protects, as far from the quote as an entry's bracket would stand; each takes from the other what it fills. The stop goes first, the target once the stop works.",
  claims: ["stop", "target", "orders"],
  opens: false,
  schema: bracketSchema,
  compile: (spec) => ({
    needs: [...protectNeeds(NAME), ...(restsOnAtr(spec) ? [atrNeed(NAME)] : [])],
    plan(facts) {
      const { quote } = facts;
      if (quote === undefined) return noPlan(`${NAME}.quote`, "missing", "present");
      const long = isLong(facts);
      const refPx = long ? quote.bidPx : quote.askPx;
      const distances = distancesOf(spec, facts, long, refPx);
      if ("type" in distances) return distances;
      const prices = bracketPrices(long, refPx, distances);
      if (prices === undefined) return noPlan(`${NAME}.prices`, "a price below a cent or absurd", "prices of a share");
      return protectPlan(NAME, facts, { ...prices, steps: [step("refPx", refPx)] });
    },
  }),
});
