import { DIRECTIONS, type Direction } from "@bowline/contracts";
import { formatMicros } from "@bowline/kernel";
import { choice, strict, z } from "@bowline/config";
import { defineCondition } from "../define-condition.ts";
import type { Facts } from "../facts.ts";
import { type Leaf, inRange, makeLeaf, showRange } from "../leaf.ts";
import { decimal, oneOrMore, saysSomething } from "../schema-parts.ts";

const schema = strict({
  /** `opposite`: against the open position. */
  direction: oneOrMore(choice([...DIRECTIONS, "opposite"])).optional(),
  minConfidence: decimal(0, 1).optional(),
  maxConfidence: decimal(0, 1).optional(),
  model: oneOrMore(z.string().min(1)).optional(),
}).refine(saysSomething, "needs at least one of direction, minConfidence, maxConfidence, model");

/** Holds for predictions of a direction, a confidence, a model. UNKNOWN without a prediction that still counts. */
export const prediction = defineCondition({
  name: "prediction",
  schema,
  leaves: ({ direction, minConfidence, maxConfidence, model }) => {
    const leaves: Leaf[] = [];
    if (direction !== undefined) leaves.push(directionLeaf(direction));
    if (minConfidence !== undefined || maxConfidence !== undefined)
      leaves.push(confidenceLeaf(minConfidence, maxConfidence));
    if (model !== undefined) leaves.push(modelLeaf(model));
    return leaves;
  },
});

type Wanted = Direction | "opposite";
type Seen = { readonly direction: Direction; readonly side: number };

function directionLeaf(wanted: readonly Wanted[]): Leaf {
  const needsPosition = wanted.includes("opposite");
  return makeLeaf<Seen>({
    name: "prediction.direction",
    threshold: wanted.join(" or "),
    read: (facts) => seenDirection(facts, needsPosition),
    holds: ({ direction, side }) => wanted.includes(direction) || (needsPosition && isOpposite(direction, side)),
    show: ({ direction }) => direction,
  });
}

function seenDirection({ prediction: seen, position }: Facts, needsPosition: boolean): Seen | undefined {
  if (seen === undefined || (needsPosition && position === undefined)) return undefined;
  return { direction: seen.direction, side: Math.sign(position?.quantity ?? 0) };
}

const isOpposite = (direction: Direction, side: number): boolean =>
  (direction === "LONG" && side < 0) || (direction === "SHORT" && side > 0);

const confidenceLeaf = (min: number | undefined, max: number | undefined): Leaf =>
  makeLeaf({
    name: "prediction.confidence",
    threshold: showRange(min, max, formatMicros),
    read: (facts) => facts.prediction?.confidence,
    holds: (confidence) => inRange(confidence, min, max),
    show: formatMicros,
  });

const modelLeaf = (models: readonly string[]): Leaf =>
  makeLeaf({
    name: "prediction.model",
    threshold: models.join(" or "),
    read: (facts) => facts.prediction?.model,
    holds: (model) => models.includes(model),
    show: (model) => model,
  });
