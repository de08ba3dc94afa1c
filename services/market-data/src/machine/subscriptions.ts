import type { Emit } from "@bowline/contracts";
import { type LineWish, spendLines } from "@bowline/market";
import type { Exposure } from "./exposure.ts";
import type { Instrument } from "./session-minutes.ts";

export type Wanted = Instrument & LineWish & { readonly sector?: string };
export type SubscriptionsState = {
  readonly subscribed: readonly Wanted[];
  readonly refused: readonly Wanted[];
};

/** Who has market data lines, and who had to be refused. */
export type Subscriptions = {
  /** Spends the lines anew: first gives back, then asks. */
  settle(exposure: Exposure, emit: Emit): void;
  subscribed(): readonly Wanted[];
  refused(): readonly Wanted[];
  snapshot(): SubscriptionsState;
};

export type SubscriptionsOptions = {
  /** What strategies trade, in declared order, and the benchmark behind it. */
  readonly instruments: readonly Wanted[];
  readonly lines: number;
};

/**
 * Each symbol is subscribed once, for as long as it is wanted and the lines last: execution restores subscriptions itself. Lines go
 * to positions first, then to symbols with open orders, then to strategies' symbols in declared order, then to the benchmark.
 * A position in a symbol of no group gets its quotes.
 */
export function makeSubscriptions(
  { instruments, lines }: SubscriptionsOptions,
  state?: SubscriptionsState,
): Subscriptions {
  const known = new Map(instruments.map((instrument) => [instrument.symbol, instrument]));
  let subscribed: readonly Wanted[] = state?.subscribed ?? [];
  let refused: readonly Wanted[] = state?.refused ?? [];
  const wishes = (exposure: Exposure): readonly Wanted[] => {
    const watched = [...exposure.positions(), ...exposure.withOrders()];
    const all = [...watched.map((symbol) => known.get(symbol) ?? outsider(symbol)), ...instruments];
    return [...new Map(all.map((wanted) => [wanted.symbol, wanted])).values()];
  };
  return {
    settle(exposure, emit) {
      const plan = spendLines(wishes(exposure), lines);
      const before = new Map(subscribed.map((wanted) => [wanted.symbol, wanted]));
      const granted = new Set(plan.granted.map(({ symbol }) => symbol));
      for (const { symbol, group } of before.values())
        if (!granted.has(symbol))
          emit({ kind: "request.unsubscribe", requestId: `unsubscribe-${symbol}`, group, symbol });
      for (const { symbol, group, quotesOnly, sector } of plan.granted) {
        const asked = before.get(symbol);
        if (asked?.quotesOnly === quotesOnly && asked.sector === sector) continue;
        const more = { ...(quotesOnly ? { quotesOnly } : {}), ...(sector === undefined ? {} : { sector }) };
        emit({ kind: "request.subscribe", requestId: `subscribe-${symbol}`, group, symbol, ...more });
      }
      subscribed = plan.granted;
      refused = plan.refused;
    },
    subscribed: () => subscribed,
    refused: () => refused,
    snapshot: () => ({ subscribed: [...subscribed], refused: [...refused] }),
  };
}

/** Nobody decides on its bars: its quotes are enough to watch it. */
const outsider = (symbol: string): Wanted => ({ symbol, group: NO_GROUP, quotesOnly: true });

/** The group of a symbol that is in none. */
export const NO_GROUP = "none";
