import { expect, test } from "vitest";
import { dayChangeOf } from "./day-change.ts";
import { someFacts } from "./testing/facts.ts";

test("is the mid against the previous close, and nothing without one of them", () => {
  const { quote, previousClosePx } = someFacts();
  expect(dayChangeOf(quote, previousClosePx)).toBe(20_408);
  expect(dayChangeOf(undefined, previousClosePx)).toBeUndefined();
  expect(dayChangeOf(quote, undefined)).toBeUndefined();
});
