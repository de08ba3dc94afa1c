import { choice, strict } from "@bowline/config";
import { defineAction } from "../define-action.ts";
import { directionNeed, enterNeeds } from "../enter-needs.ts";
import { COLLAR_NEEDED, entryFields, entryRestsOn, hasItsCollar, planEntry } from "../entry.ts";

const schema = strict({
  /** Where to: as the prediction says, or always the same way. */
  direction: choice(["prediction", "LONG", "SHORT"]).default("prediction"),
  ...entryFields,
}).refine(hasItsCollar, COLLAR_NEEDED);

export const enter = defineAction({
  name: "enter",
  doc: "Opens a position, with its stop and target in one bracket.",
  claims: ["position"],
  opens: true,
  schema,
  compile: (params) => ({
    needs: [...(params.direction === "prediction" ? [directionNeed] : []), ...enterNeeds(entryRestsOn(params))],
    plan: (facts) =>
      planEntry(params, facts, params.direction === "prediction" ? facts.prediction?.direction : params.direction),
  }),
});
