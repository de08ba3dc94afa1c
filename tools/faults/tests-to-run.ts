import { markersIn, type Named } from "../test-run/named-rows.ts";
import type { SourceTree } from "../source-tree.ts";
import type { Selection } from "./selection.ts";

/** The tests that name what is wanted: their files, and what their names contain. */
export type TestsToRun = { readonly files: readonly string[]; readonly markers: readonly string[] };

/** The tests of test runs and of this tool speak of rows without showing any. */
const isTest = (path: string): boolean => path.endsWith(".test.ts") && !path.startsWith("tools/");

export function testsToRun(tree: SourceTree, { faults, pitfalls }: Selection): TestsToRun {
  const found = tree.files.filter(isTest).map((path) => {
    const text = tree.read(path);
    return { path, markers: [...wantedIn(text, "fault", faults), ...wantedIn(text, "pitfall", pitfalls)] };
  });
  const named = found.filter(({ markers }) => markers.length > 0);
  return {
    files: named.map(({ path }) => path),
    markers: [...new Set(named.flatMap(({ markers }) => markers))].toSorted(),
  };
}

const wantedIn = (text: string, what: Named, wanted: ReadonlySet<number>): readonly string[] =>
  markersIn(text, what)
    .filter(({ rows }) => rows.some((row) => wanted.has(row)))
    .map(({ marker }) => marker);

/** A pattern of the names that contain one of the markers. */
export const patternOf = (markers: readonly string[]): string =>
  markers.map((marker) => marker.replaceAll(/[[\]-]/g, String.raw`\$&`)).join("|");
