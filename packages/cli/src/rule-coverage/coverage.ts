import { type Asked, type Decision, makeStrategyMachine } from "@bowline/strategy/machine";
import { makeReplay } from "../moment/replay.ts";
import type { Session } from "../moment/session.ts";

export type LeafCoverage = { readonly name: string; TRUE: number; FALSE: number; UNKNOWN: number };

/** What became of a rule over a session, all symbols together. */
export type RuleCoverage = {
  readonly rule: string;
  readonly on: string;
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
  const rules = new Map<string, RuleCoverage>();
  const dates = new Set<string>();
  for (const [group, symbols] of session.groups.byName) {
    let today = "";
    const { strategy, accountId } = session;
    const onAsked = (asked: Asked): void => {
      if (date === undefined || today === date) count(rules, asked);
    };
    const machine = makeStrategyMachine({ group, symbols, strategy, accountId, onAsked });
    declare(rules, machine.inspect(symbols[0] ?? ""), session);
    const replay = makeReplay(machine, await session.skipped(machine.name));
    await session.read(group, 0, { seq: session.span.lastSeq }, (entry) => {
      if (entry.event.kind === "control.clock") dates.add((today = entry.event.sessionDate));
      replay.apply(entry);
    });
  }
  const all = [...rules.values()];
  return {
    strategy: session.strategy.name,
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

type Inspected = ReturnType<ReturnType<typeof makeStrategyMachine>["inspect"]>;

/** Every rule stands there, whether or not anything asked it. */
function declare(rules: Map<string, RuleCoverage>, inspected: Inspected, { strategy }: Session): void {
  for (const { rule, on, now } of inspected) {
    if (rules.has(rule)) continue;
    const names = strategy.rules.find(({ id }) => id === rule)?.actions.map(({ name }) => name) ?? [];
    rules.set(rule, { ...blank(rule, on), leaves: now.leaves.map(({ name }) => leafOf(name)), actions: zeroOf(names) });
  }
}

const blank = (rule: string, on: string): RuleCoverage => ({
  rule,
  on,
  asked: 0,
  fired: 0,
  blockers: {},
  actions: {},
  leaves: [],
});
const leafOf = (name: string): LeafCoverage => ({ name, TRUE: 0, FALSE: 0, UNKNOWN: 0 });
const zeroOf = (names: readonly string[]): Record<string, number> => Object.fromEntries(names.map((name) => [name, 0]));

function count(rules: Map<string, RuleCoverage>, { verdict, record }: Asked): void {
  const { id, on, actions } = verdict.rule;
  const decision = record();
  const about = rules.get(id) ?? blank(id, on.word);
  rules.set(id, about);
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
