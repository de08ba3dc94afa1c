import type { BrokerPosition, Entry, EventByKind } from "@bowline/contracts";
import { formatMicros } from "@bowline/kernel";
import { type OrderBook, executedChange, isExecuted } from "@bowline/orders";
import type { WriteAheadLog } from "./log/write-ahead-log.ts";

/** What everything that was executed since this journal began adds up to, ours or not, in micros of a share by symbol. */
export type NetFills = {
  observe(entry: Pick<Entry, "event">): void;
  /** Of one account; another's in the same login are not ours to know. */
  of(accountId: string): ReadonlyMap<string, number>;
  /** Forgets what was executed before; nobody tells it again. */
  forget(untilUs: number): void;
};

export function makeNetFills(): NetFills {
  const accounts = new Map<string, Map<string, number>>();
  const of = (accountId: string): Map<string, number> => {
    const known = accounts.get(accountId) ?? new Map<string, number>();
    accounts.set(accountId, known);
    return known;
  };
  const seen = new Map<string, number>();
  return {
    of,
    observe({ event }) {
      if (!isExecuted(event)) return;
      const id = event.kind === "broker.adjustment" ? event.adjustmentId : event.execId;
      if (seen.has(id)) return;
      seen.set(id, event.kind === "broker.adjustment" ? event.atUs : event.transactUs);
      const { accountId, symbol, quantity } = executedChange(event);
      const bySymbol = of(accountId);
      bySymbol.set(symbol, (bySymbol.get(symbol) ?? 0) + quantity);
    },
    forget(untilUs) {
      for (const [id, atUs] of seen) if (atUs < untilUs) seen.delete(id);
    },
  };
}

/** Signed, in micros of a share: what the account holds as far as this process knows, fills that are not journaled yet included. */
export const positionOf = (
  { fills, log }: Pick<Context, "fills" | "log">,
  { accountId, symbol }: { readonly accountId: string; readonly symbol: string },
): number => (fills.of(accountId).get(symbol) ?? 0) + (log.baseline()?.get(symbol) ?? 0);

type Action = EventByKind<"broker.reconciliation">["actions"][number];

/** Where the broker holds another quantity than we know of, in micros of a share. */
export type Difference = { readonly symbol: string; readonly ours: number; readonly theirs: number };

type Context = {
  readonly log: WriteAheadLog;
  readonly fills: NetFills;
  readonly book: OrderBook;
  readonly accountId: string;
};

/** By symbol; empty before what the account held was set down. */
export function differencesOf(
  { log, fills, accountId }: Pick<Context, "log" | "fills" | "accountId">,
  positions: readonly Pick<BrokerPosition, "symbol" | "quantity">[],
): readonly Difference[] {
  const baseline = log.baseline();
  if (baseline === undefined) return [];
  const broker = new Map(positions.map(({ symbol, quantity }) => [symbol, Number(quantity)]));
  const executed = fills.of(accountId);
  const symbols = new Set([...broker.keys(), ...executed.keys(), ...baseline.keys()]);
  return [...symbols].sort().flatMap((symbol) => {
    const ours = (executed.get(symbol) ?? 0) + (baseline.get(symbol) ?? 0);
    const theirs = broker.get(symbol) ?? 0;
    return ours === theirs ? [] : [{ symbol, ours, theirs }];
  });
}

export const differenceAction = ({ symbol, ours, theirs }: Difference): Action => ({
  subject: symbol,
  finding: `the broker holds ${formatMicros(theirs)}, our fills make ${formatMicros(ours)}`,
  action: "none: the gate denies the symbol while it differs",
});

/**
 * What the account held before this journal's first reconciliation is set down once, in the write-ahead log, with the executions of
 * others that are part of it; from then on those count.
 */
export function setBaseline(
  { log, fills, book, accountId }: Context,
  positions: readonly BrokerPosition[],
): readonly Action[] {
  if (log.baseline() !== undefined) return [];
  const foreign = positions.filter(({ symbol, quantity }) => quantity !== 0 && !fills.of(accountId).has(symbol));
  const held = Object.fromEntries(foreign.map(({ symbol, quantity }) => [symbol, Number(quantity)]));
  log.append({ type: "BASELINE", positions: held, execIds: [...book.countExternal()] });
  return foreign.map(({ symbol, quantity }) => ({
    subject: symbol,
    finding: `the account holds ${formatMicros(quantity)} that this journal did not trade`,
    action: "counted as there before",
  }));
}
