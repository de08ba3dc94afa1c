import { expect, test } from "vitest";
import { renderStatus, shortfalls } from "./render.ts";

const low = { folder: "packages/risk", least: 95, lines: 94.94, branches: 80 };
const high = { folder: "packages/bus", least: 90, lines: 90, branches: 70.04 };

test("has a row for each component, and says why none is ready for live", () => {
  const page = renderStatus([high, low]);
  expect(page).toContain(
    "| packages/bus | 90.0 | 70.0 | 90 | not ready: live trading opens when the risk gate is complete |",
  );
  expect(page).toContain("| packages/risk | 94.9 | 80.0 | 95 | not ready: 0.1 points of line coverage are missing;");
});

test("names what is below its threshold, and only that", () => {
  expect(shortfalls([high, low])).toEqual(["packages/risk: 94.9 % of lines covered, 95 % are wanted"]);
});
