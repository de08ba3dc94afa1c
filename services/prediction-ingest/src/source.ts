import { ok, type Result, type Us } from "@bowline/kernel";
import { type Mapping, mapPrediction } from "./mapping.ts";
import { type AvailablePrediction, takeAvailable } from "./predictions-csv.ts";

/** Predictions as they came, and the cursor to ask on with; without one each answer tells everything that counts. */
export type Page = { readonly predictions: readonly unknown[]; readonly cursor: string | undefined };

/** Why there was no answer. A time-out is none: what was asked is asked again. */
export type PollFailure =
  | { readonly type: "timeout"; readonly message: string }
  | { readonly type: "unreachable"; readonly message: string }
  | { readonly type: "status"; readonly message: string }
  | { readonly type: "malformed"; readonly message: string };

/** Where predictions come from. Never throws. */
export type PredictionSource = {
  /** Predictions after the cursor that may be known at `asOfUs`; without a cursor those that still count. */
  poll(after: string | undefined, asOfUs: Us): Promise<Result<Page, PollFailure>>;
};

/** Predictions of a file, each when its time comes. */
export const makeCsvSource = (predictions: readonly AvailablePrediction[]): PredictionSource => ({
  poll: async (after, asOfUs) => ok(takeAvailable(predictions, after, asOfUs)),
});

/** Nobody to ask: predictions come by themselves. */
export const makeSilentSource = (): PredictionSource => ({ poll: async () => ok({ predictions: [], cursor: "none" }) });

/** What the source tells, as Bowline knows it. */
export const mapSource = (source: PredictionSource, mapping: Mapping): PredictionSource => ({
  async poll(after, asOfUs) {
    const polled = await source.poll(after, asOfUs);
    if (!polled.ok) return polled;
    const { predictions, cursor } = polled.value;
    return ok({ predictions: predictions.map((told) => mapPrediction(mapping, told)), cursor });
  },
});

const FIRST_BACK_OFF_MS = 100;
const LONGEST_BACK_OFF_MS = 30_000;

/** How long to wait after so many failures in a row: 100 ms, doubled each time, 30 s at the most. */
export const backOffMs = (failures: number): number =>
  Math.min(LONGEST_BACK_OFF_MS, FIRST_BACK_OFF_MS * 2 ** Math.min(failures - 1, 20));
