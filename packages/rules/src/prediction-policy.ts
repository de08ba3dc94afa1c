import { choice, strict, z } from "@bowline/config";
import { percent, whole } from "./schema-parts.ts";

/** What becomes of positions while the model is silent. */
const ON_OUTAGE = ["hold", "reduce", "flat"] as const;

/** `predictions`: a strategy that rests on them, and what it does when no prediction of the model counts any more, of any symbol. */
export const predictionPolicySchema = strict({
  /** `hold` enters nothing; `reduce` closes a part of each position besides, once an outage; `flat` closes all of it. */
  onOutage: choice(ON_OUTAGE),
  /** With `reduce`: how much of each position is closed; half where it is left out. */
  reducePercent: percent(0.01, 99.99).optional(),
  /** The model that must not fall silent; any where it is left out. */
  model: z.string().min(1).optional(),
  /** So long after the open nothing is closed: the day's first predictions may take a while. */
  afterOpenMinutes: whole(0, 390).default(5),
}).refine(({ onOutage, reducePercent }) => onOutage === "reduce" || reducePercent === undefined, {
  path: ["reducePercent"],
  message: "`reducePercent` belongs to `onOutage: reduce`",
});

export type PredictionPolicy = z.output<typeof predictionPolicySchema>;
