import { strict } from "@bowline/config";
import { formatMicros } from "@bowline/kernel";
import { ceilToCent, floorToCent } from "../cents.ts";
import { type Formula, defineAction } from "../define-action.ts";
import type { Facts } from "../facts.ts";
import { makeLeaf } from "../leaf.ts";
import { noPlan } from "../plans.ts";
import { isLong } from "../protection/orders.ts";
import { protectNeeds, protectPlan } from "../protection/protect.ts";
import { formula } from "../schema-parts.ts";

const NAME = "oco";

const schema = strict({
  /** Where the position is given up: an expression that comes to dollars. */
  stop: formula,
  /** Where it is left with a gain. */
  target: formula,
});

const priceOf = ({ value }: Formula, facts: Facts): number | undefined => value(facts) as number | undefined;

const priceNeed = (what: string, price: Formula) =>
  makeLeaf({
    name: `${NAME}.${what}`,
    threshold: "> 0",
    read: (facts) => priceOf(price, facts),
    holds: (px) => px > 0,
    show: (px) => formatMicros(Math.round(px)),
  });

export const oco = defineAction({
  name: NAME,
  doc: "As `bracket`, at two prices of its own: `stop` and `target` are expressions. Of the two orders one cancels the other.",
  claims: ["stop", "target", "orders"],
  opens: false,
  schema,
  compile(params, formulaOf) {
    const stop = formulaOf(params.stop, "price", ["stop"]);
    const target = formulaOf(params.target, "price", ["target"]);
    return {
      needs: [...protectNeeds(NAME), priceNeed("stop", stop), priceNeed("target", target)],
      plan(facts) {
        const [stopLevel, targetLevel] = [priceOf(stop, facts), priceOf(target, facts)];
        if (stopLevel === undefined || targetLevel === undefined) return noPlan(`${NAME}.prices`, "missing", "present");
        const [down, up] = isLong(facts) ? [floorToCent, ceilToCent] : [ceilToCent, floorToCent];
        return protectPlan(NAME, facts, { stopPx: down(stopLevel), targetLmtPx: up(targetLevel), steps: [] });
      },
    };
  },
});
