import { US_PER_MINUTE } from "@bowline/kernel";
import { at } from "@bowline/testkit";
import { expect, test } from "vitest";
import { cooldownLeaf } from "./cooldown.ts";
import { someFacts } from "./testing/facts.ts";

const leaf = cooldownLeaf(5 * US_PER_MINUTE);

test.each([
  [undefined, "TRUE", "over"],
  [at(300), "TRUE", "over"],
  [at(301), "FALSE", "1 s left"],
  [at(600), "FALSE", "300 s left"],
])("fired at %s: %s, %s", (firedUs, result, value) => {
  expect(leaf.explain(someFacts({ firedUs }))).toEqual({
    name: "cooldown",
    value,
    threshold: "5 min since it fired",
    result,
  });
});
