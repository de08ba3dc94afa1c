import { ConfigFailure, formatConfigError, makeGroups } from "@bowline/config";
import { sha256Hex } from "@bowline/kernel";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkRules, readStrategy, tradesGroup } from "./compile.ts";
import { BAD_FILES, GOOD } from "./testing/bad-files/index.ts";

const findings = (text: string): string[] => {
  const checked = checkRules(text, "s.yaml");
  return checked.ok ? [] : checked.error.map(formatConfigError);
};
const good = () => {
  const checked = checkRules(GOOD, "s.yaml");
  if (!checked.ok) throw new Error(findings(GOOD).join("\n"));
  return checked.value;
};

test("a good file gives its rules by what triggers them, in the order in which they decide", () => {
  const strategy = good();
  expect(strategy).toMatchObject({ name: "good", groups: ["tech"], hash: sha256Hex(GOOD) });
  expect(strategy.rules.map(({ id, on }) => [id, on.keys])).toEqual([
    ["enter", ["prediction"]],
    ["leave", ["bar:1m"]],
  ]);
  expect(strategy.tableOf("bar:1m", "bar:5m").rules.map(({ id }) => id)).toEqual(["leave"]);
  expect(strategy.tableOf("quote").rules).toEqual([]);
});

test("a quote can trigger a rule, with a cooldown", () => {
  const checked = checkRules(GOOD.replace("on: prediction", "on: quote"), "s.yaml");
  expect(checked.ok && checked.value.tableOf("quote").rules.map(({ id }) => id)).toEqual(["enter"]);
});

describe("a wrong file is refused with file, line, column and what would be right", () => {
  test.each(BAD_FILES)("$what", ({ change, expected }) => {
    const text = change(GOOD);
    expect(text).not.toBe(GOOD);
    expect(findings(text)).toEqual(expected);
  });
});

test("all findings of a file come at once", () => {
  const text = GOOD.replace("maxBps: 10", "maxBps: wide")
    .replace("on: bar", "on: bars")
    .replace("position:", "postion:");
  expect(findings(text).map((line) => line.slice(0, line.indexOf(" ")))).toEqual([
    "s.yaml:10:27:",
    "s.yaml:17:9:",
    "s.yaml:18:14:",
  ]);
});

test("groups are held against groups.yaml where it is given", () => {
  const groups = makeGroups([["teck", ["AAPL"]]]);
  const checked = checkRules(GOOD, "s.yaml", groups);
  expect(checked.ok ? [] : checked.error.map(formatConfigError)).toEqual([
    "s.yaml:4:10: groups[0]: unknown ticker group `tech`; did you mean `teck`? Allowed: teck",
  ]);
  expect(checkRules(GOOD, "s.yaml", makeGroups([["tech", ["AAPL"]]])).ok).toBe(true);
  expect(checkRules(GOOD.replace("[tech]", "all"), "s.yaml", groups).ok).toBe(true);
});

test("a strategy trades all groups, or those it names", () => {
  expect([tradesGroup(good(), "tech"), tradesGroup(good(), "banks")]).toEqual([true, false]);
  expect(tradesGroup({ ...good(), groups: undefined }, "banks")).toBe(true);
});

test("the example of the README is right", () => {
  const text = readFileSync(join(import.meta.dirname, "../README.md"), "utf8");
  expect(findings(/```yaml\n([\s\S]*?)```/.exec(text)?.[1] ?? "")).toEqual([]);
});

describe("the strategies that come along", () => {
  const folder = join(import.meta.dirname, "../../../deploy/strategies");
  test.each(["prediction-follow", "prediction-morning-long"])("%s can be used at once", (name) => {
    expect(readStrategy(join(folder, `${name}.yaml`)).name).toBe(name);
  });
  test("a file that is not there is named", () => {
    expect(() => readStrategy(join(folder, "none.yaml"))).toThrow(ConfigFailure);
  });
  test("a wrong one is refused with its findings", () => {
    expect(() => readStrategy(join(folder, "../groups/demo.yaml"))).toThrow("strategy: missing; a name is needed");
  });
});
