import { minutesBound, rangeCondition } from "../range-condition.ts";

export const predictionAge = rangeCondition({
  name: "predictionAge",
  group: "event",
  doc: "The model made the prediction so many minutes ago.",
  of: "prediction.age_minutes",
  bounds: minutesBound,
  unit: "min",
});
