import type { Event, EventByKind } from "@bowline/contracts";
import { type Px, type Us, US_PER_MINUTE } from "@bowline/kernel";

type Signal = EventByKind<"signal.accepted">;

/** What became of a prediction: it came true or not, nobody can tell, or a revision took its place. */
export type Judgement = { readonly signal: Signal; readonly outcome: "HIT" | "MISS" | "UNJUDGED" | "SUPERSEDED" };

type OpenPrediction = { readonly signal: Signal; readonly fromPx: Px; readonly dueUs: number };

/** Predictions whose time has not come, and the last minute of each symbol. Plain values: a snapshot is the maps. */
export type OpenPredictions = {
  readonly marks: Map<string, { readonly px: Px; readonly closeUs: Us }>;
  /** By symbol, then by model and id. */
  readonly open: Map<string, Map<string, OpenPrediction>>;
};

export const makeOpenPredictions = (): OpenPredictions => ({ marks: new Map(), open: new Map() });

const PATIENCE_US = 5 * US_PER_MINUTE;
const NONE: readonly Judgement[] = [];
const keyOf = ({ model, predictionId }: Signal): string => JSON.stringify([model, predictionId]);

/**
 * Holds every accepted prediction to what became of the price: from the last one-minute close when it was made to the first one at
 * or after its horizon. LONG came true where that is higher, SHORT where it is lower; an unchanged price is a miss for both. Unjudged
 * is what says FLAT, was taken back, had no price in the five minutes before its beginning, or none within five minutes of its end.
 */
export function judgePredictions(predictions: OpenPredictions, event: Event): readonly Judgement[] {
  if (event.kind === "signal.accepted") return begin(predictions, event);
  if (event.kind === "signal.refused" && event.withdraws) return takeBack(predictions, event.predictionId);
  if (event.kind === "md.bar" && event.timeframe === "1m" && event.closePx !== undefined)
    return judge(predictions, { symbol: event.symbol, closePx: event.closePx, closeUs: event.closeUs });
  return NONE;
}

function begin({ marks, open }: OpenPredictions, signal: Signal): readonly Judgement[] {
  const ofSymbol = open.get(signal.symbol) ?? new Map<string, OpenPrediction>();
  open.set(signal.symbol, ofSymbol);
  const key = keyOf(signal);
  const before = ofSymbol.get(key);
  ofSymbol.delete(key);
  const ended: readonly Judgement[] =
    before === undefined ? NONE : [{ signal: before.signal, outcome: "SUPERSEDED" as const }];
  const mark = marks.get(signal.symbol);
  if (mark === undefined || mark.closeUs + PATIENCE_US < signal.producedUs || signal.direction === "FLAT")
    return [...ended, { signal, outcome: "UNJUDGED" }];
  ofSymbol.set(key, { signal, fromPx: mark.px, dueUs: signal.producedUs + signal.horizonMs * 1000 });
  return ended;
}

function takeBack({ open }: OpenPredictions, predictionId: string): readonly Judgement[] {
  const ended: Judgement[] = [];
  for (const ofSymbol of open.values())
    for (const [key, { signal }] of ofSymbol) {
      if (signal.predictionId !== predictionId) continue;
      ofSymbol.delete(key);
      ended.push({ signal, outcome: "UNJUDGED" });
    }
  return ended;
}

type MinuteClose = { readonly symbol: string; readonly closePx: Px; readonly closeUs: Us };

function judge({ marks, open }: OpenPredictions, { symbol, closePx, closeUs }: MinuteClose): readonly Judgement[] {
  marks.set(symbol, { px: closePx, closeUs });
  const ofSymbol = open.get(symbol);
  if (ofSymbol === undefined || ofSymbol.size === 0) return NONE;
  const ended: Judgement[] = [];
  for (const [key, { signal, fromPx, dueUs }] of ofSymbol) {
    if (closeUs < dueUs) continue;
    ofSymbol.delete(key);
    const isHit = signal.direction === "LONG" ? closePx > fromPx : closePx < fromPx;
    ended.push({ signal, outcome: closeUs > dueUs + PATIENCE_US ? "UNJUDGED" : isHit ? "HIT" : "MISS" });
  }
  return ended;
}
