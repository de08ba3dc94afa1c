import { formatMicros } from "@bowline/kernel";
import { type Leaf, makeLeaf } from "./leaf.ts";

/** What an action needs that closes a position, or a part of it: one that is open, and no exit under way already. */
export const closeNeeds = (action: string): readonly Leaf[] => [
  makeLeaf<number>({
    name: `${action}.position`,
    threshold: "open",
    read: (facts) => facts.position?.quantity,
    holds: (quantity) => quantity !== 0,
    show: formatMicros,
  }),
  makeLeaf({
    name: `${action}.running`,
    threshold: "none under way",
    read: (facts) => facts.exiting,
    holds: (exiting) => !exiting,
    show: (exiting) => (exiting ? "under way" : "none"),
  }),
];

/** No part of the position is being closed. */
export const noReductionNeed = (action: string): Leaf =>
  makeLeaf({
    name: `${action}.reducing`,
    threshold: "none under way",
    read: (facts) => facts.reducing,
    holds: (reducing) => !reducing,
    show: (reducing) => (reducing ? "under way" : "none"),
  });

/** No order works that would change the position at the same time. */
export const noEntryNeed = (action: string): Leaf =>
  makeLeaf<number>({
    name: `${action}.entries`,
    threshold: "none works",
    read: (facts) => facts.liveEntries,
    holds: (count) => count === 0,
    show: String,
  });
