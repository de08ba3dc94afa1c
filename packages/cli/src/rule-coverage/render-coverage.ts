import { type Column, renderTable } from "../views/table.ts";
import type { Coverage, RuleCoverage } from "./coverage.ts";

const COLUMNS: readonly Column[] = [
  { key: "name", title: "leaf" },
  { key: "TRUE", title: "true", align: "right" },
  { key: "FALSE", title: "false", align: "right" },
  { key: "UNKNOWN", title: "unknown", align: "right" },
];

/** A coverage as a person reads it: a table for each rule, then what nothing exercised. */
export function renderCoverage({ strategy, versions, date, dates, rules, branches, never }: Coverage): string {
  const percent = branches.all === 0 ? 0 : Math.floor((100 * branches.covered) / branches.all);
  const head = `strategy ${strategy}, ${date ?? dates.join(", ")}`;
  return [
    `${head}: ${branches.covered} of ${branches.all} branches (${percent} %)`,
    ...(versions.length < 2 ? [] : [`versions in force: ${versions.map(shortHash).join(", ")}`]),
    ...rules.flatMap((rule) => ["", ...ruleLines(rule, rule.version === versions[0] ? "" : shortHash(rule.version))]),
    "",
    never.length === 0 ? "everything was exercised" : `never exercised (${never.length}):`,
    ...never.map((line) => `  ${line}`),
  ].join("\n");
}

const shortHash = (hash: string): string => hash.slice(0, 12);

/** `since` is the version that a rule came with, where an earlier one was in force. */
function ruleLines(
  { rule, on, asked, fired, blockers, actions, leaves }: RuleCoverage,
  since: string,
): readonly string[] {
  const listOf = (counts: Readonly<Record<string, number>>): string =>
    Object.entries(counts)
      .map(([name, count]) => `${name} ${count}`)
      .join(", ");
  const rows = leaves.map((leaf) => ({
    name: leaf.name,
    TRUE: String(leaf.TRUE),
    FALSE: String(leaf.FALSE),
    UNKNOWN: String(leaf.UNKNOWN),
  }));
  return [
    `${rule} (on ${on}${since === "" ? "" : `, from ${since} on`}): asked ${asked} times, fired ${fired}; actions: ${listOf(actions)}`,
    ...(Object.keys(blockers).length === 0 ? [] : [`  held back by: ${listOf(blockers)}`]),
    ...renderTable(COLUMNS, rows, "no leaves")
      .split("\n")
      .map((line) => `  ${line}`),
  ];
}
