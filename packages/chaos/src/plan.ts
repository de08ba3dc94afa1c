import { makePrng, type Prng } from "@bowline/kernel";
import { ORD_STATUSES, type OrdStatus } from "@bowline/orders";
import { type ChaosFault, CUTS, END_MESSAGES, type Kind, ORDER_MESSAGES, REORDERED, SERVICES } from "./fault-kinds.ts";

/** One fault, at one moment of the order life. */
export type ChaosRun = {
  /** From 1, over all sessions. */
  readonly run: number;
  /** The trading day of its session from which on it lies in wait; from 1. */
  readonly day: number;
  /** It is let loose on reading that an order came into this state, */
  readonly state: OrdStatus;
  /** for the nth time since it lies in wait. */
  readonly nth: number;
  readonly fault: ChaosFault;
};

/** Some runs one after the other in one running system, on some trading days, and a day without faults at the end. */
export type ChaosSession = {
  /** From 1. */
  readonly session: number;
  /** Only faults that stop the market: the decisions must be the calm run's. */
  readonly comparable: boolean;
  /** Which of the markets it is played in: those of one market share one calm run. */
  readonly market: number;
  /** Execution also ends itself at a moment between log and wire, and again in every life. */
  readonly crashAt: string | undefined;
  /** An operator changes orders as they come to work, but on the last day. */
  readonly changesOrders: boolean;
  /** An operator kills trading on the last day. */
  readonly endsKilled: boolean;
  readonly runs: readonly ChaosRun[];
};

export const RUNS_PER_SESSION = 10;
/** Days with runs; with the one after them a week: TWS tells of orders and executions of the last seven days. */
const RUN_DAYS = 4;
export const SESSION_DAYS = RUN_DAYS + 1;
/** Comparable sessions are played in so many markets in turn. */
const MARKETS = 3;

/** What a session's runs are, before they are shuffled. */
const STOPPING: readonly Kind[] = [
  ...Array<Kind>(4).fill("kill"),
  ...Array<Kind>(2).fill("pause"),
  ...Array<Kind>(2).fill("duplicate"),
  ...Array<Kind>(2).fill("reorder"),
];
const DISTURBING: readonly Kind[] = [...Array<Kind>(4).fill("cut"), ...Array<Kind>(4).fill("late"), "kill", "pause"];

/** Doubt comes of crashes and cuts alone; a person's change comes between entries where it happens to, another time elsewhere. */
const UNCOMPARED: readonly OrdStatus[] = ["PENDING_REPLACE", "UNKNOWN", "LOST"];
/** States that few orders come into. */
const RARE: ReadonlySet<OrdStatus> = new Set(["REJECTED", "EXPIRED", "UNKNOWN", "LOST"]);

/** The sessions of so many runs; the last may have fewer than the others. */
export const planSessions = (seed: number, runs: number): readonly ChaosSession[] =>
  Array.from({ length: Math.ceil(runs / RUNS_PER_SESSION) }, (_, index) => {
    const session = planSession(seed, index + 1);
    return { ...session, runs: session.runs.filter(({ run }) => run <= runs) };
  });

/** One session: seed and number give everything, however many there are. */
export function planSession(seed: number, session: number): ChaosSession {
  const prng = makePrng(`chaos|${seed}|${session}`);
  const comparable = session % 2 === 1;
  const kinds = shuffled(prng, comparable ? STOPPING : DISTURBING);
  const states = statesOf(prng, comparable);
  return {
    session,
    comparable,
    market: ((session - 1) >> 1) % MARKETS,
    crashAt: comparable ? undefined : crashPoint(prng),
    changesOrders: !comparable,
    endsKilled: !comparable && session % 4 === 0,
    runs: kinds.map((kind, index) => {
      const state = states[index] ?? "NEW";
      return {
        run: (session - 1) * RUNS_PER_SESSION + index + 1,
        day: 1 + Math.floor((index * RUN_DAYS) / RUNS_PER_SESSION),
        state,
        nth: RARE.has(state) ? 1 : between(prng, 1, 4),
        fault: faultOf(prng, kind),
      };
    }),
  };
}

/** What only this kind of session comes to, twice, then each of the others as far as there is room for it, in an order of their own. */
function statesOf(prng: Prng, comparable: boolean): readonly OrdStatus[] {
  const own = comparable ? [] : [...UNCOMPARED, ...UNCOMPARED];
  const others = ORD_STATUSES.filter((state) => !UNCOMPARED.includes(state));
  const room = RUNS_PER_SESSION - own.length;
  const more = Array.from({ length: Math.max(0, room - others.length) }, () => oneOf(prng, others));
  return shuffled(prng, [...own, ...shuffled(prng, [...others, ...more]).slice(0, room)]);
}

/** The nth approval, or the nth leg, of a life. */
function crashPoint(prng: Prng): string {
  const at = oneOf(prng, ["after-wal", "after-submitted", "after-place"] as const);
  const approvals = between(prng, 12, 20);
  return `${at}:${at === "after-place" ? approvals * 2 + between(prng, 0, 2) : approvals}`;
}

function faultOf(prng: Prng, kind: Kind): ChaosFault {
  switch (kind) {
    case "kill":
      return { kind, service: oneOf(prng, SERVICES) };
    case "pause":
      return { kind, service: oneOf(prng, SERVICES), ms: between(prng, 100, 1500) };
    case "duplicate":
      return {
        kind,
        message: oneOf(prng, ORDER_MESSAGES),
        copies: between(prng, 1, 5),
        times: between(prng, 1, 8),
      };
    case "reorder": {
      const [message, after] = oneOf(prng, REORDERED);
      return { kind, message, after, times: between(prng, 1, 6) };
    }
    case "cut":
      return { kind, what: oneOf(prng, CUTS), ms: between(prng, 100, 1200) };
    case "late": {
      const afterCut = prng.unit() < 0.3;
      const message = afterCut ? oneOf(prng, END_MESSAGES) : oneOf(prng, ORDER_MESSAGES);
      return { kind, message, ms: between(prng, 20, 400), times: between(prng, 1, 4), afterCut };
    }
  }
}

const between = (prng: Prng, least: number, most: number): number =>
  least + Math.floor(prng.unit() * (most - least + 1));

function oneOf<T>(prng: Prng, values: readonly T[]): T {
  const value = values[Math.floor(prng.unit() * values.length)];
  if (value === undefined) throw new RangeError("nothing to draw from");
  return value;
}

function shuffled<T>(prng: Prng, values: readonly T[]): T[] {
  const left = [...values];
  return values.map(() => {
    const [value] = left.splice(Math.floor(prng.unit() * left.length), 1);
    return value as T;
  });
}
