import { expect, test } from "vitest";
import { aRule, someFacts } from "../testing/facts.ts";

const rule = aRule({ act: "{ cancelOrders: {} }" });

test("needs an order that would open or increase a position", () => {
  expect(rule.evaluate(someFacts({ liveEntries: 1 }))).toMatchObject({
    outcome: "FIRED",
    plans: [{ type: "cancelOrders" }],
  });
  expect(rule.evaluate(someFacts({ liveOrders: 2 }))).toMatchObject({
    outcome: "BLOCKED",
    firstBlocker: "cancelOrders.entries",
  });
});
