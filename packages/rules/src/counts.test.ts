import { expect, test } from "vitest";
import { FLOORS } from "../../../tools/test-run/floors.ts";
import { ACTIONS } from "./actions/index.ts";
import { CONDITIONS } from "./conditions/index.ts";
import { LINTS } from "./lints/index.ts";
import { BAD_FILES } from "./testing/bad-files/index.ts";

test.each([
  ["conditions", CONDITIONS],
  ["actions", ACTIONS],
  ["lints", LINTS],
  ["badStrategyFiles", BAD_FILES],
] as const)("there are as many %s as the run promises", (name, all) => {
  expect(all.length).toBeGreaterThanOrEqual(FLOORS[name]);
});
