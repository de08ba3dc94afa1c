import { MICROS, mulDiv, type Prng, type Px, type Qty } from "@bowline/kernel";
import type { BrokerSide } from "./broker-types.ts";
import type { FillTerms, Impact, Slippage } from "./fill-terms.ts";
import type { SymbolStep } from "./market.ts";
import { isWithin } from "./match-price.ts";
import { incrementAt, type PriceBand, roundToIncrement } from "./price-increment.ts";

type Taking = {
  readonly side: BrokerSide;
  readonly lmtPx: Px | undefined;
  readonly quantity: Qty;
  readonly step: SymbolStep;
  readonly bands: readonly PriceBand[];
};

export const hasSlippage = ({ slippage, impact }: FillTerms): boolean =>
  slippage.type !== "NONE" || impact.type !== "NONE";

/** The price after slippage and impact: worse by both, on the increment, never beyond the order's limit. */
export function slippedPx(price: Px, taking: Taking, { slippage, impact }: FillTerms, prng: Prng): Px {
  const { side, lmtPx, bands } = taking;
  const away = mulDiv(incrementAt(bands, price), ticksOf(slippage, prng), 1) + impactOf(impact, price, taking);
  const worse = side === "BUY" ? price + away : Math.max(1, price - away);
  const slipped = roundToIncrement(bands, worse, side === "BUY" ? "UP" : "DOWN");
  return lmtPx === undefined || isWithin(side, slipped, lmtPx) ? slipped : lmtPx;
}

function ticksOf(slippage: Slippage, prng: Prng): number {
  if (slippage.type === "NONE") return 0;
  return slippage.type === "TICKS" ? slippage.ticks : Math.floor(prng.unit() * (slippage.maxTicks + 1));
}

/** Where nothing traded a share is taken for the volume: impact is then at its greatest. */
function impactOf(impact: Impact, price: Px, { quantity, step }: Taking): number {
  if (impact.type === "NONE") return 0;
  const rootMicros = Math.round(Math.sqrt(Number(quantity) / Math.max(step.volume, MICROS)) * MICROS);
  return mulDiv(mulDiv(price, impact.coefficientMicros, MICROS), rootMicros, MICROS);
}
