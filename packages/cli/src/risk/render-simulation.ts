import type { Column, Row } from "../views/table.ts";
import { renderTable } from "../views/table.ts";
import type { Difference, Simulation } from "./simulate.ts";

const COLUMNS: readonly Column[] = [
  { key: "at", title: "at" },
  { key: "symbol", title: "symbol" },
  { key: "strategy", title: "strategy" },
  { key: "side", title: "side" },
  { key: "orderQty", title: "quantity", align: "right" },
  { key: "codes", title: "by" },
  { key: "clOrdId", title: "order" },
];

const rowsOf = (all: readonly Difference[], which: "was" | "wouldBe"): readonly Row[] =>
  all.map((one) => ({ ...one, was: "", wouldBe: "", codes: one[which].join(", ") }));

const listOf = (title: string, all: readonly Difference[], which: "was" | "wouldBe"): readonly string[] =>
  all.length === 0 ? [] : ["", title, renderTable(COLUMNS, rowsOf(all, which), "")];

/** What other limits would change, for people. */
export function renderSimulation(simulation: Simulation): string {
  const { dates, date, decided, approved, wouldBeDenied, wouldBeApproved, byCode } = simulation;
  const same = wouldBeDenied.length === 0 && wouldBeApproved.length === 0;
  return [
    `session   ${date ?? dates.join(", ")}`,
    `orders    ${decided}, ${approved.was} approved; with these limits ${approved.wouldBe}`,
    ...Object.entries(byCode).map(([code, times]) => `denies    ${code}: ${times}`),
    ...(same ? ["", "these limits change nothing"] : []),
    ...listOf("would be denied:", wouldBeDenied, "wouldBe"),
    ...listOf("would be approved:", wouldBeApproved, "was"),
    "",
    "Fills of an order that these limits deny count all the same: the journal is read as it happened.",
  ].join("\n");
}
