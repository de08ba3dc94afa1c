import { choice, strict } from "@bowline/config";
import type { z } from "@bowline/config";
import type { Direction } from "@bowline/contracts";
import { type Px, formatMicros, px } from "@bowline/kernel";
import { bracketSchema, distancesOf, restsOnAtr } from "./bracket.ts";
import { type BracketPrices, bracketPrices } from "./bracket-prices.ts";
import { collar } from "./collar.ts";
import type { Facts } from "./facts.ts";
import { midOf } from "./mid.ts";
import { oneOf } from "./one-of.ts";
import { type EnterPlan, type NoPlan, noPlan } from "./plans.ts";
import { decimal, whole } from "./schema-parts.ts";
import { SIZINGS } from "./sizing/index.ts";

/** What every action says that sends an entry with its bracket. */
export const entryFields = {
  order: choice(["market", "marketable-limit"]),
  /** How far through the opposite quote a marketable limit may pay. */
  collarBps: decimal(0, 500).optional(),
  size: oneOf("sizing", SIZINGS),
  bracket: bracketSchema,
  /** An unfilled entry is canceled after so many minutes. */
  cancelAfterMinutes: whole(1, 390).default(1),
  /** After so long the intent is never sent. */
  expiresMs: whole(100, 60_000).default(2000),
};

const entrySchema = strict(entryFields);
export type EntryParams = z.output<typeof entrySchema>;

/** For `refine`. */
export const hasItsCollar = ({ order, collarBps }: Pick<EntryParams, "order" | "collarBps">): boolean =>
  (order === "marketable-limit") === (collarBps !== undefined);
export const COLLAR_NEEDED = {
  path: ["collarBps"],
  message: "`collarBps` belongs to `order: marketable-limit`, which needs it",
};

export const entryRestsOn = ({ bracket, size }: EntryParams): { readonly atr: boolean } => ({
  atr: restsOnAtr(bracket) || size.plugIn.restsOnAtr === true,
});

/** The order and its bracket as they would be sent now, in this direction; or why there are none. */
export function planEntry(params: EntryParams, facts: Facts, direction: Direction | undefined): EnterPlan | NoPlan {
  const { quote, atr, equity } = facts;
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

const priceSteps = (refPx: Px, atr: number | undefined, { stopPx, targetLmtPx }: BracketPrices) => [
  { key: "refPx", value: formatMicros(refPx) },
  ...(atr === undefined ? [] : [{ key: "atr", value: formatMicros(Math.round(atr)) }]),
  { key: "stopPx", value: formatMicros(stopPx) },
  { key: "targetLmtPx", value: formatMicros(targetLmtPx) },
];
