import { relative } from "node:path";
import { z } from "zod";
import { type Component, leastFor } from "./components.ts";

const count = z.object({ total: z.number(), covered: z.number() });
const file = z.object({ lines: count, branches: count });

/** What vitest's json-summary reporter writes: absolute path → counts. */
export const coverageSummary = z.record(z.string(), file);
export type CoverageSummary = z.infer<typeof coverageSummary>;

export interface Coverage extends Component {
  /** Percent; without any branch, 100. */
  readonly lines: number;
  readonly branches: number;
}

/** Adds up the files of each package and service that has code, in the order of their names. */
export function coverageByComponent(summary: CoverageSummary, root: string): Coverage[] {
  const files = Object.entries(summary).filter(([path, { lines }]) => path !== "total" && lines.total > 0);
  const byFolder = Map.groupBy(files, ([path]) => relative(root, path).split("/").slice(0, 2).join("/"));
  return [...byFolder]
    .map(([folder, entries]) => ({
      folder,
      least: leastFor(folder),
      lines: percent(entries.map(([, counts]) => counts.lines)),
      branches: percent(entries.map(([, counts]) => counts.branches)),
    }))
    .toSorted((a, b) => a.folder.localeCompare(b.folder, "en"));
}

function percent(counts: readonly { total: number; covered: number }[]): number {
  const total = counts.reduce((sum, each) => sum + each.total, 0);
  const covered = counts.reduce((sum, each) => sum + each.covered, 0);
  return total === 0 ? 100 : (100 * covered) / total;
}
