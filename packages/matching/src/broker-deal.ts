import { makePrng, prngFromState, type Px, type Qty } from "@bowline/kernel";
import type { Book } from "./broker-book.ts";
import type { Priced } from "./broker-price.ts";
import type { WorkingOrder } from "./broker-state.ts";
import type { SymbolStep } from "./market.ts";
import { hasSlippage, slippedPx } from "./slippage.ts";

/** What was found for an order at a moment: how much, at which price, in which step. */
export type Found = Priced & { readonly quantity: Qty; readonly step: SymbolStep };

/** The price that a fill is done at: as it was found, or worse by slippage and impact. */
export function dealtPx({ state, terms }: Book, { side, symbol }: WorkingOrder, found: Found): Px {
  const { fills, instrumentOf } = terms;
  if (!hasSlippage(fills)) return found.px;
  const prng = state.prng.length === 0 ? makePrng(fills.seed) : prngFromState(state.prng);
  const slipped = slippedPx(found.px, { ...found, side, bands: instrumentOf(symbol).bands }, fills, prng);
  state.prng = prng.state();
  return slipped;
}
