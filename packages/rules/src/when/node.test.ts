import { makePrng } from "@bowline/kernel";
import { expect, test } from "vitest";
import { aRule, someFacts } from "../testing/facts.ts";
import type { Truth } from "../truth.ts";

/** Expressions whose truth is known: a quote is there, and nothing that would be held. */
const LEAVES: readonly (readonly [text: string, truth: Truth])[] = [
  ["market.bid > 1", "TRUE"],
  ["market.bid < 1", "FALSE"],
  ["position.quantity > 0", "UNKNOWN"],
];
const FACTS = someFacts({ position: undefined });
const DEPTH = 9;

type Node = readonly [text: string, truth: Truth];
const RANK: Readonly<Record<Truth, number>> = { FALSE: 0, UNKNOWN: 1, TRUE: 2 };
const RANKED: readonly Truth[] = ["FALSE", "UNKNOWN", "TRUE"];
/** Kleene's: all is the least of them, any the greatest, not turns it round. */
const rankedBy = (pick: (...ranks: number[]) => number, truths: readonly Truth[]): Truth =>
  RANKED[pick(...truths.map((truth) => RANK[truth]))]!;

/** A condition inside conditions, so many deep, by YAML and by plain logic. */
function nested(depth: number, pick: (count: number) => number): Node {
  if (depth === 0) {
    const [text, truth] = LEAVES[pick(LEAVES.length)]!;
    return [JSON.stringify(text), truth];
  }
  const inner = nested(depth - 1, pick);
  if (pick(3) === 0) return [`{ not: ${inner[0]} }`, RANKED[2 - RANK[inner[1]]]!];
  const beside = nested(0, pick);
  const parts = pick(2) === 0 ? [inner, beside] : [beside, inner];
  const isAny = pick(2) === 0;
  const text = `{ ${isAny ? "any" : "all"}: [${parts.map(([part]) => part).join(", ")}] }`;
  return [
    text,
    rankedBy(
      isAny ? Math.max : Math.min,
      parts.map(([, truth]) => truth),
    ),
  ];
}

test(`all, any and not, ${DEPTH} deep, are what logic of three values says`, () => {
  const prng = makePrng("nested");
  const pick = (count: number): number => Math.floor(prng.unit() * count);
  const seen: Record<Truth, number> = { TRUE: 0, FALSE: 0, UNKNOWN: 0 };
  for (let round = 0; round < 300; round++) {
    const [text, truth] = nested(DEPTH, pick);
    expect([text, aRule({ when: `[${text}]` }).evaluate(FACTS).condition]).toEqual([text, truth]);
    seen[truth] += 1;
  }
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(20);
});
