import { US_PER_MINUTE, US_PER_SECOND } from "@bowline/kernel";
import { type Leaf, makeLeaf } from "./leaf.ts";

/** Holds while the rule has not fired for the symbol, or did so long enough ago. */
export const cooldownLeaf = (cooldownUs: number): Leaf =>
  makeLeaf<{ readonly leftUs: number }>({
    name: "cooldown",
    threshold: `${cooldownUs / US_PER_MINUTE} min since it fired`,
    read: ({ firedUs, nowUs }) => ({ leftUs: firedUs === undefined ? 0 : Math.max(0, firedUs + cooldownUs - nowUs) }),
    holds: ({ leftUs }) => leftUs === 0,
    show: ({ leftUs }) => (leftUs === 0 ? "over" : `${Math.ceil(leftUs / US_PER_SECOND)} s left`),
  });
