import { choice, strict } from "@bowline/config";
import { US_PER_MINUTE, formatMicros } from "@bowline/kernel";
import { defineCondition } from "../define-condition.ts";
import type { Facts } from "../facts.ts";
import { type Leaf, makeLeaf, showRange } from "../leaf.ts";
import { oneOrMore, saysSomething, whole } from "../schema-parts.ts";

const STATES = ["flat", "long", "short", "open"] as const;
type State = (typeof STATES)[number];

const schema = strict({
  is: oneOrMore(choice(STATES)).optional(),
  minAgeMinutes: whole(0, 1_000_000).optional(),
}).refine(saysSomething, "needs `is`, `minAgeMinutes` or both");

/** Holds for the strategy's own position in the symbol: its side, and how long it has been open. UNKNOWN while the position is in doubt. */
export const position = defineCondition({
  name: "position",
  schema,
  leaves: ({ is, minAgeMinutes }) => {
    const leaves: Leaf[] = [];
    if (is !== undefined) leaves.push(sideLeaf(is));
    if (minAgeMinutes !== undefined) leaves.push(ageLeaf(minAgeMinutes));
    return leaves;
  },
});

const sideLeaf = (wanted: readonly State[]): Leaf =>
  makeLeaf<number>({
    name: "position.is",
    threshold: wanted.join(" or "),
    read: (facts) => facts.position?.quantity,
    holds: (quantity) => wanted.includes(stateOf(quantity)) || (quantity !== 0 && wanted.includes("open")),
    show: (quantity) => (quantity === 0 ? "flat" : `${stateOf(quantity)} ${formatMicros(Math.abs(quantity))}`),
  });

const stateOf = (quantity: number): State => (quantity === 0 ? "flat" : quantity > 0 ? "long" : "short");

/** A flat position has no age: the leaf is false, not unknown. */
const ageLeaf = (minAgeMinutes: number): Leaf =>
  makeLeaf<{ readonly minutes: number | undefined }>({
    name: "position.age",
    threshold: `${showRange(minAgeMinutes, undefined)} min`,
    read: (facts) => (facts.position === undefined ? undefined : { minutes: ageMinutes(facts) }),
    holds: ({ minutes }) => minutes !== undefined && minutes >= minAgeMinutes,
    show: ({ minutes }) => (minutes === undefined ? "flat" : `${minutes} min`),
  });

function ageMinutes({ position: held, nowUs }: Facts): number | undefined {
  return held?.enteredUs === undefined ? undefined : Math.floor((nowUs - held.enteredUs) / US_PER_MINUTE);
}
