import { readStrategy } from "@bowline/rules";
import { figure } from "@bowline/testkit";
import { listTemplates } from "./templates.ts";
import { describe, expect, it } from "vitest";
import { runScenarios } from "../scenarios/run-scenarios.ts";
import { readFileSync } from "node:fs";
import { parseScenarios } from "../scenarios/scenario-file.ts";

/** Of a hundred outcomes, true and false of each condition, the scenarios must show so many. */
const OUTCOMES_PERCENT = 90;

describe.each(listTemplates())("the scenarios of the template $name", ({ name, file, scenariosFile }) => {
  it(`come out as they say, and show ${OUTCOMES_PERCENT} % of what its conditions can come to`, () => {
    const wanted = readStrategy(file).rules.flatMap(({ id, requirements }) =>
      requirements.flatMap((leaf) => [`${id}: ${leaf.name} TRUE`, `${id}: ${leaf.name} FALSE`]),
    );
    const shown = new Set<string>();
    const judged = runScenarios(file, scenariosFile, ({ verdict: { rule }, record }) => {
      for (const leaf of record().leaves) shown.add(`${rule.id}: ${leaf.name} ${leaf.result}`);
    });
    expect(judged.filter(({ differences }) => differences.length > 0)).toEqual([]);
    const missing = wanted.filter((outcome) => !shown.has(outcome));
    const percent = 100 - (100 * missing.length) / wanted.length;
    figure(`outcomes of conditions shown for ${name}`, Math.floor(percent), "%");
    expect(percent, missing.join("; ")).toBeGreaterThanOrEqual(OUTCOMES_PERCENT);
  });
  it("show at least an entry with its size, a way out, and something that blocks", () => {
    const parsed = parseScenarios(readFileSync(scenariosFile, "utf8"), scenariosFile);
    const expected = parsed.ok
      ? parsed.value.flatMap(({ steps }) => steps.flatMap(({ expect: all }) => all ?? []))
      : [];
    const orders = expected.flatMap((each) => (each.is === "fires" ? (each.order ?? []) : []));
    expect(orders.some(({ quantity, stop }) => quantity !== undefined && stop !== undefined)).toBe(true);
    expect(expected.some((each) => each.is === "position" && each.position === 0)).toBe(true);
    expect(expected.some((each) => each.is === "blocked")).toBe(true);
  });
});
