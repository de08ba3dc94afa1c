import { us, US_PER_MINUTE } from "@bowline/kernel";
import { usOfExchangeTime } from "@bowline/calendar";
import fc from "fast-check";
import type { StudyBar } from "../study.ts";

/** The open of a session, and of the next one. */
const OPENS = ["2024-01-02", "2024-01-03"].map((date) => usOfExchangeTime(date, 9, 30));
const CENT = 10_000;

type Shape = { readonly low: number; readonly height: number; readonly inside: number; readonly kind: number };

const anyShape: fc.Arbitrary<Shape> = fc.record({
  low: fc.integer({ min: 100, max: 200_000 }),
  height: fc.integer({ min: 0, max: 500 }),
  inside: fc.integer({ min: 0, max: 500 }),
  kind: fc.integer({ min: 0, max: 19 }),
});

/** The bar of the nth minute of two short sessions; one of twenty did not trade, one of twenty is missing. */
export function barOf({ low, height, inside, kind }: Shape, index: number, perSession = 40): StudyBar {
  const open = OPENS[Math.min(1, Math.floor(index / perSession))] as number;
  const closeUs = us(
    open + ((index % perSession) + Math.floor(index / (2 * perSession)) * perSession + 1) * US_PER_MINUTE,
  );
  if (kind === 0) return { closeUs, status: "NO_TRADE", volume: 0 };
  if (kind === 1) return { closeUs, status: "NO_DATA", volume: 0 };
  const at = (part: number): number => (low + (part % (height + 1))) * CENT;
  return {
    closeUs,
    status: "TRADED",
    openPx: at(inside),
    highPx: (low + height) * CENT,
    lowPx: low * CENT,
    closePx: at(inside * 7 + 3),
    volume: (kind * 100 + inside) * 1_000_000,
  };
}

/** Bars in rising order of time, over two sessions. */
export const anyBars = (most: number): fc.Arbitrary<readonly StudyBar[]> =>
  fc.array(anyShape, { maxLength: most }).map((shapes) => shapes.map((shape, index) => barOf(shape, index)));

export const anyShapes = fc.array(anyShape, { maxLength: 60 });
