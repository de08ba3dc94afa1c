import type { Entry } from "@bowline/contracts";
import { adviceFor } from "@bowline/config";
import { type Us, us } from "@bowline/kernel";
import { type CompiledStrategy, tradesGroup } from "@bowline/rules";
import { type Decision, makeStrategyMachine } from "@bowline/strategy/machine";
import { usageFailure } from "../command.ts";
import { makeReplay } from "./replay.ts";
import type { Session, Until } from "./session.ts";

/** One evaluation of a rule, made again. */
export type AskedAt = { readonly seq: number; readonly atUs: Us; readonly decision: Decision };

export type WhyRule = {
  readonly rule: string;
  /** The word of its trigger. */
  readonly on: string;
  /** When it was asked last, with the whole record; absent where it was never asked in this version. */
  readonly asked: AskedAt | undefined;
  /** What it would have come to, had it been asked by itself at that moment. */
  readonly now: Decision;
};

export type Why = {
  readonly strategy: string;
  /** The hash of the version that was in force. */
  readonly version: string;
  readonly symbol: string;
  readonly group: string;
  /** The last entry that counts. */
  readonly seq: number;
  readonly atUs: Us;
  readonly rules: readonly WhyRule[];
  /** Entries that were read again for it, from all snapshots that it took. */
  readonly replayed: number;
};

export type Question = {
  readonly symbol: string;
  readonly group: string;
  readonly rule?: string;
  readonly until: Until;
};

/** Why each rule did or did not fire for a symbol at a moment: the strategy replayed from the nearest snapshot before. Throws with the rules that there were. */
export async function why(session: Session, { symbol, group, rule, until }: Question): Promise<Why> {
  const here = await standAt(session, { symbol, group }, until);
  const { strategy } = here;
  const then = `strategy ${strategy.name}, version ${strategy.hash.slice(0, 12)} of then,`;
  const ids = strategy.rules.map(({ id }) => id);
  if (!tradesGroup(strategy, group))
    throw usageFailure(
      `${then} does not trade ${symbol}: its group ${group} is none of ${strategy.groups?.join(", ")}`,
    );
  if (rule !== undefined && !ids.includes(rule))
    throw usageFailure(`${then} has no rule \`${rule}\`; ${adviceFor(rule, ids)}`);
  let replayed = here.entries;
  const past = new Map<number, Stand>();
  const rules: WhyRule[] = [];
  for (const inspected of here.inspected) {
    if (rule !== undefined && inspected.rule !== rule) continue;
    const { last } = inspected;
    let asked = here.asked.get(inspected.rule);
    if (asked === undefined && last !== undefined) {
      const then = past.get(last.us) ?? (await standAt(session, { symbol, group }, { us: us(last.us) }));
      if (!past.has(last.us)) replayed += then.entries;
      past.set(last.us, then);
      asked = then.asked.get(inspected.rule);
    }
    rules.push({ rule: inspected.rule, on: inspected.on, asked, now: inspected.now });
  }
  const { seq, atUs } = here;
  return { strategy: strategy.name, version: strategy.hash, symbol, group, seq, atUs, rules, replayed };
}

type Stand = {
  /** The version in force. */
  readonly strategy: CompiledStrategy;
  readonly seq: number;
  readonly atUs: Us;
  readonly entries: number;
  /** By rule, as it was asked last on the way. */
  readonly asked: ReadonlyMap<string, AskedAt>;
  readonly inspected: ReturnType<ReturnType<typeof makeStrategyMachine>["inspect"]>;
};

type About = { readonly symbol: string; readonly group: string };

async function standAt(session: Session, { symbol, group }: About, until: Until): Promise<Stand> {
  const asked = new Map<string, AskedAt>();
  let at: Entry | undefined;
  const machine = makeStrategyMachine({
    group,
    symbols: session.groups.byName.get(group) ?? [],
    strategy: session.strategy,
    accountId: session.accountId,
    onAsked: ({ symbol: about, verdict, record }) => {
      if (about !== symbol || at === undefined) return;
      asked.set(verdict.rule.id, { seq: at.seq, atUs: verdict.facts.nowUs, decision: record() });
    },
  });
  const replay = makeReplay(machine, await session.skipped(machine.name));
  const snapshot = await session.snapshotBefore(machine.name, machine.version, until);
  if (snapshot !== undefined) replay.restore(snapshot);
  let entries = 0;
  await session.read(group, replay.position(), until, (entry) => {
    at = entry;
    entries += 1;
    const before = machine.strategy();
    replay.apply(entry);
    // What another version was asked says nothing of this one's rules.
    if (machine.strategy() !== before) asked.clear();
  });
  return {
    strategy: machine.strategy(),
    seq: replay.position(),
    atUs: us(replay.nowUs()),
    entries,
    asked,
    inspected: machine.inspect(symbol),
  };
}
