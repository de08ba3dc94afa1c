import { expect, test } from "vitest";
import { testCondition } from "../testing/condition-test.ts";
import { shown, someFacts } from "../testing/facts.ts";

testCondition("workingOrders", {
  holds: [["none", someFacts()]],
  fails: [["none", someFacts({ liveOrders: 1 })]],
  unknown: "never",
});

test("shows how many there are", () => {
  expect(shown("workingOrders: none", someFacts({ liveOrders: 3 }))).toBe("workingOrders: 3 [none] FALSE");
});
