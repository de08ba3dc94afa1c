import { expect, test } from "vitest";
import { coverageByComponent } from "./coverage.ts";

const file = (covered: number, total: number) => ({ lines: { covered, total }, branches: { covered, total } });

test("adds up the files of a component instead of averaging their shares", () => {
  const summary = {
    total: file(0, 0),
    "/p/packages/risk/src/a.ts": file(1, 1),
    "/p/packages/risk/src/b.ts": file(0, 3),
  };
  expect(coverageByComponent(summary, "/p")).toEqual([{ folder: "packages/risk", least: 95, lines: 25, branches: 25 }]);
});

test("holds what money passes through to 95, and the rest to 90", () => {
  const summary = { "/p/services/monitor/src/a.ts": file(1, 1), "/p/packages/ledger/src/a.ts": file(1, 1) };
  expect(coverageByComponent(summary, "/p").map(({ folder, least }) => [folder, least])).toEqual([
    ["packages/ledger", 95],
    ["services/monitor", 90],
  ]);
});

test("leaves out a component without code: it has shown nothing", () => {
  expect(coverageByComponent({ "/p/packages/cli/src/index.ts": file(0, 0) }, "/p")).toEqual([]);
});
