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
  const { atr, prediction } = facts;
  const stopBy =
    ofAtr(spec.stopAtr, atr) ?? ofPrice(spec.stopPercent, refPx) ?? ahead(prediction?.stopPx, refPx, !long);
  if (stopBy === undefined) return off("stop", prediction?.stopPx, refPx, !long);
  const targetBy =
    ofAtr(spec.targetAtr, atr) ??
    ofPrice(spec.targetPercent, refPx) ??
    (spec.targetR === undefined ? undefined : spec.targetR * stopBy) ??
    ahead(prediction?.targetPx, refPx, long);
  return targetBy === undefined ? off("target", prediction?.targetPx, refPx, long) : { stopBy, targetBy };
}

const ofAtr = (times: number | undefined, atr: number | undefined): number | undefined =>
  times === undefined || atr === undefined ? undefined : times * atr;

const ofPrice = (fraction: number | undefined, refPx: Px): number | undefined =>
  fraction === undefined ? undefined : mulDiv(refPx, fraction, MICROS);

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
