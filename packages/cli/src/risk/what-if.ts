import { formatMicros } from "@bowline/kernel";
import type { Finding } from "@bowline/risk";
import type { Answer } from "@bowline/risk-gate/machine";
import type { Column, Row } from "../views/table.ts";

export const FINDING_COLUMNS: readonly Column[] = [
  { key: "outcome", title: "" },
  { key: "code", title: "check" },
  { key: "detail", title: "values" },
];

const detailOf = ({ detail, check }: Finding): string =>
  detail === undefined
    ? check.doc
    : `${Object.entries(detail)
        .map(([key, value]) => `${key}=${value}`)
        .join(" ")}; ${check.remedy}`;

/** What every check said, in the order of evaluation. */
export const findingRows = ({ findings }: Answer): readonly Row[] =>
  findings.map((finding) => ({ outcome: finding.outcome, code: finding.check.code, detail: detailOf(finding) }));

/** The answer in one line. */
export function verdictLine({ findings, view }: Answer): string {
  const against = findings.filter(({ outcome }) => outcome === "DENY");
  const { order } = view;
  const what = `${order.side} ${formatMicros(order.orderQty)} ${order.symbol} ${order.ordType}`;
  return against.length === 0
    ? `${what} would be approved: ${findings.length} checks asked`
    : `${what} would be denied: ${against.map(({ check }) => check.code).join(", ")}`;
}
