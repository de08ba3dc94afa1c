import { DIRECTIONS } from "@bowline/contracts";
import { formatMicros } from "@bowline/kernel";
import { choice, strict, z } from "@bowline/config";
import { type LeafText, defineCondition, isOneOf, isWithin } from "../define-condition.ts";
import { showRange } from "../leaf.ts";
import { decimal, oneOrMore, saysSomething } from "../schema-parts.ts";

const schema = strict({
  /** `opposite`: against the open position. */
  direction: oneOrMore(choice([...DIRECTIONS, "opposite"])).optional(),
  minConfidence: decimal(0, 1).optional(),
  maxConfidence: decimal(0, 1).optional(),
  model: oneOrMore(z.string().min(1)).optional(),
}).refine(saysSomething, "needs at least one of direction, minConfidence, maxConfidence, model");

export const prediction = defineCondition({
  name: "prediction",
  group: "event",
  doc: "The prediction has one of these directions (`opposite`: against the open position), a confidence in a range, comes from one of these models.",
  schema,
  leaves: ({ direction, minConfidence, maxConfidence, model }) => {
    const leaves: LeafText[] = [];
    if (direction !== undefined) leaves.push(directionLeaf(direction));
    if (minConfidence !== undefined || maxConfidence !== undefined)
      leaves.push({
        name: "prediction.confidence",
        threshold: showRange(minConfidence, maxConfidence, formatMicros),
        test: isWithin("prediction.confidence", text(minConfidence), text(maxConfidence)),
      });
    if (model !== undefined)
      leaves.push({
        name: "prediction.model",
        threshold: model.join(" or "),
        test: isOneOf("prediction.model", model),
      });
    return leaves;
  },
});

const text = (micros: number | undefined): string | undefined =>
  micros === undefined ? undefined : formatMicros(micros);

function directionLeaf(wanted: readonly string[]): LeafText {
  const plain = wanted.filter((direction) => direction !== "opposite");
  const tests = [
    ...(plain.length === 0 ? [] : [isOneOf("prediction.direction", plain)]),
    ...(wanted.includes("opposite") ? ["prediction.opposes_position"] : []),
  ];
  return {
    name: "prediction.direction",
    threshold: wanted.join(" or "),
    test: tests.join(" || "),
    show: (facts) => facts.prediction?.direction,
  };
}
