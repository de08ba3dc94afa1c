import { DIRECTIONS } from "@bowline/contracts";
import { US_PER_MINUTE } from "@bowline/kernel";
import type { Facts } from "../facts.ts";
import { defineFact } from "./define-fact.ts";

const unknown = "there is no prediction that still counts";

/** The model's view: the prediction that triggered the rule, for other triggers the last one that still counts. */
export const PREDICTION_FACTS = [
  defineFact({
    name: "prediction.direction",
    type: "string",
    values: DIRECTIONS,
    doc: "Where the price is expected to go.",
    unknown,
    read: (facts) => facts.prediction?.direction,
  }),
  defineFact({
    name: "prediction.confidence",
    type: "ratio",
    doc: "How sure the model is, 0 to 1.",
    unknown,
    read: (facts) => facts.prediction?.confidence,
  }),
  defineFact({
    name: "prediction.model",
    type: "string",
    doc: "Name of the model.",
    unknown,
    read: (facts) => facts.prediction?.model,
  }),
  defineFact({
    name: "prediction.opposes_position",
    type: "bool",
    doc: "Whether it points against the open position; false when flat.",
    unknown: `${unknown}, or the position is in doubt`,
    read: opposesPosition,
  }),
  defineFact({
    name: "prediction.age_minutes",
    type: "minutes",
    doc: "Whole minutes since the model made it.",
    unknown,
    read: ({ prediction, nowUs }) =>
      prediction === undefined
        ? undefined
        : Math.floor((Number(nowUs) - Number(prediction.producedUs)) / US_PER_MINUTE),
  }),
  defineFact({
    name: "prediction.horizon_minutes",
    type: "minutes",
    doc: "How far ahead it looks.",
    unknown,
    read: ({ prediction }) => (prediction === undefined ? undefined : prediction.horizonMs / 60_000),
  }),
  defineFact({
    name: "prediction.target",
    type: "price",
    doc: "The price that the model expects.",
    unknown: `${unknown}, or it names no target`,
    read: (facts) => facts.prediction?.targetPx,
  }),
  defineFact({
    name: "prediction.stop",
    type: "price",
    doc: "The price that would prove the model wrong.",
    unknown: `${unknown}, or it names no stop`,
    read: (facts) => facts.prediction?.stopPx,
  }),
];

function opposesPosition({ prediction, position }: Facts): boolean | undefined {
  if (prediction === undefined || position === undefined) return undefined;
  const { direction } = prediction;
  return (
    (direction === "LONG" && Number(position.quantity) < 0) || (direction === "SHORT" && Number(position.quantity) > 0)
  );
}
