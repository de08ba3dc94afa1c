import type { Entry, EventByKind } from "@bowline/contracts";
import { type Px, type Us, US_PER_MINUTE } from "@bowline/kernel";

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
type Open = { readonly signal: Signal; readonly fromPx: Px; readonly dueUs: number };
type Sums = { count: number; confidence: number; hits: number; squares: number };
type Model = {
  readonly model: string;
  readonly version: string | undefined;
  predictions: number;
  unjudged: number;
  readonly buckets: readonly Sums[];
};
type Mark = { readonly px: Px; readonly closeUs: Us };

const BUCKETS = 10;
const PATIENCE_US = 5 * US_PER_MINUTE;
const MICROS = 1_000_000;
const keyOf = ({ model, predictionId }: Signal): string => JSON.stringify([model, predictionId]);
const noSums = (): Sums => ({ count: 0, confidence: 0, hits: 0, squares: 0 });

/**
 * Holds every accepted prediction to what became of the price: from the last one-minute close when it was made to the first one at
 * or after its horizon. LONG came true where that is higher, SHORT where it is lower; an unchanged price is a miss for both.
 */
export function makeCalibration(): { add(entry: Entry): void; show(): readonly Calibration[] } {
  const models = new Map<string, Model>();
  const marks = new Map<string, Mark>();
  /** By symbol, then by model and id. */
  const open = new Map<string, Map<string, Open>>();

  const modelOf = (signal: Signal): Model => findModel(models, signal);
  const drop = (ofSymbol: Map<string, Open>, key: string): Model | undefined => {
    const before = ofSymbol.get(key);
    ofSymbol.delete(key);
    return before === undefined ? undefined : modelOf(before.signal);
  };
  const onSignal = (signal: Signal): void => {
    const ofSymbol = open.get(signal.symbol) ?? new Map<string, Open>();
    open.set(signal.symbol, ofSymbol);
    const superseded = drop(ofSymbol, keyOf(signal));
    if (superseded !== undefined) superseded.predictions -= 1;
    const model = modelOf(signal);
    model.predictions += 1;
    const mark = marks.get(signal.symbol);
    if (mark === undefined || mark.closeUs + PATIENCE_US < signal.producedUs || signal.direction === "FLAT") {
      model.unjudged += 1;
      return;
    }
    const dueUs = signal.producedUs + signal.horizonMs * 1000;
    ofSymbol.set(keyOf(signal), { signal, fromPx: mark.px, dueUs });
  };
  const onWithdrawn = (predictionId: string): void => {
    for (const ofSymbol of open.values())
      for (const [key, { signal }] of ofSymbol) {
        if (signal.predictionId !== predictionId) continue;
        const model = drop(ofSymbol, key);
        if (model !== undefined) model.unjudged += 1;
      }
  };
  const onBar = ({ symbol, closePx, closeUs }: { symbol: string; closePx: Px; closeUs: Us }): void => {
    marks.set(symbol, { px: closePx, closeUs });
    const ofSymbol = open.get(symbol);
    for (const [key, { signal, fromPx, dueUs }] of ofSymbol ?? []) {
      if (closeUs < dueUs) continue;
      ofSymbol?.delete(key);
      const model = modelOf(signal);
      if (closeUs > dueUs + PATIENCE_US) model.unjudged += 1;
      else judge(model, signal, closePx - fromPx);
    }
  };
  return {
    add({ event }) {
      if (event.kind === "signal.accepted") onSignal(event);
      else if (event.kind === "signal.refused" && event.withdraws) onWithdrawn(event.predictionId);
      else if (event.kind === "md.bar" && event.timeframe === "1m" && event.closePx !== undefined)
        onBar({ ...event, closePx: event.closePx });
    },
    show() {
      const waiting = [...open.values()].flatMap((ofSymbol) => [...ofSymbol.values()]);
      return [...models.values()].map((model) =>
        shown(model, waiting.filter(({ signal }) => modelOf(signal) === model).length),
      );
    },
  };
}

function findModel(models: Map<string, Model>, { model, modelVersion }: Signal): Model {
  const key = JSON.stringify([model, modelVersion]);
  const found = models.get(key);
  if (found !== undefined) return found;
  const buckets = Array.from({ length: BUCKETS }, noSums);
  const fresh = { model, version: modelVersion, predictions: 0, unjudged: 0, buckets };
  models.set(key, fresh);
  return fresh;
}

function judge(model: Model, { confidence, direction }: Signal, change: number): void {
  const share = confidence / MICROS;
  const hit = (direction === "LONG" ? change > 0 : change < 0) ? 1 : 0;
  const sums = model.buckets[Math.min(BUCKETS - 1, Math.floor(share * BUCKETS))];
  if (sums === undefined) return;
  sums.count += 1;
  sums.confidence += share;
  sums.hits += hit;
  sums.squares += (share - hit) ** 2;
}

function shown({ model, version, predictions, unjudged, buckets }: Model, waiting: number): Calibration {
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
    open: waiting,
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
