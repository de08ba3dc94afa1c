import { strict, z } from "@bowline/config";
import { closeNeeds } from "../close-needs.ts";
import { defineAction } from "../define-action.ts";
import { noPlan } from "../plans.ts";
import { moveStops } from "../protection/move-stops.ts";
import { quoteNeed, stopNeed } from "../protection/needs.ts";
import {
  NO_PLACE,
  ONE_PRICE,
  hasPlaceForFrom,
  priceFrom,
  priceFromShape,
  saysOnePrice,
} from "../protection/price-from.ts";
import { isLong } from "../protection/orders.ts";

const NAME = "setStop";

const schema = strict({
  ...priceFromShape,
  /** Whether it may go farther from the market than it stands. */
  mayLoosen: z.boolean({ error: "`true` or `false` is needed" }).default(false),
})
  .refine(saysOnePrice, ONE_PRICE)
  .refine(hasPlaceForFrom, NO_PLACE);

export const setStop = defineAction({
  name: NAME,
  doc: "Moves the working stop of the position to a `price` (an expression), or so many `atr` or `percent` behind the entry or the market (`from`). Never beyond the market; farther from it than it stands only with `mayLoosen: true`.",
  claims: ["stop"],
  opens: false,
  schema,
  compile({ mayLoosen, ...spec }, formulaOf) {
    const price = priceFrom(NAME, spec, formulaOf);
    return {
      needs: [...closeNeeds(NAME), stopNeed(NAME), quoteNeed(NAME), ...price.needs],
      plan(facts) {
        const found = price.find(facts, !isLong(facts));
        return found === undefined
          ? noPlan(`${NAME}.price`, "missing", "present")
          : moveStops(facts, { action: NAME, mayLoosen, ...found });
      },
    };
  },
});
