import { strict } from "@bowline/config";
import { closeNeeds } from "../close-needs.ts";
import { defineAction } from "../define-action.ts";
import { enterNeeds } from "../enter-needs.ts";
import { COLLAR_NEEDED, entryFields, entryRestsOn, hasItsCollar, planEntry } from "../entry.ts";
import { modelLeaf, pauseLeaf } from "../guards.ts";
import { noPlan } from "../plans.ts";
import { whole } from "../schema-parts.ts";

const schema = strict({
  ...entryFields,
  /** A position that is not closed by then is not followed by its opposite. */
  withinMinutes: whole(1, 60).default(2),
}).refine(hasItsCollar, COLLAR_NEEDED);

export const reverse = defineAction({
  name: "reverse",
  doc: "An `exit`, and once the ledger confirms that the position is closed, an `enter` the other way: sized, bracketed and needing what every entry needs at that moment, and approved by the gate by itself. Where the closing order is denied, rejected, canceled or lost, or takes longer than `withinMinutes`, nothing is entered.",
  claims: ["position", "stop", "target", "orders"],
  opens: true,
  schema,
  compile: (params) => ({
    needs: closeNeeds("reverse"),
    plan: ({ position }) => {
      if (position === undefined || position.quantity === 0) return noPlan("facts", "missing", "present");
      const { withinMinutes, expiresMs } = params;
      return { type: "reverse", direction: position.quantity > 0 ? "SHORT" : "LONG", withinMinutes, expiresMs };
    },
    next: {
      needs: [pauseLeaf, modelLeaf, ...enterNeeds(entryRestsOn(params))],
      plan: (facts, direction) => planEntry(params, facts, direction),
    },
  }),
});
