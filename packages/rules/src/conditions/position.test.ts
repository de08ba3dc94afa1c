import { shares } from "@bowline/kernel";
import { at } from "@bowline/testkit";
import { expect, test } from "vitest";
import { testCondition } from "../testing/condition-test.ts";
import { NOTHING_KNOWN, shown, someFacts, truthsOf } from "../testing/facts.ts";

const held = (quantity: number, enteredAt = 1) =>
  someFacts({ position: { quantity: shares(quantity), enteredUs: quantity === 0 ? undefined : at(enteredAt) } });

testCondition("position", {
  holds: [
    ["{ is: flat }", held(0)],
    ["{ is: long }", held(100)],
    ["{ is: short }", held(-100)],
    ["{ is: open }", held(100)],
    ["{ is: open }", held(-100)],
    ["{ is: [flat, long] }", held(0)],
    ["{ is: [flat, long] }", held(100)],
  ],
  fails: [
    ["{ is: flat }", held(100)],
    ["{ is: flat }", held(-100)],
    ["{ is: long }", held(0)],
    ["{ is: long }", held(-100)],
    ["{ is: short }", held(0)],
    ["{ is: short }", held(100)],
    ["{ is: open }", held(0)],
    ["{ is: [flat, long] }", held(-100)],
  ],
  unknown: [["{ is: [flat, open] }", NOTHING_KNOWN]],
});

test("the age counts whole minutes since the entry", () => {
  // The facts stand ten minutes after the open.
  expect(truthsOf("position: { minAgeMinutes: 5 }", held(100, 300))).toEqual(["TRUE"]);
  expect(truthsOf("position: { minAgeMinutes: 5 }", held(100, 301))).toEqual(["FALSE"]);
  expect(truthsOf("position: { minAgeMinutes: 5 }", held(-100, 0))).toEqual(["TRUE"]);
});

test("a flat position has no age: false, not unknown", () => {
  expect(truthsOf("position: { minAgeMinutes: 0 }", held(0))).toEqual(["FALSE"]);
  expect(shown("position: { minAgeMinutes: 5 }", held(0))).toBe("position.age: flat [≥ 5 min] FALSE");
});

test("a position in doubt is UNKNOWN, and so is its age", () => {
  expect(truthsOf("position: { is: [flat, open], minAgeMinutes: 0 }", NOTHING_KNOWN)).toEqual(["UNKNOWN", "UNKNOWN"]);
});

test("shows side and size", () => {
  expect(shown("position: { is: flat }", held(-250))).toBe("position.is: short 250 [flat] FALSE");
  expect(shown("position: { is: flat }", held(0))).toBe("position.is: flat [flat] TRUE");
  expect(shown("position: { minAgeMinutes: 5 }", held(1, 0))).toBe("position.age: 10 min [≥ 5 min] TRUE");
});
