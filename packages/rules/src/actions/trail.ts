import { strict } from "@bowline/config";
import { MICROS, formatMicros, mulDiv } from "@bowline/kernel";
import { CENT } from "../cents.ts";
import { closeNeeds } from "../close-needs.ts";
import { defineAction } from "../define-action.ts";
import type { Facts } from "../facts.ts";
import { type Leaf, makeLeaf } from "../leaf.ts";
import { midOf } from "../mid.ts";
import { noPlan } from "../plans.ts";
import { moveStops } from "../protection/move-stops.ts";
import { atrNeed, quoteNeed, stopNeed } from "../protection/needs.ts";
import { isLong } from "../protection/orders.ts";
import { step } from "../protection/price-from.ts";
import { decimal, multiple, percent, whole } from "../schema-parts.ts";

const NAME = "trail";
const WAYS = ["amount", "percent", "atr", "chandelier"] as const;

const schema = strict({
  /** Dollars behind the middle of the quote. */
  amount: decimal(0.01, 100_000).optional(),
  /** Percent behind it. */
  percent: percent(0.01, 50).optional(),
  /** Multiples of the ATR(14) of one-minute bars behind it. */
  atr: multiple(0.1, 50).optional(),
  /** Multiples of the ATR behind the best price since the entry. */
  chandelier: multiple(0.1, 50).optional(),
  /** A smaller step is not made. */
  minStepCents: whole(1, 10_000).default(1),
}).refine(
  (spec) => WAYS.filter((way) => spec[way] !== undefined).length === 1,
  `exactly one of ${WAYS.join(", ")} is needed`,
);

type Spec = { readonly [K in (typeof WAYS)[number]]?: number | undefined };

/** The best price for the position since it was entered. */
const bestPxOf = (facts: Facts): number | undefined => (isLong(facts) ? facts.position?.highPx : facts.position?.lowPx);

const bestNeed: Leaf = makeLeaf({
  name: `${NAME}.best`,
  threshold: "known",
  read: bestPxOf,
  holds: (bestPx) => bestPx > 0,
  show: formatMicros,
});

/** The broker holds the stop all the time; asked again, it follows. So a rule with this listens to bars or quotes. */
export const trail = defineAction({
  name: NAME,
  doc: "Moves the working stop after the market, never away from it: `amount` dollars, `percent` or so many `atr` behind the middle of the quote, or so many ATRs behind the best price since the entry (`chandelier`). One step each time that the rule fires; between them the stop works at the broker where it stands.",
  claims: ["stop"],
  opens: false,
  schema,
  compile({ minStepCents, ...spec }) {
    const restsOnAtr = spec.atr !== undefined || spec.chandelier !== undefined;
    return {
      needs: [
        ...closeNeeds(NAME),
        stopNeed(NAME),
        quoteNeed(NAME),
        ...(restsOnAtr ? [atrNeed(NAME)] : []),
        ...(spec.chandelier === undefined ? [] : [bestNeed]),
      ],
      plan(facts) {
        const behind = behindOf(spec, facts);
        if (behind === undefined) return noPlan(`${NAME}.price`, "missing", "present");
        const { key, refPx, distance } = behind;
        const level = refPx + (isLong(facts) ? -distance : distance);
        const steps = [
          step(key, refPx),
          ...(restsOnAtr ? [step("atr", facts.atr ?? 0)] : []),
          step("distance", distance),
          step("level", level),
        ];
        return moveStops(facts, { action: NAME, level, steps, held: true, leastStep: minStepCents * CENT });
      },
    };
  },
});

type Behind = { readonly key: string; readonly refPx: number; readonly distance: number };

function behindOf(spec: Spec, facts: Facts): Behind | undefined {
  const { quote, atr = Number.NaN } = facts;
  if (spec.chandelier !== undefined) {
    const refPx = bestPxOf(facts);
    return refPx === undefined ? undefined : { key: "bestPx", refPx, distance: spec.chandelier * atr };
  }
  if (quote === undefined) return undefined;
  const refPx = midOf(quote);
  const distance = spec.atr === undefined ? (spec.amount ?? mulDiv(refPx, spec.percent ?? 0, MICROS)) : spec.atr * atr;
  return { key: "midPx", refPx, distance };
}
