import { expect, test } from "vitest";
import type { Facts } from "../facts.ts";
import type { Truth } from "../truth.ts";
import { truthsOf } from "./facts.ts";

/** Parameters as a rule file writes them, and the facts that they are held against. */
type Case = readonly [string, Facts];

/** Every condition shows at least once that it holds, that it does not, and that it does not know. */
export type ConditionCases = {
  readonly holds: readonly [Case, ...Case[]];
  readonly fails: readonly [Case, ...Case[]];
  /** `never` where the facts that it rests on are always known. */
  readonly unknown: readonly [Case, ...Case[]] | "never";
};

export function testCondition(name: string, { holds, fails, unknown }: ConditionCases): void {
  const says = (truth: Truth, cases: readonly Case[]): void => {
    test.each(cases.map(([params, facts], index) => ({ params, facts, index })))(
      `${name}: $params is ${truth} of case $index`,
      ({ params, facts }) => {
        expect(truthsOf(`${name}: ${params}`, facts)).toEqual([truth]);
      },
    );
  };
  says("TRUE", holds);
  says("FALSE", fails);
  if (unknown !== "never") says("UNKNOWN", unknown);
}
