import type { Groups } from "@bowline/config";
import {
  type DivergenceWatch,
  makeDivergenceWatch,
  type MdDivergence,
  type MdQuote,
  type SecondPrice,
} from "@bowline/market";
import type { Us } from "@bowline/kernel";
import type { SecondSource } from "./second-source.ts";

/** What the feed tells of a second source; of none it tells only that one, whose word still stands, is gone. */
export type Comparison = {
  learn(divergence: MdDivergence): void;
  /** Takes a price that came from outside. */
  hear(price: SecondPrice): void;
  /** What is to be told behind these quotes. */
  take(quotes: readonly MdQuote[], nowUs: Us): readonly MdDivergence[];
};

export const makeComparison = (source: SecondSource | undefined, groups: Groups): Comparison =>
  source === undefined ? nothingToCompare() : comparing(source, groups);

function comparing({ limits, prices }: SecondSource, groups: Groups): Comparison {
  const watch: DivergenceWatch = makeDivergenceWatch(limits);
  const symbols = new Set(groups.symbols);
  let next = 0;
  const hear = (price: SecondPrice): void => {
    if (symbols.has(price.symbol)) watch.second(price);
  };
  return {
    learn: watch.learn,
    hear,
    take(quotes, nowUs) {
      for (const quote of quotes) watch.first(quote);
      for (let price = prices[next]; price !== undefined && price.atUs <= nowUs; price = prices[next]) {
        hear(price);
        next += 1;
      }
      return watch.take(nowUs);
    },
  };
}

function nothingToCompare(): Comparison {
  const standing = new Map<string, MdDivergence>();
  return {
    learn: (divergence) =>
      void (divergence.state === "DIVERGENT"
        ? standing.set(divergence.symbol, divergence)
        : standing.delete(divergence.symbol)),
    hear: () => undefined,
    take(_quotes, nowUs) {
      const told = [...standing.values()].map((one) => ({ ...one, state: "NOT_COMPARED" as const, sinceUs: nowUs }));
      standing.clear();
      return told;
    },
  };
}
