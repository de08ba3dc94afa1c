import { MICROS, type Px, px } from "@bowline/kernel";

/** From `lowEdgePx` on prices are multiples of `incrementPx`; IB's market rule. */
export type PriceBand = { readonly lowEdgePx: Px; readonly incrementPx: Px };

/** US stocks: a cent, and below one dollar a hundredth of it. */
export const US_STOCK_BANDS: readonly PriceBand[] = [
  { lowEdgePx: px(0), incrementPx: px(100) },
  { lowEdgePx: px(MICROS), incrementPx: px(10_000) },
];

/** The increment at a price; bands rise. */
export function incrementAt(bands: readonly PriceBand[], price: Px): Px {
  let increment = bands[0]?.incrementPx ?? px(1);
  for (const band of bands) if (price >= band.lowEdgePx) increment = band.incrementPx;
  return increment;
}

export const isOnIncrement = (bands: readonly PriceBand[], price: Px): boolean =>
  price > 0 && price % incrementAt(bands, price) === 0;

/** The nearest price on the increment that is not above (DOWN) or not below (UP); at least one increment. */
export function roundToIncrement(bands: readonly PriceBand[], price: number, towards: "UP" | "DOWN"): Px {
  const increment = incrementAt(bands, px(Math.max(1, price)));
  const over = ((price % increment) + increment) % increment;
  const rounded = over === 0 ? price : towards === "DOWN" ? price - over : price - over + increment;
  return px(Math.max(rounded, increment));
}
