import { listTemplates } from "./templates.ts";
import { describe, expect, it } from "vitest";
import { runScenarios } from "../scenarios/run-scenarios.ts";
import { readFileSync } from "node:fs";
import { parseScenarios } from "../scenarios/scenario-file.ts";

describe.each(listTemplates())("the scenarios of the template $name", ({ file, scenariosFile }) => {
  it("come out as they say", () => {
    expect(runScenarios(file, scenariosFile).filter(({ differences }) => differences.length > 0)).toEqual([]);
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
