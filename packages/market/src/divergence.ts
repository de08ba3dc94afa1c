import type { EventByKind } from "@bowline/contracts";
import { MICROS, mulDiv, type Px, px, type Us } from "@bowline/kernel";
import type { MdQuote } from "./quote-book.ts";

export type MdDivergence = EventByKind<"md.divergence">;

/** What a second source says that a symbol costs. */
export type SecondPrice = { readonly symbol: string; readonly px: Px; readonly atUs: Us };

export type DivergenceLimits = {
  /** Name of the second source, as entries tell it. */
  readonly source: string;
  /** Greatest distance that is none, as a ratio to the first source's price, in micros of 1. */
  readonly bound: number;
  /** How long the sources must differ, or agree again, before it is told. */
  readonly holdUs: number;
  /** A price that was told longer ago is compared with nothing. */
  readonly staleUs: number;
};

/** Compares two sources of prices, symbol by symbol. */
export type DivergenceWatch = {
  /** The first source's quote. One without a middle, halted or not of live data says nothing. */
  first(quote: MdQuote): void;
  second(price: SecondPrice): void;
  /** Takes over what the journal tells. */
  learn(divergence: MdDivergence): void;
  /** What is to be told now, in symbol order. */
  take(nowUs: Us): readonly MdDivergence[];
};

type Known = {
  group: string;
  firstPx?: Px;
  firstUs?: Us;
  secondPx?: Px;
  secondUs?: Us;
  state: MdDivergence["state"];
  /** Since when the sources are otherwise than was told. */
  sinceUs?: Us | undefined;
};

/**
 * A source that falls silent is no divergence, and none ends by it: what was told stands until both are heard again and agree.
 * Nothing is told of a symbol whose sources never differed.
 */
export function makeDivergenceWatch(limits: DivergenceLimits): DivergenceWatch {
  const symbols = new Map<string, Known>();
  const knownOf = (symbol: string): Known => {
    let known = symbols.get(symbol);
    if (known === undefined) {
      known = { group: "none", state: "AGREES" };
      symbols.set(symbol, known);
    }
    return known;
  };
  return {
    first(quote) {
      const middle = middleOf(quote);
      if (middle === undefined) return;
      Object.assign(knownOf(quote.symbol), { group: quote.group, firstPx: middle, firstUs: quote.quoteUs });
    },
    second({ symbol, px: secondPx, atUs }) {
      Object.assign(knownOf(symbol), { secondPx, secondUs: atUs });
    },
    learn({ symbol, group, state }) {
      Object.assign(knownOf(symbol), { group, state, sinceUs: undefined });
    },
    take(nowUs) {
      const told: MdDivergence[] = [];
      for (const [symbol, known] of [...symbols].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
        const news = lookAt(symbol, known, { limits, nowUs });
        if (news !== undefined) told.push(news);
      }
      return told;
    },
  };
}

function middleOf({ bidPx, askPx, halted, dataType = "LIVE" }: MdQuote): Px | undefined {
  if (halted || dataType !== "LIVE" || bidPx === undefined || askPx === undefined || bidPx >= askPx) return undefined;
  return px(Math.floor((Number(bidPx) + Number(askPx)) / 2));
}

type Look = { readonly limits: DivergenceLimits; readonly nowUs: Us };

function lookAt(symbol: string, known: Known, { limits, nowUs }: Look): MdDivergence | undefined {
  const { firstPx, secondPx, firstUs = 0, secondUs = 0 } = known;
  // A clock that goes wrong may put a price into the future: it is as little of now as an old one.
  const isStale = [firstUs, secondUs].some((atUs) => Math.abs(nowUs - atUs) > limits.staleUs);
  if (firstPx === undefined || secondPx === undefined || isStale) {
    known.sinceUs = undefined;
    return undefined;
  }
  const deviation = mulDiv(Math.abs(secondPx - firstPx), MICROS, firstPx);
  const state = deviation > limits.bound ? "DIVERGENT" : "AGREES";
  if (state === known.state) {
    known.sinceUs = undefined;
    return undefined;
  }
  const sinceUs = known.sinceUs ?? nowUs;
  known.sinceUs = sinceUs;
  if (nowUs - sinceUs < limits.holdUs) return undefined;
  Object.assign(known, { state, sinceUs: undefined });
  const { group } = known;
  const { source, bound } = limits;
  return { kind: "md.divergence", group, symbol, state, source, firstPx, secondPx, deviation, bound, sinceUs };
}
