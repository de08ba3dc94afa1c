import { expect, test } from "vitest";
import { renderStatus, shortfalls } from "./render.ts";

const low = { folder: "packages/risk", least: 95, lines: 94.94, branches: 80 };
const high = { folder: "packages/bus", least: 90, lines: 90, branches: 70.04 };
const execution = { folder: "services/execution", least: 90, lines: 98, branches: 90 };
const sim = { folder: "services/tws-sim", least: 90, lines: 98, branches: 90 };
const known = { missed: [], unseen: [], realTws: { all: 50, seen: 0 } };

test("says of each component how far it is from live trading", () => {
  const page = renderStatus([high, low, execution, sim], known);
  expect(page).toContain("| packages/bus | 90.0 | 70.0 | 90 | paper first: proven on simulated sessions alone |");
  expect(page).toContain("| 95 | not ready: 0.1 points of line coverage are missing; paper first:");
  expect(page).toContain("| 90 | not ready: knows TWS from the simulator alone |");
  expect(page).toContain("| services/tws-sim | 98.0 | 90.0 | 90 | takes no part in live trading |");
});

test("says first what nobody has shown, and what to do before real money", () => {
  const page = renderStatus([high], { ...known, unseen: [19, 20] });
  expect(page).toMatch(/\*\*Nothing has ever traded at a real TWS\*\*[^]*None of the\s+50 .*was ever run on one/);
  expect(page).toMatch(/Run at least \d+ sessions on a paper account/);
  expect(page).toContain("No bound or aim was missed");
  expect(page).toContain("2 rows of the [fault matrix](reliability.md) were shown by no recorded run: 19, 20.");
  expect(renderStatus([high], { ...known, realTws: { all: 50, seen: 3 } })).toContain("3 of the 50 [scenarios");
  expect(renderStatus([high], known)).toContain("Every row of the [fault matrix]");
});

test("names what was missed at the top, and in the row of whose it is", () => {
  const missed = [
    { folder: "services/execution", what: "too slow" },
    { folder: undefined, what: "slow everywhere" },
  ];
  const page = renderStatus([high, execution], { ...known, missed });
  expect(page).toContain("- Missed: too slow (services/execution).\n- Missed: slow everywhere (the whole path).\n");
  expect(page).toContain("not ready: knows TWS from the simulator alone; too slow |");
  expect(page.match(/slow everywhere/g)).toHaveLength(1);
});

test("names what is below its threshold, and only that", () => {
  expect(shortfalls([high, low])).toEqual(["packages/risk: 94.9 % of lines covered, 95 % are wanted"]);
});
