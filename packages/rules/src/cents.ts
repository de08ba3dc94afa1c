import { type Px, assert, px } from "@bowline/kernel";

/** One cent in micros. */
export const CENT = 10_000;

/** The greatest whole cent at or below a price in micros, given as a double. */
export function floorToCent(price: number): Px {
  assert(Number.isFinite(price), `no price: ${price}`);
  return px(Math.floor(price / CENT) * CENT);
}

/** The least whole cent at or above a price in micros, given as a double. */
export function ceilToCent(price: number): Px {
  assert(Number.isFinite(price), `no price: ${price}`);
  return px(Math.ceil(price / CENT) * CENT);
}
