import { minutesBound, rangeCondition } from "../range-condition.ts";

export const predictionHorizon = rangeCondition({
  name: "predictionHorizon",
  group: "event",
  doc: "The prediction looks so many minutes ahead.",
  of: "prediction.horizon_minutes",
  bounds: minutesBound,
  unit: "min",
});
