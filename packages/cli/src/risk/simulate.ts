import type { Groups } from "@bowline/config";
import type { Entry, Event, EventByKind } from "@bowline/contracts";
import { type Us, formatMicros, isoOfUs } from "@bowline/kernel";
import type { LimitBook } from "@bowline/risk";
import { makeRiskGate } from "@bowline/risk-gate/machine";
import { GATE } from "./gate-of-journal.ts";

/** What a gate said of an order: nothing against it, or the codes that speak against it. */
type Verdict = readonly string[];

/** An order of which other limits say something else than the gate did. */
export type Difference = {
  readonly clOrdId: string;
  readonly at: string;
  readonly symbol: string;
  readonly strategy: string;
  readonly side: string;
  readonly orderQty: string;
  /** Nothing: it was, or would be, approved. */
  readonly was: Verdict;
  readonly wouldBe: Verdict;
};

export type Simulation = {
  /** The sessions of the journal, and the one that was asked for. */
  readonly dates: readonly string[];
  readonly date: string | undefined;
  /** Orders that the gate decided on. */
  readonly decided: number;
  readonly approved: { readonly was: number; readonly wouldBe: number };
  readonly wouldBeDenied: readonly Difference[];
  readonly wouldBeApproved: readonly Difference[];
  /** How often each check would deny what was approved. */
  readonly byCode: Readonly<Record<string, number>>;
};

type Options = {
  readonly limits: LimitBook;
  readonly groups: Groups;
  readonly accountId: string;
  /** One session of several; left out: all. */
  readonly date?: string | undefined;
};

type Decision = { readonly clOrdId: string; readonly verdict: Verdict };
type Wanted = EventByKind<"order.intent">["order"] & { readonly atUs: Us; readonly date: string };

/**
 * What a gate with other limits would have said of each order, beside what the gate said. It reads the journal as it happened: the
 * fills of an order that it would have denied count all the same, so later orders are judged against more than it would have held.
 */
export function simulateLimits(entries: Iterable<Entry>, { date, ...options }: Options): Simulation {
  const gate = makeRiskGate(options);
  const wanted = new Map<string, Wanted>();
  const [was, wouldBe] = [new Map<string, Verdict>(), new Map<string, Verdict>()];
  const dates = new Set<string>();
  let today = "";
  for (const entry of entries) {
    const { event } = entry;
    if (event.kind === "control.clock" && event.sessionDate !== "") dates.add((today = event.sessionDate));
    if (event.kind === "order.intent" && (date === undefined || date === today))
      wanted.set(event.order.clOrdId, { ...event.order, atUs: entry.header.seenUs, date: today });
    if (entry.header.machine === GATE) note(was, event);
    else gate.apply(entry, (said) => note(wouldBe, said));
  }
  const both = [...wanted.values()].flatMap((order) => compare(order, was, wouldBe));
  const wouldBeDenied = both.filter((one) => one.was.length === 0 && one.wouldBe.length > 0);
  return {
    dates: [...dates].sort(),
    date,
    decided: both.length,
    approved: { was: count(both, "was"), wouldBe: count(both, "wouldBe") },
    wouldBeDenied,
    wouldBeApproved: both.filter((one) => one.was.length > 0 && one.wouldBe.length === 0),
    byCode: tally(wouldBeDenied.flatMap((one) => one.wouldBe)),
  };
}

function note(verdicts: Map<string, Verdict>, event: Event): void {
  const decision = decisionOf(event);
  if (decision !== undefined) verdicts.set(decision.clOrdId, decision.verdict);
}

function decisionOf(event: Event): Decision | undefined {
  if (event.kind === "order.approved") return { clOrdId: event.order.clOrdId, verdict: [] };
  if (event.kind === "order.denied") return { clOrdId: event.clOrdId, verdict: event.reasons.map(({ code }) => code) };
  return undefined;
}

type Verdicts = ReadonlyMap<string, Verdict>;

/** Nothing where the gate had not answered when the journal ended. */
function compare(order: Wanted, was: Verdicts, wouldBe: Verdicts): readonly Difference[] {
  const { clOrdId, symbol, strategy, side, orderQty, atUs } = order;
  const [before, now] = [was.get(clOrdId), wouldBe.get(clOrdId)];
  if (before === undefined || now === undefined) return [];
  const at = isoOfUs(atUs);
  return [{ clOrdId, at, symbol, strategy, side, orderQty: formatMicros(orderQty), was: before, wouldBe: now }];
}

const count = (all: readonly Difference[], which: "was" | "wouldBe"): number =>
  all.filter((one) => one[which].length === 0).length;

function tally(codes: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
  return Object.fromEntries(Object.entries(counts).sort(([, one], [, other]) => other - one));
}
