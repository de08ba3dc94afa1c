import { expect, test } from "vitest";
import type { Facts } from "../facts.ts";
import type { Truth } from "../truth.ts";
import { NOTHING_KNOWN, truthsOf } from "./facts.ts";

/** Parameters as a rule file writes them, and the facts that they are held against. */
type Case = readonly [string, Facts];

/** Every condition shows at least once that it holds, that it does not, and that it does not know. */
export type ConditionCases = {
  readonly holds: readonly [Case, ...Case[]];
  readonly fails: readonly [Case, ...Case[]];
  /** `never` where the facts that it rests on are always known. */
  readonly unknown: readonly [Case, ...Case[]] | "never";
};

/** Tests of a condition; `indicators` as they would stand in the file. */
export function testCondition(name: string, { holds, fails, unknown }: ConditionCases, indicators = "{}"): void {
  const says = (truth: Truth, cases: readonly Case[]): void => {
    // A table without rows is no test at all, and nobody would see it.
    if (cases.length === 0) throw new Error(`${name} has no case that is ${truth}`);
    test.each(cases.map(([params, facts], index) => ({ params, facts, index })))(
      `${name}: $params is ${truth} of case $index`,
      ({ params, facts }) => {
        expect(truthsOf(`${name}: ${params}`, facts, indicators)).toEqual([truth]);
      },
    );
  };
  says("TRUE", holds);
  says("FALSE", fails);
  if (unknown !== "never") return says("UNKNOWN", unknown);
  test.each([...holds, ...fails].map(([params]) => params))(`${name}: %s is known where nothing else is`, (params) => {
    expect(truthsOf(`${name}: ${params}`, NOTHING_KNOWN, indicators)).not.toContain("UNKNOWN");
  });
}
