import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
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
