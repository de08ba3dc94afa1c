import { expect, test } from "vitest";
import { NOTHING_KNOWN, aRule, someFacts } from "../testing/facts.ts";

const rule = aRule({ act: "{ flattenAll: {} }" });

test("needs a symbol of the group that no exit closes yet, and nothing else", () => {
  expect(rule.evaluate({ ...NOTHING_KNOWN, unflattened: 1 })).toMatchObject({
    outcome: "FIRED",
    plans: [{ type: "flattenAll", expiresMs: 2000 }],
  });
  expect(rule.evaluate(someFacts({ unflattened: 0 }))).toMatchObject({
    outcome: "BLOCKED",
    firstBlocker: "flattenAll.open",
  });
});
