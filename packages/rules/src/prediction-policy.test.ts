import { describe, expect, test } from "vitest";
import type { CompiledRule } from "./compiled.ts";
import { evaluate } from "./evaluate.ts";
import { aStrategy, someFacts } from "./testing/facts.ts";

const RULES = `
  - { id: enter, on: clock, do: { enter: { direction: LONG, order: market, bracket: { stopAtr: 2, targetAtr: 3 }, size: { quantity: { shares: 5 } } } } }
  - { id: leave, on: clock, do: { exit: {} } }`;
const withPolicy = (policy: string) => aStrategy(RULES, "{}", `predictions: ${policy}`);

describe("a strategy that rests on predictions", () => {
  test.each(["hold", "reduce", "flat"])("enters nothing while the model is silent, on %s", (onOutage) => {
    const strategy = withPolicy(`{ onOutage: ${onOutage} }`);
    const [enter, leave] = strategy.rules as [CompiledRule, CompiledRule];
    expect(evaluate(strategy, enter, someFacts({ modelAlive: false }))).toMatchObject({
      outcome: "BLOCKED",
      firstBlocker: "predictions",
    });
    expect(evaluate(strategy, enter, someFacts())).toMatchObject({ outcome: "FIRED" });
    expect(leave.needs.map(({ name }) => name)).not.toContain("predictions");
  });

  test("has a policy with its defaults; one without has none", () => {
    expect(withPolicy("{ onOutage: flat }").predictions).toEqual({ onOutage: "flat", afterOpenMinutes: 5 });
    expect(
      withPolicy("{ onOutage: reduce, reducePercent: 25, model: alpha, afterOpenMinutes: 0 }").predictions,
    ).toEqual({
      onOutage: "reduce",
      reducePercent: 250_000,
      model: "alpha",
      afterOpenMinutes: 0,
    });
    expect(aStrategy(RULES).predictions).toBeUndefined();
  });

  test.each([
    ["{}", "onOutage"],
    ["{ onOutage: sell }", "onOutage"],
    ["{ onOutage: flat, reducePercent: 50 }", "`reducePercent` belongs to `onOutage: reduce`"],
    ["{ onOutage: reduce, reducePercent: 100 }", "at most 99.99"],
  ])("refuses %s", (policy, message) => expect(() => withPolicy(policy)).toThrow(message));
});
