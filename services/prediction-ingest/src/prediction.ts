import { z } from "@bowline/config";
import { DIRECTIONS } from "@bowline/contracts";
import { parseMicros, type Px, px, type Us, us } from "@bowline/kernel";

/** The end of the year 2200: nothing that a model says reaches further, and sums of times stay exact. */
const LATEST_US = 7_289_654_400_000_000;

/** ISO-8601 with an offset or Z, to the microsecond, as unix microseconds; `undefined` where the text is no time from 1970 to 2200. */
function parseTime(text: string): Us | undefined {
  try {
    const time = Number(Temporal.Instant.from(text).epochNanoseconds / 1000n);
    return time > 0 && time < LATEST_US ? us(time) : undefined;
  } catch (failure) {
    if (failure instanceof RangeError) return undefined;
    throw failure;
  }
}

/** Unix microseconds as ISO-8601 UTC text, no digit more than needed. */
export const formatTime = (time: Us): string => Temporal.Instant.fromEpochNanoseconds(BigInt(time) * 1000n).toString();

/** A decimal, as text or as a number, exact: JSON's 0.65 is 650000 micros, more than six places are refused. */
const decimal = z.union([z.string(), z.number()]).transform((value, context): number => {
  const micros = parseMicros(String(value));
  if (micros !== undefined) return micros;
  context.addIssue({ code: "custom", message: "a decimal with at most six places is wanted" });
  return z.NEVER;
});

const time = z.string().transform((text, context): Us => {
  const parsed = parseTime(text);
  if (parsed !== undefined) return parsed;
  context.addIssue({
    code: "custom",
    message: "an ISO-8601 time with Z or an offset is wanted, such as 2013-10-04T13:31:00Z",
  });
  return z.NEVER;
});

const price = decimal.refine((micros) => micros > 0, "a price is positive").transform((micros): Px => px(micros));
const name = z.string().min(1).max(120);

const within = (least: number) => (micros: number) => micros >= least && micros <= 1_000_000;

const fields = z.strictObject({
  id: name,
  revision: z.int().min(0).default(0),
  symbol: z.string().min(1).max(32),
  model: name,
  modelVersion: name.optional(),
  direction: z.enum(DIRECTIONS).optional(),
  confidence: decimal.refine(within(0), "a confidence lies between 0 and 1").optional(),
  score: decimal.refine(within(-1_000_000), "a score lies between -1 and 1").optional(),
  horizonSeconds: z.int().min(1).max(31_536_000),
  producedAt: time,
  validUntil: time,
  targetPrice: price.optional(),
  stopPrice: price.optional(),
});

export type PredictionField = keyof typeof fields.shape;
/** Every member that a prediction may have. */
export const PREDICTION_FIELDS = Object.keys(fields.shape) as readonly PredictionField[];

/**
 * What the prediction API gives, one prediction: documented in docs/how-to/connect-a-model.md. A score stands in the place of direction
 * and confidence: its sign and its size.
 */
export const predictionSchema = fields.transform(({ direction, confidence, score, ...rest }, context) => {
  const wrong = (field: string, message: string): void => context.addIssue({ code: "custom", path: [field], message });
  if (score !== undefined) {
    if (direction !== undefined || confidence !== undefined)
      wrong("score", "a score stands in the place of direction and confidence, not beside them");
    return { ...rest, direction: directionOf(score), confidence: Math.abs(score) };
  }
  if (direction === undefined) wrong("direction", `one of ${DIRECTIONS.join(", ")} is wanted, or a score`);
  if (confidence === undefined) wrong("confidence", "a confidence is wanted, or a score");
  return { ...rest, direction: direction ?? "FLAT", confidence: confidence ?? 0 };
});

function directionOf(score: number): (typeof DIRECTIONS)[number] {
  if (score === 0) return "FLAT";
  return score > 0 ? "LONG" : "SHORT";
}

/** A prediction as it comes from outside, before anybody looked at it. */
export type RawPrediction = z.input<typeof predictionSchema>;
export type Prediction = z.output<typeof predictionSchema>;
