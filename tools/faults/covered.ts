import type { Script } from "../../packages/rehearsal/src/index.ts";
import { readScripts } from "../docs/rehearsals.ts";
import { readSourceTree, type SourceTree } from "../source-tree.ts";
import { numbersIn } from "../test-run/named-rows.ts";
import { FAULT_ROWS, PITFALLS } from "./matrix.ts";
import { type Covered, renderReliability } from "./page.ts";
import { readRecord } from "./record.ts";
import { testsToRun } from "./tests-to-run.ts";

/** What some test or rehearsal names. */
export function coveredBy(tree: SourceTree, scripts: readonly Script[]): Covered {
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
    pitfalls: new Set(markers.flatMap((marker) => numbersIn(marker, "pitfall"))),
  };
}

/** docs/reliability.md as the record, the tests and the rehearsals give it. */
export const reliabilityPage = (root: string): string =>
  renderReliability(readRecord(root), coveredBy(readSourceTree(root), readScripts(root)));
