import { describe, expect, test } from "vitest";
import type { CompiledRule } from "../compiled.ts";
import { decide } from "../decide.ts";
import { evaluate } from "../evaluate.ts";
import { NEVER_FIRED } from "../facts.ts";
import { type Changes, aStrategy, someFacts } from "../testing/facts.ts";

const VARS = `
vars:
  entries: { type: number, initial: 0 }
  peak: { type: price }
  mood: { type: string, initial: calm, scope: group }
  armed: { type: bool, initial: false }`;

const strategyOf = (...rules: readonly string[]) =>
  aStrategy(rules.map((rule, index) => `  - { id: r${index}, on: clock, ${rule} }`).join("\n"), "{}", VARS);

/** What the first rule comes to. */
function asked(rule: string, facts: Changes = {}) {
  const strategy = strategyOf(rule);
  return evaluate(
    strategy,
    strategy.rules[0] as CompiledRule,
    someFacts({ vars: { entries: 2, mood: "calm", armed: 0 }, ...facts }),
  );
}

describe("sets", () => {
  test.each([
    ["entries, to: vars.entries + 1", { name: "entries", scope: "symbol", of: "number", value: 3 }],
    ["entries, to: 7", { value: 7 }],
    ["peak, to: market.bid", { of: "price", value: 99_990_000 }],
    ["peak, to: 12.5", { value: 12_500_000 }],
    ["armed, to: true", { of: "bool", value: 1 }],
    ["armed, to: market.bid < 5", { value: 0 }],
    [`mood, to: '"wild"'`, { scope: "group", of: "string", value: "wild" }],
  ])("%s", (params, plan) =>
    expect(asked(`do: { setVariable: { name: ${params} } }`)).toMatchObject({
      outcome: "FIRED",
      plans: [{ type: "setVariable", ...plan }],
    }),
  );

  test("nothing, and blocks its rule, where the expression is UNKNOWN", () => {
    expect(asked("do: { setVariable: { name: peak, to: market.bid } }", { quote: undefined })).toMatchObject({
      outcome: "BLOCKED",
      firstBlocker: "vars.peak",
    });
  });
});

describe("a variable in a condition", () => {
  test.each<[string, Changes, string]>([
    ["vars.entries < 3", {}, "FIRED"],
    ["vars.entries < 2", {}, "FALSE"],
    [`'vars.mood == "calm" && !vars.armed'`, {}, "FIRED"],
    ["vars.peak > 1", {}, "UNKNOWN"],
    ["vars.peak > 1", { vars: { peak: 2_000_000 } }, "FIRED"],
    ["vars.armed", { vars: {} }, "UNKNOWN"],
  ])("%s", (when, facts, result) => {
    const evaluation = asked(`when: ${when}, do: { tag: { text: t } }`, facts);
    expect(evaluation.outcome === "FIRED" ? "FIRED" : evaluation.truth).toBe(result);
  });
});

describe("is refused", () => {
  test.each([
    ["do: { setVariable: { name: entrys, to: 1 } }", "no variable is called `entrys`; did you mean `entries`?"],
    ["do: { setVariable: { name: entries, to: market.bid } }", "a plain number is needed"],
    ["do: { setVariable: { name: peak, to: 'vars.entries' } }", "a price is needed"],
    ["do: { setVariable: { name: mood, to: calm } }", "calm"],
    ["do: { setVariable: { name: entries } }", "missing; a value or an expression is needed"],
    ["when: vars.entrys > 1, do: { exit: {} }", "did you mean `vars.entries`?"],
    ["when: vars.peak > vars.entries, do: { exit: {} }", "does not go between"],
  ])("%s", (rule, message) => expect(() => strategyOf(rule)).toThrow(message));

  test.each([
    ["number, initial: x", "is no number"],
    ["price, initial: 0.0000001", "is no price"],
    ["string, initial: 4", "is no string"],
    ["bool, initial: 1", "is no bool"],
    ["colour", "type"],
  ])("a variable of type %s", (type, message) =>
    expect(() =>
      aStrategy("  - { id: r, on: clock, do: { exit: {} } }", "{}", `vars: { x: { type: ${type} } }`),
    ).toThrow(message),
  );

  test("to ask for variables where the file declares none", () =>
    expect(() => aStrategy("  - { id: r, on: clock, when: vars.x > 1, do: { exit: {} } }")).toThrow(
      "declares none under `vars`",
    ));
});

test("of two rules that set the same variable at one entry the first acts; another variable is nobody else's", () => {
  const strategy = strategyOf(
    "do: { setVariable: { name: entries, to: 1 } }",
    "do: { setVariable: { name: entries, to: 2 } }",
    "do: { setVariable: { name: armed, to: true } }",
  );
  const verdicts = decide(strategy, strategy.tableOf("clock"), someFacts({ vars: { entries: 0 } }), () => NEVER_FIRED);
  expect(verdicts.map(({ conflict }) => conflict?.value ?? "acts")).toEqual(["acts", "r0 acts", "acts"]);
});
