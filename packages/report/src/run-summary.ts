import { type Entry, type Event, makeDecisionHash } from "@bowline/contracts";
import { formatCents, formatMicros, type Money } from "@bowline/kernel";
import { type Accounts, differenceNow, followAccounts, makeAccounts, worse } from "./accounts.ts";
import { type Counts, countEntry, makeCounts } from "./counts.ts";
import { followOutcome, makeOutcomes, type Outcomes, unexplainedOrders } from "./outcomes.ts";

/** What a run came to. Money in dollars, exact, as text; `undefined` where the journal does not tell. */
export type RunSummary = {
  readonly sessions: number;
  readonly symbols: number;
  /** One-minute bars with a trade; minutes without one, and without data, are counted apart. */
  readonly bars: number;
  readonly noTrade: number;
  readonly noData: number;
  readonly predictionsAccepted: number;
  readonly predictionsRefused: number;
  readonly intents: number;
  readonly approved: number;
  /** Code → how often it was among the reasons. */
  readonly denied: Readonly<Record<string, number>>;
  readonly deniedIntents: number;
  readonly orders: number;
  readonly fills: number;
  readonly realizedPnl: string | undefined;
  readonly unrealizedPnl: string | undefined;
  readonly commissions: string | undefined;
  readonly equity: string | undefined;
  /** NetLiquidation as it came over the wire. */
  readonly brokerEquity: string | undefined;
  /** The largest difference at a session's end, ours less the broker's, in cents and unrounded. */
  readonly equityDifference: string | undefined;
  readonly equityDifferenceExact: string | undefined;
  readonly openPositions: number;
  readonly journalEntries: number;
  readonly decisionHash: string;
  readonly unexplainedOrders: number;
  readonly lostOrders: number;
  readonly deadLetters: number;
  readonly durationMs: number;
};

/** What the journal alone does not tell. */
export type RunFacts = { readonly deadLetters: number; readonly durationMs: number };

/** Folds a journal, entry by entry, into its summary. */
export type SummaryFold = { add(entry: Entry): void; summary(facts: RunFacts): RunSummary };

type State = { readonly counts: Counts; readonly outcomes: Outcomes; readonly accounts: Accounts };

export function makeSummaryFold(): SummaryFold {
  const state: State = { counts: makeCounts(), outcomes: makeOutcomes(), accounts: makeAccounts() };
  const hash = makeDecisionHash();
  return {
    add(entry) {
      if (isBulk(entry.event)) return void (state.counts.journalEntries += 1);
      countEntry(state.counts, entry);
      followOutcome(state.outcomes, entry.event);
      followAccounts(state.accounts, entry);
      hash.add(entry);
    },
    summary: (facts) => summaryOf(state, hash.digest(), facts),
  };
}

/** Nine entries in ten: nothing but their number counts. */
const isBulk = (event: Event): boolean =>
  event.kind === "md.quote" || (event.kind === "md.bar" && event.timeframe === "5s");

/** The summary of a whole journal. */
export function summarize(entries: Iterable<Entry>, facts: RunFacts): RunSummary {
  const fold = makeSummaryFold();
  for (const entry of entries) fold.add(entry);
  return fold.summary(facts);
}

const dollars = (value: Money | undefined): string | undefined =>
  value === undefined ? undefined : formatMicros(value);

function summaryOf({ counts, outcomes, accounts }: State, decisionHash: string, facts: RunFacts): RunSummary {
  const { sessionDates, symbols, denied, ...plain } = counts;
  const { ours, broker } = accounts;
  const difference = worse(accounts.worstDifference, differenceNow(accounts));
  return {
    ...plain,
    sessions: sessionDates.size,
    symbols: symbols.size,
    denied: Object.fromEntries([...denied].sort(([a], [b]) => (a < b ? -1 : 1))),
    realizedPnl: dollars(ours?.realizedPnl),
    unrealizedPnl: dollars(ours?.unrealizedPnl),
    commissions: dollars(ours?.commissions),
    equity: dollars(ours?.equity),
    brokerEquity: dollars(broker?.equity),
    equityDifference: difference === undefined ? undefined : formatCents(difference),
    equityDifferenceExact: dollars(difference),
    openPositions: accounts.quantities.size,
    decisionHash,
    unexplainedOrders: unexplainedOrders(outcomes),
    lostOrders: outcomes.lost.size,
    ...facts,
  };
}
