import { exchangeTimeAt } from "@bowline/calendar";
import type { AdjustmentEvidence, BrokerPosition, EventByKind } from "@bowline/contracts";
import { type Us, base32Sha256, formatMicros, qty } from "@bowline/kernel";
import type { Difference } from "./positions.ts";
import type { Action, ReconcileContext } from "./reconcile.ts";

type Explained = { readonly left: readonly Difference[]; readonly explained: readonly Action[] };
type Adjustment = EventByKind<"broker.adjustment">;

/** What the broker answered, and since when it tells executions. */
type Answered = { readonly positions: readonly BrokerPosition[]; readonly executedFromUs: Us | undefined };

/** On what a difference is taken as it is, and in words; or why it is not. */
type Verdict =
  | { readonly take: AdjustmentEvidence; readonly why: string; readonly by?: string }
  | { readonly take: undefined; readonly why: string };

/**
 * Differences that two looks have shown. One is taken as it is where the outage crossed a midnight, because executions of before are not
 * told any more, and no order of ours may have made it; or where an operator looked at it and says so. Any other halts its symbol: nobody
 * trades to make it right. Ids follow from the difference: found again, it is the same.
 */
export function explainDifferences(
  context: ReconcileContext,
  found: readonly Difference[],
  answered: Answered,
): Explained {
  const left: Difference[] = [];
  const explained: Action[] = [];
  for (const difference of found) {
    const verdict = verdictOn(context, difference, answered);
    if (verdict.take === undefined) {
      halt(context, difference, verdict.why);
      left.push(difference);
    } else explained.push(adjust(context, difference, { ...verdict, positions: answered.positions }));
  }
  return { left, explained };
}

function verdictOn(context: ReconcileContext, difference: Difference, { executedFromUs }: Answered): Verdict {
  const taken = context.taken.get(difference.symbol);
  if (taken?.quantity === difference.theirs) return { take: "OPERATOR", why: taken.reason, by: taken.by };
  const { heardUs, nowUs } = context.times;
  if (context.trigger === "PERIODIC" || heardUs === undefined) return { take: undefined, why: "there was no outage" };
  if (exchangeDate(heardUs) === exchangeDate(nowUs))
    return { take: undefined, why: "the outage crossed no midnight: every execution of it is told" };
  if (executedFromUs !== undefined && executedFromUs <= heardUs)
    return { take: undefined, why: "the broker tells executions from before the outage: every one of it is told" };
  const suspects = suspectsOf(context, difference);
  if (suspects.length > 0) return { take: undefined, why: `an order of ours may have made it: ${suspects.join(", ")}` };
  return { take: "MIDNIGHT", why: "the outage crossed midnight, and no order of ours may have made it" };
}

/** Orders of ours that go the way of the difference and of which it is not known how they ended. */
function suspectsOf({ book }: ReconcileContext, { symbol, ours, theirs }: Difference): readonly string[] {
  const isBought = theirs > ours;
  return book.mayHaveFilled(symbol).flatMap(({ leg }) => ((leg.side === "BUY") === isBought ? leg.clOrdId : []));
}

const inWords = ({ ours, theirs }: Difference): string =>
  `the broker holds ${formatMicros(theirs)}, executions make ${formatMicros(ours)}`;

function halt(context: ReconcileContext, difference: Difference, why: string): void {
  const { symbol } = difference;
  const detail = `${inWords(difference)}; ${why}`;
  const anomaly = { code: "POSITION_UNEXPLAINED", subject: symbol, symbol, detail } as const;
  context.say(context.book.raise(anomaly, "HALT_SYMBOL"));
}

type Taken = Extract<Verdict, { take: AdjustmentEvidence }> & Pick<Answered, "positions">;

function adjust(context: ReconcileContext, difference: Difference, { take, why, by, positions }: Taken): Action {
  const { symbol, ours, theirs } = difference;
  const { accountId, times } = context;
  const held = positions.find((position) => position.symbol === symbol);
  const day = exchangeDate(times.nowUs);
  const px = held?.avgPx ?? held?.marketPx;
  const adjustment: Adjustment = {
    kind: "broker.adjustment",
    adjustmentId: base32Sha256(`${accountId}|${symbol}|${ours}|${theirs}|${day}`, 26),
    accountId,
    symbol,
    quantity: qty(theirs - ours),
    atUs: times.nowUs,
    ...(px === undefined ? {} : { px }),
    reason: `${inWords(difference)}; ${why}`,
    evidence: take,
    ourQty: qty(ours),
    brokerQty: qty(theirs),
    ...(times.heardUs === undefined ? {} : { heardUs: times.heardUs }),
    ...(by === undefined ? {} : { by }),
  };
  const effect = context.policy === "HALT" && take === "MIDNIGHT" ? "HALT_SYMBOL" : "NONE";
  const anomaly = { code: "POSITION_ADJUSTED", subject: symbol, symbol, detail: adjustment.reason } as const;
  context.say([{ event: adjustment, placement: Number.MAX_SAFE_INTEGER, cumQty: 0 }]);
  context.say(context.book.raise(anomaly, effect));
  return { subject: symbol, finding: inWords(difference), action: `adjusted: ${why}` };
}

/** The day by which TWS keeps executions. */
const exchangeDate = (atUs: Us): string => exchangeTimeAt(atUs).date;
