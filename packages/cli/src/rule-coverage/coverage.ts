import { type Asked, type Decision, type StrategyMachine, makeStrategyMachine } from "@bowline/strategy/machine";
import { assert } from "@bowline/kernel";
import { makeReplay } from "../moment/replay.ts";
import type { Session } from "../moment/session.ts";

export type LeafCoverage = { readonly name: string; TRUE: number; FALSE: number; UNKNOWN: number };

/** What became of a rule over a session, all symbols together. */
export type RuleCoverage = {
  readonly rule: string;
  readonly on: string;
  /** The hash of the first version of the strategy in which it stands like this. */
  readonly version: string;
  asked: number;
  fired: number;
  /** Why it did not fire, by the first condition that was not true, with how often. */
  readonly blockers: Record<string, number>;
  /** How often each of its actions was carried out. */
  readonly actions: Record<string, number>;
  readonly leaves: LeafCoverage[];
};

export type Coverage = {
  readonly strategy: string;
  /** The hashes of the versions that were in force, in their order. */
  readonly versions: readonly string[];
  /** The sessions of the journal, and the one that was asked for. */
  readonly dates: readonly string[];
  readonly date: string | undefined;
  readonly rules: readonly RuleCoverage[];
  /** Branches are two for each leaf: it was true, and it was false. */
  readonly branches: { readonly covered: number; readonly all: number };
  /** What no entry exercised, in words. */
  readonly never: readonly string[];
};

/** Replays the strategies of all groups over a session, and counts what each leaf came to. `date` takes one session of several. */
export async function coverageOf(session: Session, date?: string): Promise<Coverage> {
  const versions = new Map<string, VersionCoverage>();
  const dates = new Set<string>();
  for (const [group, symbols] of session.groups.byName) {
    let today = "";
    const { strategy, accountId } = session;
    const isMeant = (): boolean => date === undefined || today === date;
    const onAsked = (asked: Asked): void => {
      if (isMeant()) count(rulesNow, asked);
    };
    const machine = makeStrategyMachine({ group, symbols, strategy, accountId, onAsked });
    let rulesNow = declare(versions, machine, symbols[0] ?? "");
    const replay = makeReplay(machine, await session.skipped(machine.name));
    await session.read(group, 0, { seq: session.span.lastSeq }, (entry) => {
      if (entry.event.kind === "control.clock") dates.add((today = entry.event.sessionDate));
      replay.apply(entry);
      if (entry.event.kind === "control.strategy") rulesNow = declare(versions, machine, symbols[0] ?? "", rulesNow);
      const version = versions.get(machine.strategy().hash);
      if (version !== undefined && isMeant()) version.isMeant = true;
    });
  }
  const meant = [...versions].filter(([, { isMeant }]) => isMeant);
  const all = [...new Set(meant.flatMap(([, { rules }]) => [...rules.values()]))];
  return {
    strategy: session.strategy.name,
    versions: meant.map(([hash]) => hash),
    dates: [...dates].filter((one) => one !== "").sort(),
    date,
    rules: all,
    branches: {
      covered: all
        .flatMap(({ leaves }) => leaves)
        .reduce((sum, leaf) => sum + Number(leaf.TRUE > 0) + Number(leaf.FALSE > 0), 0),
      all: 2 * all.reduce((sum, { leaves }) => sum + leaves.length, 0),
    },
    never: all.flatMap(neverOf),
  };
}

type RuleTable = Map<string, RuleCoverage>;
type VersionCoverage = { readonly rules: RuleTable; isMeant: boolean };

/**
 * The rules of the version in force: every one stands there, whether or not anything asks it. One that is as it was in the version
 * before goes on being counted; one that was changed is counted by itself.
 */
function declare(
  versions: Map<string, VersionCoverage>,
  machine: StrategyMachine,
  symbol: string,
  before?: RuleTable,
): RuleTable {
  const { hash, rules } = machine.strategy();
  const version = versions.get(hash) ?? { rules: new Map(), isMeant: false };
  versions.set(hash, version);
  for (const { rule, on, now } of machine.inspect(symbol)) {
    if (version.rules.has(rule)) continue;
    const names = rules.find(({ id }) => id === rule)?.actions.map(({ name }) => name) ?? [];
    const own = {
      ...blank(rule, on, hash),
      leaves: now.leaves.map(({ name }) => leafOf(name)),
      actions: zeroOf(names),
    };
    const old = before?.get(rule);
    version.rules.set(rule, old !== undefined && isAlike(old, own) ? old : own);
  }
  return version.rules;
}

/** Leaves that come and go, such as a conflict, stand behind those that are always there. */
const isAlike = (old: RuleCoverage, own: RuleCoverage): boolean =>
  old.on === own.on &&
  Object.keys(old.actions).join() === Object.keys(own.actions).join() &&
  own.leaves.every(({ name }, index) => old.leaves[index]?.name === name);

const blank = (rule: string, on: string, version: string): RuleCoverage => ({
  rule,
  on,
  version,
  asked: 0,
  fired: 0,
  blockers: {},
  actions: {},
  leaves: [],
});
const leafOf = (name: string): LeafCoverage => ({ name, TRUE: 0, FALSE: 0, UNKNOWN: 0 });
const zeroOf = (names: readonly string[]): Record<string, number> => Object.fromEntries(names.map((name) => [name, 0]));

function count(rules: RuleTable, { verdict, record }: Asked): void {
  const { id, actions } = verdict.rule;
  const decision = record();
  const about = rules.get(id);
  assert(about !== undefined, `rule ${id} is asked and not declared`);
  about.asked += 1;
  if (decision.outcome === "FIRED") {
    about.fired += 1;
    for (const { name } of actions) about.actions[name] = (about.actions[name] ?? 0) + 1;
  } else about.blockers[decision.firstBlocker] = (about.blockers[decision.firstBlocker] ?? 0) + 1;
  countLeaves(about.leaves, decision);
}

/** A rule's leaves stand in the same order each time; what stands behind them, a conflict or a refusal, comes and goes. */
function countLeaves(known: LeafCoverage[], { leaves }: Decision): void {
  leaves.forEach(({ name, result }, index) => {
    const same = known[index]?.name === name ? known[index] : known.find((leaf) => leaf.name === name);
    const leaf = same ?? leafOf(name);
    if (same === undefined) known.push(leaf);
    leaf[result] += 1;
  });
}

function neverOf({ rule, on, asked, fired, actions, leaves }: RuleCoverage): readonly string[] {
  if (asked === 0) return [`${rule}: never asked, as no ${on} came`];
  return [
    ...(fired === 0 ? [`${rule}: never fired`] : []),
    ...Object.entries(actions).flatMap(([name, times]) =>
      times === 0 && fired > 0 ? [`${rule}: ${name} never done`] : [],
    ),
    ...leaves.flatMap((leaf) => [
      ...(leaf.TRUE === 0 ? [`${rule}: ${leaf.name} never TRUE`] : []),
      ...(leaf.FALSE === 0 ? [`${rule}: ${leaf.name} never FALSE`] : []),
    ]),
  ];
}
