import { strict } from "@bowline/config";
import { formatMicros } from "@bowline/kernel";
import { defineCondition } from "../define-condition.ts";
import { percent } from "../schema-parts.ts";

export const predictionTarget = defineCondition({
  name: "predictionTarget",
  group: "event",
  doc: "The price that the model expects lies at least so far from the mid, in percent, on the side that its direction says.",
  schema: strict({ minPercent: percent(0, 1000) }),
  leaves: ({ minPercent }) => {
    const distance = (far: string): string => `(${far}) / market.mid >= ${formatMicros(minPercent)}`;
    const side = (direction: string, far: string): string =>
      `(prediction.direction == "${direction}" && ${distance(far)})`;
    return [
      {
        name: "predictionTarget",
        threshold: `≥ ${formatMicros(minPercent * 100)} %`,
        test: `${side("LONG", "prediction.target - market.mid")} || ${side("SHORT", "market.mid - prediction.target")}`,
      },
    ];
  },
});
