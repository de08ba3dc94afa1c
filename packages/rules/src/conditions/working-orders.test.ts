import { expect, test } from "vitest";
import { shown, someFacts, truthsOf } from "../testing/facts.ts";

test("holds only when there is none", () => {
  expect(truthsOf("workingOrders: none", someFacts())).toEqual(["TRUE"]);
  expect(truthsOf("workingOrders: none", someFacts({ liveOrders: 1 }))).toEqual(["FALSE"]);
});

test("own orders are always known: it is never UNKNOWN", () => {
  expect(shown("workingOrders: none", someFacts({ liveOrders: 3 }))).toBe("workingOrders: 3 [none] FALSE");
});
