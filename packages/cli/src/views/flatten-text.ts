import type { EventByKind } from "@bowline/contracts";
import { formatMicros } from "@bowline/kernel";

/** How far the closing of a scope's positions is, as `risk.flatten` told last; `undefined` when that is over. */
export function flattenText({ phase, scope, parts }: EventByKind<"risk.flatten">): string | undefined {
  if (phase === "DONE" || phase === "ENDED") return undefined;
  const flat = parts.filter(({ step }) => step === "FLAT").length;
  const sum = (of: (part: (typeof parts)[number]) => number): string =>
    formatMicros(parts.reduce((total, part) => total + Math.abs(of(part)), 0));
  const shares = `${sum(({ closedQty }) => closedQty)} of ${sum(({ startQty }) => startQty)} shares closed`;
  const waits = parts.filter(({ because }) => because !== "").map(({ symbol, because }) => `${symbol}: ${because}`);
  return [`${scope}: ${flat} of ${parts.length} symbols flat, ${shares}`, ...waits].join("; ");
}
