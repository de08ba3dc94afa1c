import { type Column, renderTable } from "../views/table.ts";
import type { Coverage, RuleCoverage } from "./coverage.ts";

const COLUMNS: readonly Column[] = [
  { key: "name", title: "leaf" },
  { key: "TRUE", title: "true", align: "right" },
  { key: "FALSE", title: "false", align: "right" },
  { key: "UNKNOWN", title: "unknown", align: "right" },
];

/** A coverage as a person reads it: a table for each rule, then what nothing exercised. */
export function renderCoverage({ strategy, date, dates, rules, branches, never }: Coverage): string {
  const percent = branches.all === 0 ? 0 : Math.floor((100 * branches.covered) / branches.all);
  return [
    `strategy ${strategy}, ${date ?? dates.join(", ")}: ${branches.covered} of ${branches.all} branches (${percent} %)`,
    ...rules.flatMap((rule) => ["", ...ruleLines(rule)]),
    "",
    never.length === 0 ? "everything was exercised" : `never exercised (${never.length}):`,
    ...never.map((line) => `  ${line}`),
  ].join("\n");
}

function ruleLines({ rule, on, asked, fired, blockers, actions, leaves }: RuleCoverage): readonly string[] {
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
    `${rule} (on ${on}): asked ${asked} times, fired ${fired}; actions: ${listOf(actions)}`,
    ...(Object.keys(blockers).length === 0 ? [] : [`  held back by: ${listOf(blockers)}`]),
    ...renderTable(COLUMNS, rows, "no leaves")
      .split("\n")
      .map((line) => `  ${line}`),
  ];
}
