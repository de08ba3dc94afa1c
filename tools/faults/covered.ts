import type { Script } from "../../packages/rehearsal/src/index.ts";
import type { SourceTree } from "../source-tree.ts";
import { numbersIn } from "../test-run/named-rows.ts";
import { FAULT_ROWS, PITFALLS } from "./matrix.ts";
import type { Selection } from "./selection.ts";
import { testsToRun } from "./tests-to-run.ts";

/** What some test or rehearsal names. */
export function coveredBy(tree: SourceTree, scripts: readonly Script[]): Selection {
  const everything = {
    faults: new Set(FAULT_ROWS.map(({ row }) => row)),
    pitfalls: new Set(PITFALLS.map(({ row }) => row)),
  };
  const { markers } = testsToRun(tree, everything);
  return {
    faults: new Set([
      ...markers.flatMap((marker) => numbersIn(marker, "fault")),
      ...scripts.flatMap(({ rows }) => rows),
    ]),
    pitfalls: new Set([
      ...markers.flatMap((marker) => numbersIn(marker, "pitfall")),
      ...scripts.flatMap(({ pitfalls }) => pitfalls),
    ]),
  };
}
