import { shares } from "@bowline/kernel";
import { at } from "@bowline/testkit";
import { describe, expect, test } from "vitest";
import { aRule, someFacts } from "./testing/facts.ts";

const open = { quantity: shares(5), enteredUs: at(1) };
const WHEN = "[market.spread_bps <= 5, orders.working == 0]";

test("leaves stand in the order of the file, then what holds the rule back, then what the action needs", () => {
  const rule = aRule({ when: WHEN, more: "cooldownMinutes: 5, mode: edge, maxFires: { perSession: 2 }" });
  expect(rule.explain(someFacts()).leaves.map(({ name }) => name)).toEqual([
    "market.spread_bps <= 5",
    "orders.working == 0",
    "armed",
    "cooldown",
    "maxFires.perSession",
    "exit.position",
    "exit.running",
  ]);
});

test("no condition at all is true", () => {
  expect(aRule({}).evaluate(someFacts({ position: open }))).toMatchObject({ outcome: "FIRED", condition: "TRUE" });
});

describe("the first that is not true blocks, whatever comes after", () => {
  test.each([
    [{}, "FIRED", undefined],
    [{ liveOrders: 1 }, "FALSE", "orders.working == 0"],
    [{ quote: undefined }, "UNKNOWN", "market.spread_bps <= 5"],
    [{ quote: undefined, liveOrders: 1 }, "FALSE", "market.spread_bps <= 5"],
    [{ position: undefined }, "UNKNOWN", "exit.position"],
    [{ quote: undefined, exiting: true }, "FALSE", "market.spread_bps <= 5"],
  ] as const)("%j: %s", (changes, truth, firstBlocker) => {
    const evaluation = aRule({ when: WHEN }).evaluate(someFacts({ position: open, ...changes }));
    const fired = evaluation.outcome === "FIRED";
    expect(fired ? ["FIRED", undefined] : [evaluation.truth, evaluation.firstBlocker]).toEqual([truth, firstBlocker]);
  });
});

describe("an edge rule is armed again", () => {
  const rearms = (more: string, working: number, known = true) =>
    aRule({ when: "orders.working < 2", more: `mode: edge${more}` }).evaluate(
      someFacts({ liveOrders: working, ...(known ? {} : { quote: undefined }) }),
    ).rearms;
  test("when its condition is false", () => {
    expect([rearms("", 1), rearms("", 2)]).toEqual([false, true]);
  });
  test("or when what it names is true, and not by what is unknown", () => {
    const more = ", rearm: 'orders.working > 4 && market.bid > 0'";
    expect([rearms(more, 2), rearms(more, 5), rearms(more, 5, false)]).toEqual([false, true, false]);
  });
});

test("the record shows what lies inside any, not and names", () => {
  const rule = aRule({ when: "[{ any: [orders.working > 3, { not: market.halted }] }]" });
  expect(rule.explain(someFacts()).leaves.slice(0, 4)).toEqual([
    { name: "any of orders.working > 3, not market.halted", value: "true", threshold: "one true", result: "TRUE" },
    { name: "any › orders.working > 3", value: "0", threshold: "> 3", result: "FALSE" },
    { name: "any › not market.halted", value: "true", threshold: "false inside", result: "TRUE" },
    { name: "any › not › market.halted", value: "false", threshold: "true", result: "FALSE" },
  ]);
  expect(rule.explain(someFacts({ quote: undefined })).leaves[0]?.value).toBe("UNKNOWN: market.halted");
});
