import type { Entry, EventByKind } from "@bowline/contracts";
import { type Judgement, judgePredictions, makeOpenPredictions } from "@bowline/market";

/** Predictions of one model whose confidence lies in [from, to), and how many of them came true. */
export type Bucket = {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly meanConfidence: number;
  readonly hitRate: number;
};

/** How far the confidence of a model can be believed. Shares and scores are doubles from 0 to 1. */
export type Calibration = {
  readonly model: string;
  readonly version: string | undefined;
  /** Accepted predictions, judged, open and unjudged; a revision takes the place of the one before. */
  readonly predictions: number;
  /** Whose time has come, and which could be held to a price. */
  readonly judged: number;
  /** Whose time has not come. */
  readonly open: number;
  /** FLAT, taken back, without a price in the five minutes before their beginning, or without one within five minutes of their end. */
  readonly unjudged: number;
  /** Mean of (confidence − outcome)²: 0 is perfect, 0.25 is what always saying 0.5 gets. Absent before the first judgement. */
  readonly brier: number | undefined;
  readonly hitRate: number | undefined;
  readonly meanConfidence: number | undefined;
  /** Ten of equal width, those without predictions left out. */
  readonly buckets: readonly Bucket[];
};

type Signal = EventByKind<"signal.accepted">;
type Sums = { count: number; confidence: number; hits: number; squares: number };
type Model = {
  readonly model: string;
  readonly version: string | undefined;
  predictions: number;
  open: number;
  unjudged: number;
  readonly buckets: readonly Sums[];
};

const BUCKETS = 10;
const MICROS = 1_000_000;
const noSums = (): Sums => ({ count: 0, confidence: 0, hits: 0, squares: 0 });

/** Holds every accepted prediction to what became of the price, as `judgePredictions` does, and counts by model and version. */
export function makeCalibration(): { add(entry: Entry): void; show(): readonly Calibration[] } {
  const models = new Map<string, Model>();
  const predictions = makeOpenPredictions();
  return {
    add({ event }) {
      if (event.kind === "signal.accepted") count(findModel(models, event));
      for (const judgement of judgePredictions(predictions, event))
        settle(findModel(models, judgement.signal), judgement);
    },
    show: () => [...models.values()].map(shown),
  };
}

function count(model: Model): void {
  model.predictions += 1;
  model.open += 1;
}

function settle(model: Model, { signal, outcome }: Judgement): void {
  model.open -= 1;
  if (outcome === "SUPERSEDED") model.predictions -= 1;
  else if (outcome === "UNJUDGED") model.unjudged += 1;
  else addTo(model, signal, outcome === "HIT" ? 1 : 0);
}

function findModel(models: Map<string, Model>, { model, modelVersion }: Signal): Model {
  const key = JSON.stringify([model, modelVersion]);
  const found = models.get(key);
  if (found !== undefined) return found;
  const buckets = Array.from({ length: BUCKETS }, noSums);
  const fresh = { model, version: modelVersion, predictions: 0, open: 0, unjudged: 0, buckets };
  models.set(key, fresh);
  return fresh;
}

function addTo(model: Model, { confidence }: Signal, hit: 0 | 1): void {
  const share = confidence / MICROS;
  const sums = model.buckets[Math.min(BUCKETS - 1, Math.floor(share * BUCKETS))];
  if (sums === undefined) return;
  sums.count += 1;
  sums.confidence += share;
  sums.hits += hit;
  sums.squares += (share - hit) ** 2;
}

function shown({ model, version, predictions, open, unjudged, buckets }: Model): Calibration {
  const all = buckets.reduce<Sums>(
    (sum, one) => ({
      count: sum.count + one.count,
      confidence: sum.confidence + one.confidence,
      hits: sum.hits + one.hits,
      squares: sum.squares + one.squares,
    }),
    noSums(),
  );
  const mean = (sum: number): number | undefined => (all.count === 0 ? undefined : sum / all.count);
  return {
    model,
    version,
    predictions,
    judged: all.count,
    open,
    unjudged,
    brier: mean(all.squares),
    hitRate: mean(all.hits),
    meanConfidence: mean(all.confidence),
    buckets: buckets.flatMap(({ count, confidence, hits }, index) =>
      count === 0
        ? []
        : [
            {
              from: index / BUCKETS,
              to: (index + 1) / BUCKETS,
              count,
              meanConfidence: confidence / count,
              hitRate: hits / count,
            },
          ],
    ),
  };
}
