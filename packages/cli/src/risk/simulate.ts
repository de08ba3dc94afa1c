import type { Entry, Event, EventByKind } from "@bowline/contracts";
import { formatMicros, isoOfUs } from "@bowline/kernel";
import { makeRiskGate, type RiskGateOptions } from "@bowline/risk-gate/machine";
import { GATE } from "./gate-of-journal.ts";
import { type LimitsHeld, makeLimitsLog } from "./limits-held.ts";

/** An order of which other limits say something else than the gate did. */
export type Difference = {
  readonly clOrdId: string;
  readonly at: string;
  readonly symbol: string;
  readonly strategy: string;
  readonly side: string;
  readonly orderQty: string;
  /** Version of the limits that it was decided under. */
  readonly limits: string;
  /** Codes against it; nothing: it was, or would be, approved. */
  readonly was: readonly string[];
  readonly wouldBe: readonly string[];
  /** Shares approved; empty where it was, or would be, denied. */
  readonly wasQty: string;
  readonly wouldBeQty: string;
};

export type Simulation = {
  /** The sessions of the journal, and the one that was asked for. */
  readonly dates: readonly string[];
  readonly date: string | undefined;
  /** Limits that held while these orders were decided, as the journal has them. */
  readonly held: readonly LimitsHeld[];
  /** Orders that the gate decided on. */
  readonly decided: number;
  readonly approved: { readonly was: number; readonly wouldBe: number };
  readonly wouldBeDenied: readonly Difference[];
  readonly wouldBeApproved: readonly Difference[];
  /** Approved either way, for another quantity. */
  readonly wouldBeResized: readonly Difference[];
  /**
   * Other than the gate decided, but so would be the same entries with the limits that held: it was away, or another build. No matter
   * of limits.
   */
  readonly unexplained: readonly Difference[];
  /** How often each check would deny what was approved. */
  readonly byCode: Readonly<Record<string, number>>;
};

export type SimulationOptions = Omit<RiskGateOptions, "limitsHash"> & {
  /** What the journal's gate began with; left out: the journal does not tell, and everything counts as a matter of limits. */
  readonly first?: Required<Pick<RiskGateOptions, "limits" | "limitsHash">> | undefined;
  /** One session of several; left out: all. */
  readonly date?: string | undefined;
};

/** What a gate said of an order: the codes that speak against it, or how much of it was approved. */
type Verdict = { readonly codes: readonly string[]; readonly qty: string };
type Verdicts = Map<string, Verdict>;
type Wanted = EventByKind<"order.intent">["order"] & { readonly atUs: Entry["header"]["seenUs"]; readonly seq: number };

/**
 * What a gate with other limits would have said of each order, beside what the gate did say under the limits of that moment. It reads the
 * journal as it happened: the fills of an order that it would have denied count all the same, so later orders are judged against more
 * than it would have held. A third gate, with the limits that held, tells what is no matter of limits.
 */
export function simulateLimits(entries: Iterable<Entry>, options: SimulationOptions): Simulation {
  const { limits, first, groups, accountId, date } = options;
  const other = makeRiskGate({ limits, groups, accountId });
  const same = first && makeRiskGate({ ...first, groups, accountId });
  const log = makeLimitsLog(first?.limitsHash);
  const asked = makeAsked(date);
  const [was, wouldBe, again]: readonly [Verdicts, Verdicts, Verdicts] = [new Map(), new Map(), new Map()];
  for (const entry of entries) {
    log.add(entry);
    asked.add(entry);
    if (entry.header.machine === GATE) note(was, entry.event);
    else {
      other.apply(entry, (said) => note(wouldBe, said));
      same?.apply(entry, (said) => note(again, said));
    }
  }
  const orders = asked.orders();
  const both = orders.flatMap((order) =>
    compare(order, was.get(order.clOrdId), wouldBe.get(order.clOrdId), log.at(order.seq)),
  );
  const held = log.between(orders.at(0)?.seq ?? 0, orders.at(-1)?.seq ?? 0);
  const isSame = ({ clOrdId, wouldBeQty }: Difference): boolean => again.get(clOrdId)?.qty === wouldBeQty;
  return { dates: asked.dates(), date, held, ...sort(both, isSame) };
}

/** Orders that were asked for, in one session or all, and the sessions that there are. */
function makeAsked(date: string | undefined) {
  const wanted = new Map<string, Wanted>();
  const dates = new Set<string>();
  let today = "";
  return {
    add({ event, header, seq }: Entry): void {
      if (event.kind === "control.clock" && event.sessionDate !== "") dates.add((today = event.sessionDate));
      if (event.kind === "order.intent" && (date === undefined || date === today))
        wanted.set(event.order.clOrdId, { ...event.order, atUs: header.seenUs, seq });
    },
    orders: (): readonly Wanted[] => [...wanted.values()],
    dates: (): readonly string[] => [...dates].sort(),
  };
}

/** Sorts what differs by how; `isSame`: so would be the limits that held. */
function sort(both: readonly Difference[], isSame: (one: Difference) => boolean) {
  const differs = both.filter((one) => one.wasQty !== one.wouldBeQty);
  const byLimits = differs.filter((one) => !isSame(one));
  const wouldBeDenied = byLimits.filter((one) => one.wouldBeQty === "");
  return {
    decided: both.length,
    approved: {
      was: both.filter(({ wasQty }) => wasQty !== "").length,
      wouldBe: both.filter(({ wouldBeQty }) => wouldBeQty !== "").length,
    },
    wouldBeDenied,
    wouldBeApproved: byLimits.filter((one) => one.wasQty === ""),
    wouldBeResized: byLimits.filter((one) => one.wasQty !== "" && one.wouldBeQty !== ""),
    unexplained: differs.filter(isSame),
    byCode: tally(wouldBeDenied.flatMap((one) => one.wouldBe)),
  };
}

function note(verdicts: Verdicts, event: Event): void {
  if (event.kind === "order.approved")
    verdicts.set(event.order.clOrdId, { codes: [], qty: formatMicros(event.order.orderQty) });
  if (event.kind === "order.denied")
    verdicts.set(event.clOrdId, { codes: event.reasons.map(({ code }) => code), qty: "" });
}

/** Nothing where the gate had not answered when the journal ended. */
function compare(
  order: Wanted,
  was: Verdict | undefined,
  wouldBe: Verdict | undefined,
  limits: string,
): readonly Difference[] {
  if (was === undefined || wouldBe === undefined) return [];
  const { clOrdId, symbol, strategy, side, orderQty, atUs } = order;
  return [
    {
      clOrdId,
      at: isoOfUs(atUs),
      symbol,
      strategy,
      side,
      orderQty: formatMicros(orderQty),
      limits,
      was: was.codes,
      wouldBe: wouldBe.codes,
      wasQty: was.qty,
      wouldBeQty: wouldBe.qty,
    },
  ];
}

function tally(codes: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
  return Object.fromEntries(Object.entries(counts).sort(([, one], [, other]) => other - one));
}
