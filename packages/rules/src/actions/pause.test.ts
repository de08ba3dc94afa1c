import { us } from "@bowline/kernel";
import { at } from "@bowline/testkit";
import { describe, expect, test } from "vitest";
import { evaluate, explain } from "../evaluate.ts";
import type { CompiledRule } from "../compiled.ts";
import { aRule, aStrategy, someFacts } from "../testing/facts.ts";

test("needs nothing, and pauses the symbol where nothing else is said", () => {
  expect(aRule({ act: "{ pause: { minutes: 30 } }" }).evaluate(someFacts())).toMatchObject({
    outcome: "FIRED",
    plans: [{ type: "pause", scope: "symbol", minutes: 30 }],
  });
  expect(() => aRule({ act: "{ pause: { scope: strategy } }" })).toThrow("minutes");
});

describe("in a file that pauses", () => {
  const ENTER = "enter: { order: market, bracket: { stopAtr: 2, targetAtr: 3 }, size: { quantity: { shares: 5 } } }";
  const strategy = aStrategy(
    [
      `enter, on: clock, do: { ${ENTER} }`,
      "leave, on: clock, do: { exit: {} }",
      "rest, on: clock, do: { pause: { minutes: 5 } }",
    ]
      .map((rule) => `  - { id: ${rule} }`)
      .join("\n"),
  );
  const rule = (id: string) => strategy.rules.find((one) => one.id === id) as CompiledRule;
  const paused = (untilSecond: number) => someFacts({ pause: { untilUs: at(untilSecond), by: "rest" } });

  test("nothing is opened, and the record shows the time that is left and who says so", () => {
    const evaluation = evaluate(strategy, rule("enter"), paused(690));
    expect(evaluation).toMatchObject({ outcome: "BLOCKED", truth: "FALSE", firstBlocker: "pause" });
    expect(explain(rule("enter"), paused(690), evaluation).leaves[0]).toEqual({
      name: "pause",
      value: "90 s left, by rest",
      threshold: "not paused",
      result: "FALSE",
    });
  });

  test("until its time is over, and not a microsecond longer", () => {
    const now = someFacts({ nowUs: us(at(690) - 1), pause: { untilUs: at(690), by: "rest" } });
    expect(evaluate(strategy, rule("enter"), now)).toMatchObject({ firstBlocker: "pause" });
    expect(evaluate(strategy, rule("enter"), paused(600))).toMatchObject({ outcome: "FIRED" });
    expect(evaluate(strategy, rule("enter"), someFacts())).toMatchObject({ outcome: "FIRED" });
  });

  test("what closes goes on", () => {
    const open = someFacts({
      pause: { untilUs: at(690), by: "rest" },
      position: { quantity: 5_000_000 as never, enteredUs: at(1) },
    });
    expect(evaluate(strategy, rule("leave"), open)).toMatchObject({ outcome: "FIRED" });
  });
});
