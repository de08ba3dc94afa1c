import {
  type Entry,
  type EventByKind,
  isStricter,
  KILL_LEVELS,
  killedState,
  type KillLevel,
  resumedState,
  scopesOf,
  strictestState,
  type TradingScope,
  type TradingState,
} from "@bowline/contracts";
import type { AccountCanceled, KillWay, LoggedKill, LogRecord } from "./log/log-records.ts";
import { makeResumes } from "./resumes.ts";

/** What somebody wants stopped. */
export type Kill = {
  /** `global`, a symbol, `account:DU1`, `group:tech` or `strategy:demo`. */
  readonly scope: string;
  readonly level: KillLevel;
  /** What the scope goes down to; HALTED where it is left out. */
  readonly state?: TradingState | undefined;
  readonly reason: string;
  readonly by: string;
};

/** Execution's own copy of what was killed; the gate has another. */
export type KillSwitch = {
  /** The journal's kills and resumes, in its order. */
  observe(entry: Entry): void;
  /** A kill of the journal that is read and not observed yet: counts already. */
  foresee(event: EventByKind<"control.kill">, seq: number): void;
  /** A kill that came past the journal: holds from this moment, until the journal has it and an operator resumes there. */
  press(kill: Kill, way: Exclude<KillWay, "JOURNAL">): void;
  /** The strictest state of every scope that an order is in; ACTIVE where none is killed. */
  stateOf(order: TradingScope): TradingState;
  /** The strictest level that holds for an order; `undefined` where none of its scopes is killed. */
  levelOf(order: TradingScope): KillLevel | undefined;
  /** The newest resume of any scope that an order is in; 0 where none was. */
  resumedSeq(order: TradingScope): number;
  /** What holds now, by scope. */
  kills(): readonly (Kill & { readonly way: KillWay })[];
  /** Kills that the journal does not have: to be journaled, then given to `journaled` with their sequence. */
  unjournaled(): readonly Kill[];
  journaled(scope: string, seq: number): void;
  /** What the write-ahead log must learn to hold what holds here. */
  unlogged(known: ReadonlyMap<string, LoggedKill>): readonly LogRecord[];
  /** Whether a kill came that asks for cancels since the last call. */
  takeCancelsDue(): boolean;
  /** The kill in force that asks for the cancel of everything on the account and was not obeyed in that yet. */
  accountDue(): Kill | undefined;
  /** Everything on the account was canceled. Returns what the write-ahead log must learn of it. */
  accountCanceled(): LogRecord;
};

/** `journaledSeq` is the entry that says it; `undefined` while only this process knows. */
type Held = Kill & {
  state: TradingState;
  way: KillWay;
  generation: string;
  /** Where the journal stood: entries up to there do not speak of this kill. `undefined`: nothing that is read back does. */
  sinceSeq: number | undefined;
  journaledSeq: number | undefined;
};

/** What a kill's level comes to: 0 for the mildest. */
export const rankOf = (level: KillLevel): number => KILL_LEVELS.indexOf(level);
const stricter = (a: KillLevel, b: KillLevel): KillLevel => (rankOf(a) >= rankOf(b) ? a : b);

const killOf = ({ scope, level = "STOP", state, reason, by }: EventByKind<"control.kill">): Kill => ({
  scope,
  level,
  state: killedState({ level, state }),
  reason,
  by,
});

const KILLED = "HALTED";
const isSame = (a: Kill, b: Kill): boolean => a.level === b.level && (a.state ?? KILLED) === (b.state ?? KILLED);
/** Whether it asks for something that the other does not. */
const asksMore = ({ level, state = KILLED }: Kill, than: Kill): boolean =>
  rankOf(level) > rankOf(than.level) || isStricter(state, than.state ?? KILLED);

const forAccount = ({ level }: Pick<Kill, "level">): boolean => level === "CANCEL_ACCOUNT";

