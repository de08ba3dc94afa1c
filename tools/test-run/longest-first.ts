import { basename } from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * Files that take a minute or more, in the order in which they start: what starts last would be waited for alone. What measures
 * real time goes after what has its own clock.
 */
export const LONG = [
  "kills.test.ts",
  "chaos.test.ts",
  "lost-order.test.ts",
  "real-time.test.ts",
  "determinism.test.ts",
  "execution-safety.test.ts",
];

/** Whole systems take minutes each: the long ones start first, the others as vitest would have them, each project in its turn. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const projects = [...new Set(sorted.map(({ project }) => project))];
    return projects.flatMap((project) => byLength(sorted.filter((file) => file.project === project)));
  }
}

const byLength = (files: readonly TestSpecification[]): TestSpecification[] =>
  files.toSorted((a, b) => placeOf(a.moduleId) - placeOf(b.moduleId));

/** Where a file starts among those of its project; all that are not long are alike. */
export function placeOf(path: string): number {
  const place = LONG.indexOf(basename(path));
  return place === -1 ? LONG.length : place;
}
