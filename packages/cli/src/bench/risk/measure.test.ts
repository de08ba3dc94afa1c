import { expect, it } from "vitest";
import { measureRisk, renderRiskFigures } from "./measure.ts";

it("times decisions that every check lets pass against a bare loop, in turns", () => {
  const figures = measureRisk(() => undefined, { symbols: 8, rounds: 2, turns: 20 });
  expect(figures).toMatchObject({ symbols: 8, rounds: 2 });
  expect(figures.checks).toBeGreaterThan(70);
  expect(figures.decisionUs).toBeGreaterThan(0);
  expect(figures.signUs).toBeGreaterThan(0);
  expect(figures.verifyUs).toBeGreaterThan(0);
  expect(renderRiskFigures(figures).join("\n")).toContain("8 symbols");
});