/** Begins with what the write-ahead log holds: where log and journal differ, the stricter wins. */
export function makeKillSwitch(
  logged: ReadonlyMap<string, LoggedKill> = new Map(),
  canceled?: Pick<AccountCanceled, "generation" | "seq">,
): KillSwitch {
  const held = heldBy(logged);
  let [generation, seq] = ["", 0];
  let cancelsDue = false;
  const account = oweAccount(canceled);
  const resumes = makeResumes();
  const hold = (kill: Kill, at: Pick<Held, "way" | "sinceSeq" | "journaledSeq">): void => {
    const before = held.get(kill.scope);
    const level = before === undefined ? kill.level : stricter(kill.level, before.level);
    const state = strictestState([killedState(kill), before?.state]);
    held.set(kill.scope, { ...kill, ...at, level, state, generation });
    if (rankOf(kill.level) >= rankOf("CANCEL")) cancelsDue = true;
    if (forAccount(kill)) account.owe(generation, at.journaledSeq);
  };
  /** Of a kill from another journal, nothing in this one speaks. */
  const takeGeneration = (next: string): void => {
    generation = next;
    for (const kill of held.values()) if (kill.generation !== next) kill.sinceSeq = undefined;
  };
  const takeEntry = (kill: Kill, at: number): void => {
    const before = held.get(kill.scope);
    if (before?.journaledSeq !== undefined && before.journaledSeq >= at) return;
    if (before === undefined || before.journaledSeq !== undefined)
      return hold(kill, { way: "JOURNAL", sinceSeq: at - 1, journaledSeq: at });
    // Known before the journal said it. What stood there before that speaks of something else.
    if (before.sinceSeq === undefined || at <= before.sinceSeq) return;
    if (isSame(before, kill)) before.journaledSeq = at;
    else if (asksMore(before, kill)) {
      // Each has something of its own: what holds is both, and the journal does not have that yet.
      if (asksMore(kill, before)) hold(kill, { way: before.way, sinceSeq: before.sinceSeq, journaledSeq: undefined });
    } else hold(kill, { way: "JOURNAL", sinceSeq: at - 1, journaledSeq: at });
  };
  return {
    observe(entry) {
      const { event } = entry;
      seq = entry.seq;
      resumes.observe(entry);
      if (event.kind === "control.generation") takeGeneration(event.generation);
      if (event.kind === "control.kill") takeEntry(killOf(event), entry.seq);
      if (event.kind !== "control.resume") return;
      const kill = held.get(event.scope);
      if (kill?.journaledSeq === undefined || kill.journaledSeq >= entry.seq) return;
      const state = resumedState(kill.state, event.state);
      if (state === "ACTIVE") held.delete(event.scope);
      else held.set(event.scope, { ...kill, level: "STOP", state });
    },
    foresee: (event, at) => takeEntry(killOf(event), at),
    press: (kill, way) => hold(kill, { way, sinceSeq: generation === "" ? undefined : seq, journaledSeq: undefined }),
    stateOf: (order) => strictestState(scopesOf(order).map((scope) => held.get(scope)?.state)),
    levelOf: (order) => strictest(scopesOf(order).map((scope) => held.get(scope)?.level)),
    resumedSeq: resumes.newestOf,
    kills: () => [...held.values()].map(({ way, ...kill }) => ({ ...briefOf(kill), way })),
    unjournaled: () => [...held.values()].filter(({ journaledSeq }) => journaledSeq === undefined).map(briefOf),
    journaled(scope, at) {
      const kill = held.get(scope);
      if (kill !== undefined) kill.journaledSeq = at;
    },
    unlogged: (known) => recordsFor(held, known),
    takeCancelsDue() {
      const due = cancelsDue;
      cancelsDue = false;
      return due;
    },
    accountDue: () => (account.isDue() ? [...held.values()].find(forAccount) : undefined),
    accountCanceled: () => account.settle(generation, Math.max(seq, ...readSeqs(held))),
  };
}

const heldBy = (logged: ReadonlyMap<string, LoggedKill>): Map<string, Held> =>
  new Map(
    [...logged].map(([scope, { type: _type, seq, state = KILLED, ...kill }]) => [
      scope,
      { ...kill, state, sinceSeq: kill.generation === "" ? undefined : seq, journaledSeq: undefined },
    ]),
  );

const briefOf = ({ scope, level, state, reason, by }: Kill): Kill => ({
  scope,
  level,
  ...(state === KILLED ? {} : { state }),
  reason,
  by,
});

/** Kills of the account count as soon as they are read, before they are observed. */
const readSeqs = (held: ReadonlyMap<string, Held>): readonly number[] =>
  [...held.values()].filter(forAccount).map(({ journaledSeq = 0 }) => journaledSeq);

/** Whether the account's cancel is owed, by what the write-ahead log knows of the last one. */
function oweAccount(canceled: Pick<AccountCanceled, "generation" | "seq"> | undefined) {
  let due = canceled === undefined;
  return {
    isDue: () => due,
    /** A kill that asks for it, where the journal has it already: one that was obeyed and is read again owes nothing. */
    owe(generation: string, journaledSeq = Number.POSITIVE_INFINITY): void {
      const wasObeyed = generation === canceled?.generation && journaledSeq <= canceled.seq;
      if (!wasObeyed) due = true;
    },
    settle(generation: string, seq: number): AccountCanceled {
      due = false;
      return { type: "ACCOUNT_CANCELED", generation, seq };
    },
  };
}

const strictest = (levels: readonly (KillLevel | undefined)[]): KillLevel | undefined =>
  levels
    .filter((level) => level !== undefined)
    .reduce<KillLevel | undefined>((most, level) => (most === undefined ? level : stricter(most, level)), undefined);

/** What turns the log's knowledge into ours. */
function recordsFor(held: ReadonlyMap<string, Held>, known: ReadonlyMap<string, LoggedKill>): readonly LogRecord[] {
  const killed = [...held.values()].filter((kill) => {
    const logged = known.get(kill.scope);
    return logged === undefined || !isSame(kill, logged);
  });
  const resumed = [...known.keys()].filter((scope) => !held.has(scope));
  return [
    ...killed.map(({ way, generation, sinceSeq, ...kill }) => ({
      type: "KILL" as const,
      ...briefOf(kill),
      way,
      generation,
      seq: sinceSeq ?? 0,
    })),
    ...resumed.map((scope) => ({ type: "RESUMED" as const, scope })),
  ];
}
