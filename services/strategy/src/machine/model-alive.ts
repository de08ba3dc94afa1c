import type { EventByKind } from "@bowline/contracts";
import { type Us, us } from "@bowline/kernel";
import type { Desk } from "./state.ts";

/** The predictions of the model that a strategy rests on, of all symbols of all ticker groups; plain JSON. */
export type ModelState = {
  /** The newest of each model and symbol, while it counts. */
  readonly alive: Record<string, { readonly predictionId: string; readonly untilUs: Us }>;
  /** When the last of them ceases to count; absent before the first prediction. */
  untilUs?: Us;
  /** The silence that was acted on last: when it began. */
  outageUs?: Us;
};

/** A prediction of any symbol was accepted: the model is alive until it ceases to count. */
export function learnAlive({ state, strategy }: Desk, prediction: EventByKind<"signal.accepted">): void {
  const { predictions } = strategy;
  if (predictions === undefined || (predictions.model ?? prediction.model) !== prediction.model) return;
  const model = (state.model ??= { alive: {} });
  const { predictionId, validUntilUs: untilUs } = prediction;
  model.alive[`${prediction.model} ${prediction.symbol}`] = { predictionId, untilUs };
  settle(model, state.nowUs);
}

/** The model takes a prediction back. */
export function forgetAlive({ state }: Desk, predictionId: string): void {
  const { model } = state;
  if (model === undefined) return;
  const known = Object.entries(model.alive).filter(([, one]) => one.predictionId === predictionId);
  if (known.length === 0) return;
  for (const [key] of known) delete model.alive[key];
  settle(model, state.nowUs);
}

/** What has ceased to count is forgotten; the model is silent from the end of the last, or from now where that was taken back. */
function settle(model: ModelState, nowUs: Us): void {
  for (const [key, { untilUs }] of Object.entries(model.alive)) if (untilUs <= nowUs) delete model.alive[key];
  const ends = Object.values(model.alive).map(({ untilUs }) => Number(untilUs));
  if (ends.length > 0) model.untilUs = us(Math.max(...ends));
  else if (model.untilUs === undefined || model.untilUs > nowUs) model.untilUs = nowUs;
}

/** Whether a prediction still counts; of a strategy that does not rest on any, always. */
export const isModelAlive = ({ state: { model, nowUs }, strategy }: Desk): boolean =>
  strategy.predictions === undefined || (model?.untilUs !== undefined && nowUs < model.untilUs);
