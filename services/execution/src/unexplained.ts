import { exchangeTimeAt } from "@bowline/calendar";
import type { BrokerPosition } from "@bowline/contracts";
import { type Us, base32Sha256, formatMicros, qty } from "@bowline/kernel";
import type { Difference } from "./positions.ts";
import type { Action, ReconcileContext } from "./reconcile.ts";

type Explained = { readonly left: readonly Difference[]; readonly explained: readonly Action[] };

/**
 * Differences that two looks have shown. Executions are told since midnight only: what was missed before it becomes an adjustment, with
 * its label. What nothing explains halts its symbol: nobody trades to make it right. Ids follow from the difference: found again, it
 * is the same.
 */
export function explainDifferences(
  context: ReconcileContext,
  found: readonly Difference[],
  positions: readonly BrokerPosition[],
): Explained {
  const { heardUs, nowUs } = context.times;
  const day = exchangeDate(nowUs);
  const isBeyondMidnight = context.trigger !== "PERIODIC" && heardUs !== undefined && exchangeDate(heardUs) !== day;
  if (!isBeyondMidnight) {
    for (const { symbol, ours, theirs } of found) {
      const detail = `the broker holds ${formatMicros(theirs)}, executions make ${formatMicros(ours)}`;
      const anomaly = { code: "POSITION_UNEXPLAINED", subject: symbol, symbol, detail } as const;
      context.say(context.book.raise(anomaly, "HALT_SYMBOL"));
    }
    return { left: found, explained: [] };
  }
  const accountId = context.accountId;
  for (const difference of found) {
    const { symbol, ours, theirs } = difference;
    const held = positions.find((position) => position.symbol === symbol);
    const adjustmentId = base32Sha256(`${accountId}|${symbol}|${ours}|${theirs}|${day}`, 26);
    const about = { adjustmentId, accountId, symbol, quantity: qty(theirs - ours), atUs: nowUs };
    const px = held?.avgPx ?? held?.marketPx;
    const reason = `away over midnight: the broker holds ${formatMicros(theirs)}, executions make ${formatMicros(ours)}`;
    const adjustment = { kind: "broker.adjustment", ...about, ...(px === undefined ? {} : { px }), reason } as const;
    const effect = context.policy === "HALT" ? "HALT_SYMBOL" : "NONE";
    context.say([{ event: adjustment, placement: Number.MAX_SAFE_INTEGER, cumQty: 0 }]);
    context.say(context.book.raise({ code: "POSITION_ADJUSTED", subject: symbol, symbol, detail: reason }, effect));
  }
  return {
    left: [],
    explained: found.map(({ symbol, ours, theirs }) => ({
      subject: symbol,
      finding: `the broker holds ${formatMicros(theirs)}, executions since midnight make ${formatMicros(ours)}`,
      action: "adjusted: executions before midnight are not told any more",
    })),
  };
}

/** The day by which TWS keeps executions. */
const exchangeDate = (atUs: Us): string => exchangeTimeAt(atUs).date;
