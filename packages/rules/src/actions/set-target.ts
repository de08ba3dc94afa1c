import { strict } from "@bowline/config";
import { formatMicros } from "@bowline/kernel";
import { CENT, ceilToCent, floorToCent } from "../cents.ts";
import { closeNeeds } from "../close-needs.ts";
import { defineAction } from "../define-action.ts";
import { type Facts, MOST_PX } from "../facts.ts";
import { type ChangePlan, type NoPlan, noPlan } from "../plans.ts";
import { CHANGE_WITHIN_MS } from "../protection/move-stops.ts";
import { quoteNeed, targetNeed } from "../protection/needs.ts";
import { cutOf, isLong, targetsOf } from "../protection/orders.ts";
import {
  type FoundPrice,
  NO_PLACE,
  ONE_PRICE,
  hasPlaceForFrom,
  priceFrom,
  priceFromShape,
  saysOnePrice,
  step,
} from "../protection/price-from.ts";

const NAME = "setTarget";
const schema = strict(priceFromShape).refine(saysOnePrice, ONE_PRICE).refine(hasPlaceForFrom, NO_PLACE);

export const setTarget = defineAction({
  name: NAME,
  doc: "Moves the working target of the position to a `price` (an expression), or so many `atr` or `percent` beyond the entry or the market (`from`). Never to where it would trade at once.",
  claims: ["target"],
  opens: false,
  schema,
  compile(spec, formulaOf) {
    const price = priceFrom(NAME, spec, formulaOf);
    return {
      needs: [...closeNeeds(NAME), targetNeed(NAME), quoteNeed(NAME), ...price.needs],
      plan(facts) {
        const found = price.find(facts, isLong(facts));
        return found === undefined ? noPlan(`${NAME}.price`, "missing", "present") : moveTargets(facts, found);
      },
    };
  },
});

/** Rounded away from the entry, to the cent that asks for more. */
function moveTargets(facts: Facts, found: FoundPrice): ChangePlan | NoPlan {
  const { level } = found;
  const { quote } = facts;
  const long = isLong(facts);
  if (quote === undefined) return noPlan(`${NAME}.quote`, "missing", "present");
  if (level < CENT || level > MOST_PX) return noPlan(`${NAME}.price`, formatMicros(Math.round(level)), "a price");
  const lmtPx = long ? ceilToCent(level) : floorToCent(level);
  const steps = [...found.steps, step("targetLmtPx", lmtPx)];
  const refuse = (what: string, value: string, threshold: string): NoPlan =>
    noPlan(`${NAME}.${what}`, value, threshold, steps);
  if (long ? lmtPx <= quote.bidPx : lmtPx >= quote.askPx)
    return refuse(
      "market",
      formatMicros(lmtPx),
      long ? `> ${formatMicros(quote.bidPx)}` : `< ${formatMicros(quote.askPx)}`,
    );
  const targets = targetsOf(facts);
  if (targets.some(({ changing }) => changing)) return refuse("change", "under way", "none under way");
  const moved = targets.filter((target) => target.lmtPx !== lmtPx);
  if (moved.length === 0) return refuse("moves", formatMicros(lmtPx), `≠ ${formatMicros(lmtPx)}`);
  return {
    type: "change",
    changes: moved.map(({ clOrdId }) => ({ clOrdId, lmtPx, ...cutOf(facts, targets) })),
    expiresMs: CHANGE_WITHIN_MS,
    reason: NAME,
    sizing: steps,
  };
}
