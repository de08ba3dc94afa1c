import type { Us } from "@bowline/kernel";
import { splitStep, STEP_US, type StepTick, type SymbolStep } from "@bowline/matching";
import type { MarketStep } from "./timeline.ts";

/** How a market's steps come apart: the same seed and number give the same parts, whoever asks, and when. */
export type StepSplit = { readonly seed: string; readonly ticks: number };

/** Where nobody said otherwise, and in what history tells. */
export const TICKS_PER_SECOND = 2;

/** One symbol's step that ends then, in parts. */
export const partsOf = (
  { seed, ticks }: StepSplit,
  endUs: number,
  step: SymbolStep,
  before: SymbolStep | undefined,
): readonly StepTick[] => withAuctionOnce(splitStep(step, { key: `${seed}/${endUs}`, ticks, before }));

/** When a part of a step ends. */
export const partEndUs = (stepEndUs: number, part: number, ticks: number): Us =>
  (stepEndUs - STEP_US + Math.floor(((part + 1) * STEP_US) / ticks)) as Us;

/** A step of all symbols that comes apart, a few symbols at a time: all at once would hold up everything that is due meanwhile. */
export type Splitting = {
  readonly of: number;
  /** Takes so much of it apart, from 0 to 1, where that was not done. */
  prepare(share: number): void;
  /** All symbols' part, in their order. */
  part(index: number): readonly StepTick[];
};

export function splitMarketStep(
  split: StepSplit,
  { simUs, steps }: MarketStep,
  before: MarketStep | undefined,
): Splitting {
  const bySymbol: (readonly StepTick[])[] = [];
  const prepare = (share: number): void => {
    for (let at = bySymbol.length; at < steps.length * share; at++) {
      const step = steps[at];
      if (step !== undefined) bySymbol.push(partsOf(split, simUs, step, before?.steps[at]));
    }
  };
  return {
    of: split.ticks,
    prepare,
    part: (index) => {
      prepare(1);
      return bySymbol.flatMap((parts) => parts[index] ?? []);
    },
  };
}

/** An auction is in one part only: an opening in the first that traded, a closing in the last. Orders that wait for it meet it there. */
function withAuctionOnce(parts: readonly StepTick[]): readonly StepTick[] {
  const auction = parts[0]?.state?.auction;
  if (auction === undefined) return parts;
  const isTraded = ({ volume }: StepTick): boolean => volume > 0;
  const at = auction === "CLOSE" ? parts.findLastIndex(isTraded) : parts.findIndex(isTraded);
  const holder = at < 0 ? parts.length - 1 : at;
  return parts.map((part, index) => (index === holder ? part : withoutAuction(part)));
}

function withoutAuction(part: StepTick): StepTick {
  if (part.state === undefined) return part;
  const { auction: _auction, auctionPx: _px, auctionQty: _qty, ...state } = part.state;
  return { ...part, state };
}
