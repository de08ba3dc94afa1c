import { choice, type z } from "@bowline/config";
import { MICROS, formatMicros, mulDiv } from "@bowline/kernel";
import type { FormulaReader } from "../define-action.ts";
import type { SizingStep } from "../define-sizing.ts";
import type { Facts } from "../facts.ts";
import { type Leaf, makeLeaf } from "../leaf.ts";
import { midOf } from "../mid.ts";
import { formula, multiple, percent } from "../schema-parts.ts";
import { atrNeed, entryPxNeed } from "./needs.ts";

/** A price by itself, or so far from the entry or from the market. */
export const priceFromShape = {
  /** An expression that comes to dollars. */
  price: formula.optional(),
  /** Multiples of the ATR(14) of one-minute bars. */
  atr: multiple(0.1, 50).optional(),
  /** Percent of the price that it is measured from. */
  percent: percent(0.01, 1000).optional(),
  /** What `atr` and `percent` are measured from: the average price of the position, or the middle of the quote. */
  from: choice(["entry", "market"]).optional(),
};
const WAYS = ["price", "atr", "percent"] as const;

type Spec = { readonly [K in keyof typeof priceFromShape]?: z.output<(typeof priceFromShape)[K]> | undefined };

/** Refuses what says no price, or says it twice. */
export const saysOnePrice = (spec: Spec): boolean => WAYS.filter((way) => spec[way] !== undefined).length === 1;
export const ONE_PRICE = `exactly one of ${WAYS.join(", ")} is needed`;
export const hasPlaceForFrom = ({ price, from }: Spec): boolean => price === undefined || from === undefined;
export const NO_PLACE = { path: ["from"], message: "`price` stands by itself: `from` belongs to `atr` and `percent`" };

/** A price in micros, as a double, and how it was found. */
export type FoundPrice = { readonly level: number; readonly steps: readonly SizingStep[] };

export type PriceFrom = {
  readonly needs: readonly Leaf[];
  /** `up`: above what it is measured from. `undefined` only where a need is not true. */
  find(facts: Facts, up: boolean): FoundPrice | undefined;
};

/** Where the price of an action stands, said in one of the ways. */
export function priceFrom(action: string, spec: Spec, formulaOf: FormulaReader): PriceFrom {
  if (spec.price !== undefined) return byFormula(action, spec.price, formulaOf);
  const isOfMarket = spec.from === "market";
  return {
    needs: [...(isOfMarket ? [] : [entryPxNeed(action)]), ...(spec.atr === undefined ? [] : [atrNeed(action)])],
    find(facts, up) {
      const ref = isOfMarket ? facts.quote && midOf(facts.quote) : facts.position?.avgPx;
      if (ref === undefined) return undefined;
      const distance = spec.atr === undefined ? mulDiv(ref, spec.percent ?? 0, MICROS) : spec.atr * (facts.atr ?? NaN);
      const level = ref + (up ? distance : -distance);
      if (!Number.isFinite(level)) return undefined;
      return { level, steps: [step(isOfMarket ? "midPx" : "entryPx", ref), step("distance", distance)] };
    },
  };
}

export const step = (key: string, micros: number): SizingStep => ({ key, value: formatMicros(Math.round(micros)) });

function byFormula(action: string, text: string, formulaOf: FormulaReader): PriceFrom {
  const { value } = formulaOf(text, "price", ["price"]);
  const read = (facts: Facts): number | undefined => value(facts) as number | undefined;
  return {
    needs: [
      makeLeaf({
        name: `${action}.price`,
        threshold: "> 0",
        read,
        holds: (price) => price > 0,
        show: (price) => formatMicros(Math.round(price)),
      }),
    ],
    find(facts) {
      const level = read(facts);
      return level === undefined ? undefined : { level, steps: [step("price", level)] };
    },
  };
}
