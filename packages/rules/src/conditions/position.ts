import { choice, strict } from "@bowline/config";
import { US_PER_MINUTE, formatMicros } from "@bowline/kernel";
import { type LeafText, defineCondition, isOneOf } from "../define-condition.ts";
import type { Facts } from "../facts.ts";
import { showRange } from "../leaf.ts";
import { oneOrMore, saysSomething, whole } from "../schema-parts.ts";

const STATES = ["flat", "long", "short", "open"] as const;
type State = (typeof STATES)[number];

const schema = strict({
  is: oneOrMore(choice(STATES)).optional(),
  minAgeMinutes: whole(0, 1_000_000).optional(),
}).refine(saysSomething, "needs `is`, `minAgeMinutes` or both");

export const position = defineCondition({
  name: "position",
  group: "position",
  doc: "The strategy's own position in the symbol is on one of these sides, and has been open so long (false when flat).",
  schema,
  leaves: ({ is, minAgeMinutes }) => {
    const leaves: LeafText[] = [];
    if (is !== undefined) leaves.push(sideLeaf(is));
    if (minAgeMinutes !== undefined)
      leaves.push({
        name: "position.age",
        threshold: `${showRange(minAgeMinutes, undefined)} min`,
        test: `position.open && position.age_minutes >= ${minAgeMinutes}`,
        show: showAge,
      });
    return leaves;
  },
});

function sideLeaf(wanted: readonly State[]): LeafText {
  const sides = wanted.filter((state) => state !== "open");
  const tests = [
    ...(sides.length === 0 ? [] : [isOneOf("position.side", sides)]),
    ...(wanted.includes("open") ? ["position.open"] : []),
  ];
  return { name: "position.is", threshold: wanted.join(" or "), test: tests.join(" || "), show: showSide };
}

function showSide({ position: held }: Facts): string | undefined {
  const quantity = Number(held?.quantity ?? 0);
  if (held === undefined || quantity === 0) return held === undefined ? undefined : "flat";
  return `${quantity > 0 ? "long" : "short"} ${formatMicros(Math.abs(quantity))}`;
}

function showAge({ position: held, nowUs }: Facts): string | undefined {
  if (held === undefined) return undefined;
  if (held.enteredUs === undefined) return "flat";
  return `${Math.floor((Number(nowUs) - Number(held.enteredUs)) / US_PER_MINUTE)} min`;
}
