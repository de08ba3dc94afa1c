import { formatMicros } from "@bowline/kernel";
import { type Leaf, makeLeaf } from "../leaf.ts";
import { stopPxOf, targetPxOf } from "./orders.ts";

/** What an action on the orders of an open position needs, whatever the rule asks; each leaf bears the action's name. */
export const stopNeed = (action: string): Leaf =>
  makeLeaf<number>({
    name: `${action}.stop`,
    threshold: "works at the broker",
    read: stopPxOf,
    holds: () => true,
    show: formatMicros,
  });

export const targetNeed = (action: string): Leaf =>
  makeLeaf<number>({
    name: `${action}.target`,
    threshold: "works at the broker",
    read: targetPxOf,
    holds: () => true,
    show: formatMicros,
  });

/** Where the market is: a price that it has passed would trade at once. */
export const quoteNeed = (action: string): Leaf =>
  makeLeaf({
    name: `${action}.quote`,
    threshold: "both sides, live, no doubt",
    read: (facts) => facts.quote,
    holds: ({ doubt }) => doubt === undefined,
    show: ({ doubt, bidPx, askPx }) => doubt ?? `${formatMicros(bidPx)} / ${formatMicros(askPx)}`,
  });

export const entryPxNeed = (action: string): Leaf =>
  makeLeaf<number>({
    name: `${action}.entry`,
    threshold: "known",
    read: (facts) => facts.position?.avgPx,
    holds: (avgPx) => avgPx > 0,
    show: formatMicros,
  });

export const atrNeed = (action: string): Leaf =>
  makeLeaf({
    name: `${action}.atr`,
    threshold: "warm",
    read: (facts) => facts.atr,
    holds: (atr) => atr > 0,
    show: (atr) => formatMicros(Math.round(atr)),
  });
