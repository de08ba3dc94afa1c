import type { EventByKind } from "@bowline/contracts";
import { MICROS } from "@bowline/kernel";

type Signal = EventByKind<"signal.accepted">;
type Judged = { readonly confidence: number; readonly hit: boolean };

/** What became of the last predictions of each model. Private state of a machine, changed by the functions below only. */
export type ModelRecords = {
  /** Oldest first, by model and version; the model that was judged last comes last. */
  readonly judged: Map<string, Judged[]>;
  /** Symbols in which a strategy wanted orders because of a prediction. */
  readonly followed: Map<string, Set<string>>;
};

/** How a model did lately; the shares are in micros of 1. */
export type ModelScore = {
  readonly model: string;
  readonly judged: number;
  /** Mean of (confidence − outcome)²: 0 is perfect, a quarter is what always saying 0.5 gets. */
  readonly brier: number;
  readonly missRate: number;
  /** Distance of the share that came true from the mean confidence. */
  readonly drift: number;
};

export const makeModelRecords = (): ModelRecords => ({ judged: new Map(), followed: new Map() });

const JUDGED_KEPT = 200;
/** Of the check of an order; the breaker has a limit of its own. */
const LEAST_JUDGED = 20;
/** A model that gets a new version with each day must not fill the memory. */
const MODELS_KEPT = 50;

/** A new version of a model begins a record of its own. */
export const modelOf = ({ model, modelVersion }: Signal): string =>
  modelVersion === undefined ? model : `${model} ${modelVersion}`;

export function countJudged({ judged }: ModelRecords, signal: Signal, hit: boolean): void {
  const model = modelOf(signal);
  const record = [...(judged.get(model) ?? []), { confidence: signal.confidence, hit }].slice(-JUDGED_KEPT);
  judged.delete(model);
  judged.set(model, record);
  const [oldest] = judged.keys();
  if (judged.size > MODELS_KEPT && oldest !== undefined) judged.delete(oldest);
}

/** A strategy wants an order in a symbol because of a prediction. */
export function countFollowed({ followed }: ModelRecords, strategy: string, symbol: string): void {
  const symbols = followed.get(strategy) ?? new Set();
  followed.set(strategy, symbols.add(symbol));
}

/** How a model did with its last two hundred predictions that were judged; `undefined` without any. */
export function scoreOf({ judged }: ModelRecords, model: string): ModelScore | undefined {
  const record = judged.get(model);
  if (record === undefined || record.length === 0) return undefined;
  const mean = (of: (one: Judged) => number): number =>
    Math.round(record.reduce((sum, one) => sum + of(one), 0) / record.length);
  const outcome = ({ hit }: Judged): number => (hit ? MICROS : 0);
  const hitRate = mean(outcome);
  return {
    model,
    judged: record.length,
    brier: mean((one) => (one.confidence - outcome(one)) ** 2 / MICROS),
    missRate: MICROS - hitRate,
    drift: Math.abs(mean(({ confidence }) => confidence) - hitRate),
  };
}

/** As `scoreOf`, of the model behind a prediction; `undefined` while fewer than twenty were judged. */
export function driftOf(records: ModelRecords, signal: Signal | undefined): number | undefined {
  const score = signal === undefined ? undefined : scoreOf(records, modelOf(signal));
  return score === undefined || score.judged < LEAST_JUDGED ? undefined : score.drift;
}

/** Models whose newest predictions a strategy follows, with their scores. */
export const modelsOf = (
  records: ModelRecords,
  strategy: string,
  newest: ReadonlyMap<string, Signal>,
): readonly ModelScore[] => modelNamesOf(records, strategy, newest).flatMap((model) => scoreOf(records, model) ?? []);

/** A person has seen what these models did: their records begin anew. */
export function forgetModels(records: ModelRecords, strategy: string, newest: ReadonlyMap<string, Signal>): void {
  for (const model of modelNamesOf(records, strategy, newest)) records.judged.delete(model);
}

/** By what its symbols' newest predictions say, so that a model that was replaced holds nobody back. */
const modelNamesOf = (
  { followed }: ModelRecords,
  strategy: string,
  newest: ReadonlyMap<string, Signal>,
): readonly string[] => {
  const signals = [...(followed.get(strategy) ?? [])].flatMap((symbol) => newest.get(symbol) ?? []);
  return [...new Set(signals.map(modelOf))].sort();
};
