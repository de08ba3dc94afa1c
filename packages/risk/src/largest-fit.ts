import { MICROS, type Qty, qty } from "@bowline/kernel";

/** What is said of a quantity: it passes, there is too much of it, or something else is against it (too little of it, say). */
export type Fit = "FITS" | "TOO_LARGE" | "DENIED";

/**
 * The largest whole quantity below one that is too large which passes, in a number of questions that grows with the quantity's digits.
 * What is answered passes, always; nothing larger does, where a smaller quantity is never too large when a larger one is not.
 * `undefined` where none passes.
 */
export function largestFit(tooLarge: Qty, ask: (quantity: Qty) => Fit): Qty | undefined {
  let [low, high] = [0, Math.ceil(Number(tooLarge) / MICROS)];
  let fits: Qty | undefined;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    const quantity = qty(middle * MICROS);
    const found = ask(quantity);
    if (found === "FITS") [low, fits] = [middle, quantity];
    else if (found === "TOO_LARGE" || fits !== undefined) high = middle;
    else low = middle;
  }
  return fits;
}
