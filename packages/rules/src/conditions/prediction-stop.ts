import { percentBound, rangeCondition } from "../range-condition.ts";

export const predictionStop = rangeCondition({
  name: "predictionStop",
  group: "event",
  doc: "The price that would prove the model wrong is so far from the mid, in percent.",
  of: "abs(market.mid - prediction.stop) / market.mid",
  bounds: percentBound,
  unit: "%",
});
