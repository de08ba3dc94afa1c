import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { ROOT } from "../runner/home.ts";
import { commandHere } from "../test-command.ts";

const folder = mkdtempSync(join(tmpdir(), "bowline-rules-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const STRATEGY = join(ROOT, "deploy/strategies/prediction-follow.yaml");
const scenarios = join(folder, "s.scenarios.yaml");
const write = (by: string): void =>
  writeFileSync(
    scenarios,
    `scenarios:
  - name: a wide spread keeps out
    steps:
      - { at: "10:00", spread: 1, prediction: { direction: LONG, confidence: 0.8 }, expect: [{ blocked: enter-on-prediction, by: ${by} }] }
`,
  );

describe("rules check", () => {
  const file = join(folder, "bad.yaml");
  const check = (from: string, to: string, ...flags: readonly string[]) => {
    const text = readFileSync(STRATEGY, "utf8");
    expect(text).toContain(from);
    writeFileSync(file, text.replace(from, to));
    return commandHere("rules", "check", file, ...flags);
  };

  it("shows the line of a finding with a caret below it", async () => {
    const { code, errors } = await check("on: clock", "on: clok");
    expect(code).toBe(64);
    expect(errors).toMatch(/:9: rules\[2\]\.on: `clok` is not known; did you mean `clock`\?.*\n {4}on: clok\n {8}\^\n/);
  });
  it("prints the findings as JSON where a program asks", async () => {
    const { code, out } = await check("id: leave-after-holding", "id: enter-on-prediction", "--json");
    expect(code).toBe(64);
    expect(JSON.parse(out)).toMatchObject({
      file,
      errors: [{ column: 9, path: "rules[2].id", message: "the id `enter-on-prediction` is taken by an earlier rule" }],
    });
  });
});

describe("rules test", () => {
  it("says which scenarios passed", async () => {
    write("spread");
    expect(await commandHere("rules", "test", STRATEGY, scenarios)).toEqual({
      code: 0,
      out: "ok    a wide spread keeps out\n1 scenarios: 1 passed, 0 failed\n",
      errors: "",
    });
  });
  it("ends with 1 where one failed, and says what was expected and seen, with file and line", async () => {
    write("atr");
    const { code, out, errors } = await commandHere("rules", "test", STRATEGY, scenarios);
    expect([code, errors]).toEqual([1, "1 scenarios: 0 passed, 1 failed\n"]);
    expect(out).toContain(`FAIL  a wide spread keeps out (${scenarios}:2:5)`);
    expect(out).toContain(`10:00 expected: enter-on-prediction is blocked by atr (${scenarios}:4:`);
    expect(out).toContain("seen:     enter-on-prediction is blocked by spread (100 bps, needs ≤ 15 bps: FALSE)");
    const json = await commandHere("rules", "test", STRATEGY, scenarios, "--json");
    expect(JSON.parse(json.out)).toMatchObject({ passed: 0, failed: 1, results: [{ line: 2, passed: false }] });
  });
  it("names file, line and column of a scenario that cannot be read", async () => {
    writeFileSync(scenarios, "scenarios:\n  - nam: x\n");
    const { code, errors } = await commandHere("rules", "test", STRATEGY, scenarios);
    expect(code).toBe(64);
    expect(errors).toMatch(/s\.scenarios\.yaml:2:5: scenarios\[0\]\.nam: unknown key `nam`; did you mean `name`\?/);
  });
});

describe("rules new", () => {
  it("lists the templates, and suggests one where the name is wrong", async () => {
    const { code, out } = await commandHere("rules", "new");
    expect(code).toBe(0);
    expect(out).toMatch(/^gap-fade +Trades against an opening gap/m);
    expect(await commandHere("rules", "new", "gap-fad")).toMatchObject({
      code: 64,
      errors: expect.stringMatching(/no template "gap-fad"; did you mean gap-fade\?\n {2}templates: /) as string,
    });
  });
  it("writes a strategy and its scenarios under a name of one's own, which pass, and overwrites nothing", async () => {
    const file = join(folder, "mine.yaml");
    const { code, out } = await commandHere("rules", "new", "gap-fade", "--out", file);
    expect([code, out]).toEqual([0, expect.stringContaining(`./bowline rules test ${file}`)]);
    expect(readFileSync(file, "utf8")).toContain("\nstrategy: mine\n");
    expect(await commandHere("rules", "test", file)).toMatchObject({ code: 0 });
    writeFileSync(file, "mine\n");
    expect(await commandHere("rules", "new", "gap-fade", "--out", file)).toMatchObject({
      code: 64,
      errors: expect.stringContaining("there already") as string,
    });
    expect(readFileSync(file, "utf8")).toBe("mine\n");
    expect(await commandHere("rules", "new", "gap-fade", "--out", file, "--force")).toMatchObject({ code: 0 });
    expect(readFileSync(file, "utf8")).toContain("strategy: mine");
    expect(await commandHere("rules", "new", "gap-fade", "--out", "No.txt")).toMatchObject({ code: 64 });
  });
});
