import { US_PER_MINUTE } from "@bowline/kernel";
import { at } from "@bowline/testkit";
import { expect, test } from "vitest";
import { NEVER_FIRED } from "./facts.ts";
import { armedLeaf, cooldownLeaf, maxFiresLeaves } from "./guards.ts";
import { someFacts } from "./testing/facts.ts";

const leaf = cooldownLeaf(5 * US_PER_MINUTE);

test.each([
  [undefined, "TRUE", "over"],
  [at(300), "TRUE", "over"],
  [at(301), "FALSE", "1 s left"],
  [at(600), "FALSE", "300 s left"],
])("fired at %s: %s, %s", (firedUs, result, value) => {
  expect(leaf.explain(someFacts({ history: { ...NEVER_FIRED, firedUs } }))).toEqual({
    name: "cooldown",
    value,
    threshold: "5 min since it fired",
    result,
  });
});

test("an edge rule rests until it is armed again", () => {
  expect(armedLeaf.test(someFacts())).toBe("TRUE");
  expect(armedLeaf.explain(someFacts({ history: { ...NEVER_FIRED, armed: false } }))).toMatchObject({
    value: "fired already",
    result: "FALSE",
  });
});

test("fires are counted by session and by position", () => {
  const leaves = maxFiresLeaves({ perSession: 3, perPosition: 1 });
  const truths = (inSession: number, inPosition: number) =>
    leaves.map((leaf) => leaf.test(someFacts({ history: { ...NEVER_FIRED, inSession, inPosition } })));
  expect(truths(2, 0)).toEqual(["TRUE", "TRUE"]);
  expect(truths(3, 1)).toEqual(["FALSE", "FALSE"]);
  expect(maxFiresLeaves({}).length).toBe(0);
});
