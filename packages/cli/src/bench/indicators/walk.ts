import type { IndicatorBar } from "@bowline/indicators";
import { MICROS, makePrng } from "@bowline/kernel";
import type { Market } from "./contestants.ts";

const CENT = MICROS / 100;

/** Bars of a walk in whole cents, the same every time. */
export function makeMarket(count: number): Market {
  const prng = makePrng("indicators");
  const bars: IndicatorBar[] = [];
  let close = 10_000;
  for (let index = 0; index < count; index++) {
    const open = close;
    close = Math.max(1000, open + Math.round((prng.unit() - 0.5) * 21));
    const high = Math.max(open, close) + Math.floor(prng.unit() * 8);
    const low = Math.min(open, close) - Math.floor(prng.unit() * 8);
    const volume = (100 + Math.floor(prng.unit() * 9000)) * MICROS;
    const px = { openPx: open * CENT, highPx: high * CENT, lowPx: low * CENT, closePx: close * CENT };
    bars.push({ ...px, volume, day: 20_240_102, minute: (index % 390) + 1 });
  }
  const dollars = bars.map(({ highPx, lowPx, closePx }) => ({
    high: highPx / MICROS,
    low: lowPx / MICROS,
    close: closePx / MICROS,
  }));
  return { bars, dollars };
}
