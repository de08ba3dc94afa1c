import { strict, z } from "@bowline/config";
import { MICROS, type Px, formatMicros, mulDiv } from "@bowline/kernel";
import type { BracketDistances } from "./bracket-prices.ts";
import type { Facts } from "./facts.ts";
import { type NoPlan, noPlan } from "./plans.ts";
import { multiple, percent } from "./schema-parts.ts";

const STOPS = ["stopAtr", "stopPercent", "stop"] as const;
const TARGETS = ["targetAtr", "targetPercent", "targetR", "target"] as const;
const ofPrediction = z.literal("prediction", { error: "`prediction` is what may stand here" }).optional();

/** Where stop and target of an entry stand: each said in exactly one way. */
export const bracketSchema = strict({
  /** Multiples of the ATR(14) of one-minute bars. */
  stopAtr: multiple(0.1, 50).optional(),
  /** Percent of the price. */
  stopPercent: percent(0.01, 50).optional(),
  /** `prediction`: the price that would prove the model wrong. */
  stop: ofPrediction,
  targetAtr: multiple(0.1, 50).optional(),
  targetPercent: percent(0.01, 1000).optional(),
  /** Multiples of the distance to the stop. */
  targetR: multiple(0.1, 50).optional(),
  /** `prediction`: the price that the model expects. */
  target: ofPrediction,
})
  .refine((spec) => said(spec, STOPS) === 1, `exactly one of ${STOPS.join(", ")} is needed`)
  .refine((spec) => said(spec, TARGETS) === 1, `exactly one of ${TARGETS.join(", ")} is needed`);

export type BracketSpec = z.output<typeof bracketSchema>;

const said = (spec: object, keys: readonly string[]): number =>
  keys.filter((key) => (spec as Record<string, unknown>)[key] !== undefined).length;

export const restsOnAtr = ({ stopAtr, targetAtr }: BracketSpec): boolean =>
  stopAtr !== undefined || targetAtr !== undefined;

/** How far from the price stop and target stand, or why that cannot be told. */
export function distancesOf(spec: BracketSpec, facts: Facts, long: boolean, refPx: Px): BracketDistances | NoPlan {
  const { prediction } = facts;
  const stopBy = distance({ times: spec.stopAtr, fraction: spec.stopPercent }, facts.atr, refPx);
  const stop = stopBy ?? ahead(prediction?.stopPx, refPx, !long);
  if (stop === undefined) return off("stop", prediction?.stopPx, refPx, !long);
  const targetBy =
    spec.targetR === undefined
      ? distance({ times: spec.targetAtr, fraction: spec.targetPercent }, facts.atr, refPx)
      : spec.targetR * stop;
  const target = targetBy ?? ahead(prediction?.targetPx, refPx, long);
  if (target === undefined) return off("target", prediction?.targetPx, refPx, long);
  return { stopBy: stop, targetBy: target };
}

type Far = { readonly times: number | undefined; readonly fraction: number | undefined };

/** In ATRs, or as a fraction of the price. */
function distance({ times, fraction }: Far, atr: number | undefined, refPx: Px): number | undefined {
  if (fraction !== undefined) return mulDiv(refPx, fraction, MICROS);
  return times === undefined || atr === undefined ? undefined : times * atr;
}

/** Towards higher prices, or lower ones; nothing on the other side or at the price itself. */
function ahead(px: Px | undefined, refPx: Px, up: boolean): number | undefined {
  if (px === undefined) return undefined;
  const distance = up ? px - refPx : refPx - px;
  return distance > 0 ? distance : undefined;
}

const off = (which: "stop" | "target", px: Px | undefined, refPx: Px, up: boolean): NoPlan =>
  noPlan(
    `bracket.${which}`,
    px === undefined ? `UNKNOWN: prediction.${which}` : formatMicros(px),
    `${up ? "above" : "below"} ${formatMicros(refPx)}`,
  );
