import { choice, strict } from "@bowline/config";
import type { z } from "@bowline/config";
import { type Px, formatMicros, mulDiv, px } from "@bowline/kernel";
import { bracketSchema, distancesOf, restsOnAtr } from "../bracket.ts";
import { type BracketPrices, bracketPrices } from "../bracket-prices.ts";
import { ceilToCent, floorToCent } from "../cents.ts";
import { defineAction } from "../define-action.ts";
import type { Facts } from "../facts.ts";
import { directionNeed, enterNeeds } from "../enter-needs.ts";
import { midOf } from "../mid.ts";
import { oneOf } from "../one-of.ts";
import { type NoPlan, type Plan, noPlan } from "../plans.ts";
import { decimal, whole } from "../schema-parts.ts";
import { SIZINGS } from "../sizing/index.ts";

const schema = strict({
  /** Where to: as the prediction says, or always the same way. */
  direction: choice(["prediction", "LONG", "SHORT"]).default("prediction"),
  order: choice(["market", "marketable-limit"]),
  /** How far through the opposite quote a marketable limit may pay. */
  collarBps: decimal(0, 500).optional(),
  size: oneOf("sizing", SIZINGS),
  bracket: bracketSchema,
  /** An unfilled entry is canceled after so many minutes. */
  cancelAfterMinutes: whole(1, 390).default(1),
  /** After so long the intent is never sent. */
  expiresMs: whole(100, 60_000).default(2000),
}).refine(({ order, collarBps }) => (order === "marketable-limit") === (collarBps !== undefined), {
  path: ["collarBps"],
  message: "`collarBps` belongs to `order: marketable-limit`, which needs it",
});

export const enter = defineAction({
  name: "enter",
  doc: "Opens a position, with its stop and target in one bracket.",
  claims: ["position"],
  opens: true,
  schema,
  compile: (params) => ({
    needs: [
      ...(params.direction === "prediction" ? [directionNeed] : []),
      ...enterNeeds({ atr: restsOnAtr(params.bracket) || params.size.plugIn.restsOnAtr === true }),
    ],
    plan: (facts) => planOf(params, facts),
  }),
});

type Params = z.output<typeof schema>;

function planOf(params: Params, facts: Facts): Plan | NoPlan {
  const { quote, atr, equity } = facts;
  const direction = directionOf(params, facts);
  if (direction === undefined || quote === undefined || equity === undefined)
    return noPlan("facts", "missing", "present");
  const long = direction === "LONG";
  const refPx = long ? quote.askPx : quote.bidPx;
  const lmtPx = params.collarBps === undefined ? undefined : collar(long, refPx, params.collarBps);
  const worstPx = lmtPx ?? refPx;
  const distances = distancesOf(params.bracket, facts, long, refPx);
  if ("type" in distances) return distances;
  const prices = bracketPrices(long, refPx, distances);
  if (prices === undefined) return noPlan("bracket", "a price below a cent or absurd", "prices of a share");
  const { orderQty, steps } = params.size.plugIn.size(params.size.params, {
    equity,
    confidence: confidenceOf(facts),
    ...worthOf(long, worstPx, prices),
    atr,
  });
  const sizing = [...priceSteps(refPx, atr, prices), ...steps];
  if (orderQty <= 0) return noPlan("sizing", "0 shares", "≥ 1 share", sizing);
  return {
    type: "enter",
    side: long ? "BUY" : "SELL_SHORT",
    orderQty,
    ordType: lmtPx === undefined ? "MKT" : "LMT",
    lmtPx,
    ...prices,
    decisionPx: midOf(quote),
    expiresMs: params.expiresMs,
    cancelAfterMinutes: params.cancelAfterMinutes,
    sizing,
  };
}

/** What a share loses and wins from the worst price that the entry accepts. */
const worthOf = (long: boolean, worstPx: Px, { stopPx, targetLmtPx }: BracketPrices) => ({
  worstPx,
  riskPerShare: px(Math.abs(worstPx - stopPx)),
  rewardPerShare: px(Math.max(1, long ? targetLmtPx - worstPx : worstPx - targetLmtPx)),
});

const confidenceOf = ({ prediction }: Facts): number | undefined => prediction?.confidence;

const directionOf = ({ direction }: Params, { prediction }: Facts) =>
  direction === "prediction" ? prediction?.direction : direction;

/** The worst acceptable price on a whole cent: never beyond the collar, never short of the quote itself. */
function collar(long: boolean, refPx: Px, collarBps: number): Px {
  const distance = mulDiv(refPx, collarBps, 10_000_000_000);
  const rounded = long ? floorToCent(refPx + distance) : ceilToCent(refPx - distance);
  return px(long ? Math.max(rounded, refPx) : Math.min(rounded, refPx));
}

const priceSteps = (refPx: Px, atr: number | undefined, { stopPx, targetLmtPx }: BracketPrices) => [
  { key: "refPx", value: formatMicros(refPx) },
  ...(atr === undefined ? [] : [{ key: "atr", value: formatMicros(Math.round(atr)) }]),
  { key: "stopPx", value: formatMicros(stopPx) },
  { key: "targetLmtPx", value: formatMicros(targetLmtPx) },
];
