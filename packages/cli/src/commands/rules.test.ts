import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { ROOT } from "../runner/home.ts";
import { commandHere } from "../test-command.ts";

const folder = mkdtempSync(join(tmpdir(), "bowline-rules-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const STRATEGY = join(ROOT, "deploy/strategies/prediction-follow.yaml");

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
