import { makePrng } from "@bowline/kernel";
import { STEPS_PER_MINUTE } from "./market.ts";
import type { MarketTraits } from "./market-traits.ts";

/** Something that happens to one symbol in one session's regular hours; steps count from the open. */
export type News = {
  readonly step: number;
  /** Trading stops for so many steps; 0: it goes on. */
  readonly haltSteps: number;
  /** Change of the price's logarithm. */
  readonly logJump: number;
};

export type NewsWish = {
  readonly key: string;
  readonly symbol: string;
  readonly session: number;
  readonly steps: number;
};

/** What happens to a symbol in a session, by script and by chance, in order. */
export function newsOf(
  { key, symbol, session, steps }: NewsWish,
  { news, events = [] }: MarketTraits,
): readonly News[] {
  const scripted = events
    .filter((event) => event.symbol === symbol && event.session === session)
    .map(({ minute, jump = 0, haltMinutes = 0 }) => ({
      step: minute * STEPS_PER_MINUTE,
      haltSteps: haltMinutes * STEPS_PER_MINUTE,
      logJump: Math.log(1 + jump),
    }));
  return [...scripted, ...(news === undefined ? [] : drawn(key, symbol, { ...news, steps }))]
    .filter(({ step }) => step < steps)
    .sort((a, b) => a.step - b.step);
}

type Drawn = NonNullable<MarketTraits["news"]> & { readonly steps: number };

function drawn(key: string, symbol: string, { perDay, size, haltRatio, haltMinutes, steps }: Drawn): readonly News[] {
  const prng = makePrng(`${key}/news/${symbol}`);
  const found: News[] = [];
  // Gaps between events of a steady rate are exponential.
  for (let at = -Math.log(1 - prng.unit()) / perDay; at < 1; at -= Math.log(1 - prng.unit()) / perDay) {
    const isHalted = prng.unit() < haltRatio;
    const haltSteps = isHalted ? Math.round(haltMinutes * STEPS_PER_MINUTE * (0.5 + prng.unit())) : 0;
    found.push({ step: Math.floor(at * steps), haltSteps, logJump: size * prng.normal() });
  }
  return found;
}
