import type { Order } from "@bowline/contracts";
import { type Us, US_PER_MINUTE, US_PER_SECOND } from "@bowline/kernel";

type Approval = { readonly atUs: Us; readonly symbol: string; readonly strategy: string };

/** What has been approved, refused, sent and filled: what rates and ratios are told from. Private state of a machine. */
export type Activity = {
  /** Approvals of the last minute, oldest first. */
  readonly approvals: Approval[];
  /** When each content was last approved, of the last minute. */
  readonly contents: Map<string, Us>;
  /** Denials and rejects of the last minute and some before, by strategy, oldest first. */
  readonly refusals: Map<string, Us[]>;
  /** Orders filled one after another, by `strategy|symbol`. */
  readonly runs: Map<string, { readonly buys: boolean; orders: number; lastOrder: string }>;
  /** Of the session. */
  ofSession: { approvals: number; sent: number; fills: number };
};

export const makeActivity = (): Activity => ({
  approvals: [],
  contents: new Map(),
  refusals: new Map(),
  runs: new Map(),
  ofSession: { approvals: 0, sent: 0, fills: 0 },
});

/**
 * The same strategy wants the same again; the parts of one parent are alike on purpose. What closes a position and what opens the
 * next one the other way may be alike too.
 */
export const contentOf = ({ strategy, symbol, purpose, side, ordType, orderQty, lmtPx, stopPx }: Order): string =>
  `${strategy}|${symbol}|${purpose}|${side}|${ordType}|${orderQty}|${lmtPx ?? ""}|${stopPx ?? ""}`;

/** Takes in an approval, and forgets what is older than a minute. */
export function countApproval(activity: Activity, order: Order, nowUs: Us): void {
  const { approvals, contents, ofSession } = activity;
  approvals.push({ atUs: nowUs, symbol: order.symbol, strategy: order.strategy });
  while (approvals[0] !== undefined && nowUs - approvals[0].atUs >= US_PER_MINUTE) approvals.shift();
  const content = contentOf(order);
  contents.delete(content);
  contents.set(content, nowUs);
  for (const [old, atUs] of contents) {
    if (nowUs - atUs < US_PER_MINUTE) break;
    contents.delete(old);
  }
  ofSession.approvals += 1;
  ofSession.sent += 1;
}

export function countRefusal({ refusals }: Activity, strategy: string, nowUs: Us): void {
  const times = refusals.get(strategy) ?? [];
  times.push(nowUs);
  // Half at a time: to move what is left at each refusal would cost a runaway's victims time.
  const old = times.length - youngOf(times, nowUs);
  if (old * 2 >= times.length) times.splice(0, old);
  refusals.set(strategy, times);
}

export const refusalsOf = ({ refusals }: Activity, strategy: string, nowUs: Us): number =>
  youngOf(refusals.get(strategy) ?? [], nowUs);

/** How many of these moments, oldest first, are of the last minute. */
function youngOf(times: readonly Us[], nowUs: Us): number {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (nowUs - (times[middle] ?? nowUs) < US_PER_MINUTE) high = middle;
    else low = middle + 1;
  }
  return times.length - low;
}

type FilledOrder = {
  readonly strategy: string;
  readonly symbol: string;
  readonly buys: boolean;
  /** The intent whose fill it is: the parts of a parent are one. */
  readonly order: string;
};

/** A fill; each order counts once for a run. */
export function countFill({ runs, ofSession }: Activity, { strategy, symbol, buys, order }: FilledOrder): void {
  ofSession.fills += 1;
  const key = `${strategy}|${symbol}`;
  const run = runs.get(key);
  if (run === undefined || run.buys !== buys) runs.set(key, { buys, orders: 1, lastOrder: order });
  else if (run.lastOrder !== order) {
    run.orders += 1;
    run.lastOrder = order;
  }
}

/** A new prediction, or a person, begins anew. */
export function endRuns({ runs }: Activity, symbol?: string): void {
  for (const key of runs.keys()) if (symbol === undefined || key.endsWith(`|${symbol}`)) runs.delete(key);
}

export function repeatsOf({ runs }: Activity, order: Order): number {
  const run = runs.get(`${order.strategy}|${order.symbol}`);
  return run !== undefined && run.buys === (order.side === "BUY") ? run.orders : 0;
}

/** Approvals by age and by whom. */
export function approvalRates({ approvals, ofSession }: Activity, order: Order, nowUs: Us) {
  const rates = { lastSecond: 0, lastMinute: 0, ofSymbol: 0, ofStrategy: 0, ofSession: ofSession.approvals };
  for (const { atUs, symbol, strategy } of approvals) {
    const age = nowUs - atUs;
    if (age >= US_PER_MINUTE) continue;
    rates.lastMinute += 1;
    if (age < US_PER_SECOND) rates.lastSecond += 1;
    if (symbol === order.symbol) rates.ofSymbol += 1;
    if (strategy === order.strategy) rates.ofStrategy += 1;
  }
  return rates;
}
