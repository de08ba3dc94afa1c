import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeGroups } from "@bowline/config";
import { afterAll, expect, test } from "vitest";
import { compiled, STRATEGY_YAML } from "../testing/scenario.ts";
import { readCandidate } from "./candidate.ts";

const folder = mkdtempSync(join(tmpdir(), "bowline-candidate-"));
afterAll(() => rmSync(folder, { recursive: true }));
const groups = makeGroups([["tech", ["AAPL"]]]);

function candidate(text: string) {
  const file = join(folder, "candidate.yaml");
  writeFileSync(file, text);
  return readCandidate(file, groups, compiled());
}

test("a candidate holds, and is of the strategy that trades", () => {
  expect(candidate(STRATEGY_YAML.replace("0.6", "0.9")).name).toBe("demo");
  expect(() => candidate(STRATEGY_YAML.replace("strategy: demo", "strategy: other"))).toThrow(
    /candidate\.yaml: strategy: the candidate is of strategy `other`, and `demo` trades/,
  );
  expect(() => candidate(STRATEGY_YAML.replace("spread", "spred"))).toThrow(/candidate\.yaml:\d+:\d+: .*spread/);
});
