import { strict } from "@bowline/config";
import { mulDiv } from "@bowline/kernel";
import { CENT } from "../cents.ts";
import { closeNeeds } from "../close-needs.ts";
import { defineAction } from "../define-action.ts";
import { noPlan } from "../plans.ts";
import { moveStops } from "../protection/move-stops.ts";
import { entryPxNeed, quoteNeed, stopNeed } from "../protection/needs.ts";
import { isLong } from "../protection/orders.ts";
import { step } from "../protection/price-from.ts";
import { decimal, whole } from "../schema-parts.ts";

const NAME = "moveStopToBreakEven";

const schema = strict({
  /** So far on the winning side of the entry, in hundredths of a percent of it. */
  offsetBps: decimal(0, 1000).optional(),
  /** The same in cents, which is what prices step by. */
  offsetCents: whole(0, 10_000).optional(),
}).refine(
  ({ offsetBps, offsetCents }) => offsetBps === undefined || offsetCents === undefined,
  "one of offsetBps, offsetCents, or none",
);

export const moveStopToBreakEven = defineAction({
  name: NAME,
  doc: "Moves the working stop to the average price of the position, or `offsetBps` or `offsetCents` beyond it on the winning side, once the market is farther still.",
  claims: ["stop"],
  opens: false,
  schema,
  compile: ({ offsetBps = 0, offsetCents = 0 }) => ({
    needs: [...closeNeeds(NAME), stopNeed(NAME), quoteNeed(NAME), entryPxNeed(NAME)],
    plan(facts) {
      const entryPx = facts.position?.avgPx;
      if (entryPx === undefined) return noPlan(`${NAME}.entry`, "missing", "known");
      const offset = offsetCents * CENT + mulDiv(entryPx, offsetBps, 10_000_000_000);
      const level = entryPx + (isLong(facts) ? offset : -offset);
      const steps = [step("entryPx", entryPx), step("offset", offset)];
      return moveStops(facts, { action: NAME, level, nearer: true, steps });
    },
  }),
});
