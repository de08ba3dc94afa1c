import type { Column, Row } from "../views/table.ts";
import { renderTable } from "../views/table.ts";
import type { Difference, Simulation } from "./simulate.ts";

const COLUMNS: readonly Column[] = [
  { key: "at", title: "at" },
  { key: "symbol", title: "symbol" },
  { key: "strategy", title: "strategy" },
  { key: "side", title: "side" },
  { key: "orderQty", title: "wanted", align: "right" },
  { key: "was", title: "was" },
  { key: "wouldBe", title: "would be" },
  { key: "limits", title: "under" },
  { key: "clOrdId", title: "order" },
];

const SHORT = 12;

const said = (codes: readonly string[], qty: string): string => (qty === "" ? codes.join(", ") : `approved ${qty}`);

const rowsOf = (all: readonly Difference[]): readonly Row[] =>
  all.map(({ was, wouldBe, wasQty, wouldBeQty, limits, ...one }) => ({
    ...one,
    was: said(was, wasQty),
    wouldBe: said(wouldBe, wouldBeQty),
    limits: limits.slice(0, SHORT),
  }));

const listOf = (title: string, all: readonly Difference[]): readonly string[] =>
  all.length === 0 ? [] : ["", title, renderTable(COLUMNS, rowsOf(all), "")];

/** What other limits would change, for people. */
export function renderSimulation(simulation: Simulation): string {
  const { dates, date, held, decided, approved, byCode, unexplained } = simulation;
  const { wouldBeDenied, wouldBeApproved, wouldBeResized } = simulation;
  const changed = [...wouldBeDenied, ...wouldBeApproved, ...wouldBeResized];
  return [
    `session   ${date ?? dates.join(", ")}`,
    ...held.map(
      ({ hash, from, by }) =>
        `limits    ${hash.slice(0, SHORT)} held ${from === "" ? "from the start" : `from ${from}, by ${by}`}`,
    ),
    `orders    ${decided}, ${approved.was} approved; with these limits ${approved.wouldBe}`,
    ...Object.entries(byCode).map(([code, times]) => `denies    ${code}: ${times}`),
    ...(changed.length === 0 ? ["", "these limits change nothing"] : []),
    ...listOf("would be denied:", wouldBeDenied),
    ...listOf("would be approved:", wouldBeApproved),
    ...listOf("would be approved for another quantity:", wouldBeResized),
    ...listOf("decided otherwise, but not for these limits (the gate was away, or another build):", unexplained),
    "",
    "Fills of an order that these limits deny count all the same: the journal is read as it happened.",
  ].join("\n");
}
