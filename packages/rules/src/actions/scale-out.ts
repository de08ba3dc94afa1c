import { strict, z } from "@bowline/config";
import { MICROS, type Qty, absQty, formatMicros, mulDiv, shares, subQty } from "@bowline/kernel";
import { closeNeeds, noEntryNeed, noReductionNeed } from "../close-needs.ts";
import { defineAction } from "../define-action.ts";
import type { Facts } from "../facts.ts";
import { type Leaf, makeLeaf } from "../leaf.ts";
import { type NoPlan, type Plan, noPlan } from "../plans.ts";
import { atrNeed, entryPxNeed, quoteNeed } from "../protection/needs.ts";
import { isLong } from "../protection/orders.ts";
import { step as shown } from "../protection/price-from.ts";
import { multiple, percent, whole } from "../schema-parts.ts";

const NAME = "scaleOut";
const PLACES = ["r", "atr", "gainPercent"] as const;

const stepSchema = strict({
  /** Of what the position was at most. */
  percent: percent(0.01, 100),
  /** Multiples of what was risked: the distance from the entry to its first stop. */
  r: multiple(0.1, 100).optional(),
  /** Multiples of the ATR(14) of one-minute bars. */
  atr: multiple(0.1, 100).optional(),
  /** Percent of the entry. */
  gainPercent: percent(0.01, 1000).optional(),
}).refine(
  (step) => PLACES.filter((place) => step[place] !== undefined).length === 1,
  `exactly one of ${PLACES.join(", ")} is needed`,
);

type Step = z.output<typeof stepSchema>;

const schema = strict({
  /** Each is taken once the market is so far on the winning side of the entry. */
  steps: z.array(stepSchema).min(1, "at least one step is needed").max(10, "at most ten steps"),
  /** After so long the order of a step is never sent. */
  expiresMs: whole(100, 60_000).default(2000),
}).refine(({ steps }) => steps.reduce((sum, step) => sum + step.percent, 0) <= MICROS, {
  path: ["steps"],
  message: "the steps are more than the whole position",
});

const factNeed = (what: string, read: (facts: Facts) => number | undefined): Leaf =>
  makeLeaf({ name: `${NAME}.${what}`, threshold: "known", read, holds: () => true, show: formatMicros });

const uses = (steps: readonly Step[], place: (typeof PLACES)[number]): boolean =>
  steps.some((step) => step[place] !== undefined);

export const scaleOut = defineAction({
  name: NAME,
  doc: "Leaves the position in `steps`: each closes its `percent` of what the position was at most, at the market, once the price is `r` times the risk, so many `atr`, or `gainPercent` beyond the entry. Stop and target are made smaller first, so what is left is always protected. One firing takes all steps that the market has reached. The steps are kept here, not at the broker: while this system is down the stop works, and no step is taken.",
  claims: ["position", "stop", "target", "orders"],
  opens: false,
  schema,
  compile: ({ steps, expiresMs }) => ({
    needs: [
      ...closeNeeds(NAME),
      noReductionNeed(NAME),
      noEntryNeed(NAME),
      quoteNeed(NAME),
      entryPxNeed(NAME),
      factNeed("peak", (facts) => facts.position?.peakQty),
      ...(uses(steps, "r") ? [factNeed("entryStop", (facts) => facts.position?.entryStopPx)] : []),
      ...(uses(steps, "atr") ? [atrNeed(NAME)] : []),
    ],
    plan: (facts) => planOf(facts, steps, expiresMs),
  }),
});

/** How far beyond the entry a step is, in micros as a double; nothing where a need is not true. */
function distanceOf({ r, atr, gainPercent }: Step, { position, atr: atrNow }: Facts): number | undefined {
  const { avgPx, entryStopPx } = position ?? {};
  if (avgPx === undefined) return undefined;
  if (gainPercent !== undefined) return mulDiv(avgPx, gainPercent, MICROS);
  if (atr !== undefined) return atrNow === undefined ? undefined : atr * atrNow;
  return entryStopPx === undefined || r === undefined ? undefined : r * Math.abs(avgPx - entryStopPx);
}

/** How far the market is on the winning side: what the position would be closed at. */
function gainOf({ position, quote }: Facts, long: boolean): number | undefined {
  if (position?.avgPx === undefined || quote === undefined) return undefined;
  return long ? quote.bidPx - position.avgPx : position.avgPx - quote.askPx;
}

function planOf(facts: Facts, steps: readonly Step[], expiresMs: number): Plan | NoPlan {
  const gain = gainOf(facts, isLong(facts));
  const { quantity, peakQty } = facts.position ?? {};
  if (gain === undefined || quantity === undefined || peakQty === undefined)
    return noPlan(`${NAME}.facts`, "missing", "present");
  const distances = steps.map((step) => distanceOf(step, facts) ?? Number.POSITIVE_INFINITY);
  const reached = steps.filter((_, index) => gain >= (distances[index] ?? 0));
  const held = absQty(quantity);
  const keepQty = keptOf(peakQty, reached);
  const sizing = [
    shown("gain", gain),
    { key: "steps", value: `${reached.length} of ${steps.length}` },
    shown("peak", peakQty),
    shown("keep", keepQty),
  ];
  if (reached.length === 0)
    return noPlan(`${NAME}.step`, formatMicros(gain), `≥ ${formatMicros(Math.round(Math.min(...distances)))}`, sizing);
  if (keepQty >= held) return noPlan(`${NAME}.taken`, formatMicros(held), `> ${formatMicros(keepQty)}`, sizing);
  return keepQty === 0 ? { type: "exit", expiresMs } : { type: "reduce", keepQty, expiresMs, sizing };
}

/** Whole shares are closed, rounded down. */
function keptOf(peakQty: Qty, reached: readonly Step[]): Qty {
  const part = reached.reduce((sum, step) => sum + step.percent, 0);
  if (part === MICROS) return shares(0);
  return subQty(peakQty, shares(Math.floor(mulDiv(peakQty, part, MICROS) / MICROS)));
}
