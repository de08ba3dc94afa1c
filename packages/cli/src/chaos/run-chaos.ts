import {
  type ChaosSession,
  type ChaosViolation,
  countLost,
  type Coverage,
  coverageOf,
  type Decisions,
  type Fired,
  judge,
  planSession,
  planSessions,
  SESSION_DAYS,
  splitPlaced,
  thinStates,
} from "@bowline/chaos";
import { playSession, type SessionPlay } from "./play-session.ts";

export type ChaosWish = {
  readonly seed: number;
  readonly runs: number;
  /** Only this session. */
  readonly session: number | undefined;
  onEvent(event: ChaosEvent): void;
  readonly stopped: Promise<never>;
};

export type ChaosEvent =
  | { readonly phase: "calm"; readonly market: number }
  | { readonly phase: "session"; readonly session: number }
  | { readonly phase: "fired"; readonly session: number; readonly fired: Fired; readonly done: number }
  | { readonly phase: "done"; readonly session: number; readonly durationMs: number }
  | ({ readonly phase: "violation" } & SessionViolation);

/** A law that a session broke, and how to play it again. */
export type SessionViolation = ChaosViolation & {
  readonly session: number;
  readonly fired: readonly Fired[];
  /** The command that repeats it. */
  readonly again: string;
  readonly runDir: string;
};

export type ChaosResult = Coverage & {
  readonly seed: number;
  readonly runs: number;
  readonly sessions: number;
  /** Sessions whose decisions were the calm run's, and those that lost an order and could not be compared. */
  readonly equalToCalm: number;
  readonly notCompared: number;
  /** Sessions in which an operator killed trading. */
  readonly killed: number;
  readonly placedOrders: number;
  /** Changes of orders on the wire, and those that the broker made. */
  readonly placedChanges: number;
  readonly madeChanges: number;
  readonly lostOrders: number;
  /** Runs whose moment never came. */
  readonly neverFired: number;
  readonly thin: readonly string[];
  readonly violations: readonly SessionViolation[];
  readonly durationMs: number;
};

/** Plays all sessions one after the other. */
export async function runChaos(wish: ChaosWish): Promise<ChaosResult> {
  const startedMs = performance.now();
  const sessions =
    wish.session === undefined ? planSessions(wish.seed, wish.runs) : [planSession(wish.seed, wish.session)];
  const runs = sessions.reduce((sum, session) => sum + session.runs.length, 0);
  const fired: Fired[] = [];
  const violations: SessionViolation[] = [];
  const sums = {
    equalToCalm: 0,
    notCompared: 0,
    killed: 0,
    placedOrders: 0,
    placedChanges: 0,
    madeChanges: 0,
    lostOrders: 0,
  };
  const calmOf = makeCalmRuns(wish);
  for (const session of sessions) {
    const calm = session.comparable ? await calmOf(session.market) : undefined;
    wish.onEvent({ phase: "session", session: session.session });
    const done = fired.length;
    const { play, violation } = await playAndJudge(session, wish, {
      calm,
      onFired: (one, count) =>
        wish.onEvent({ phase: "fired", session: session.session, fired: one, done: done + count }),
    });
    fired.push(...play.fired);
    const lost = countLost(play.facts.entries);
    sums.lostOrders += lost;
    const { orders, changes } = splitPlaced(play.facts.placed);
    sums.placedOrders += orders.length;
    sums.placedChanges += changes.length;
    sums.madeChanges += play.facts.entries.filter(({ event }) => event.kind === "order.replaced").length;
    if (play.facts.killed !== undefined) sums.killed += 1;
    if (calm !== undefined && lost > 0) sums.notCompared += 1;
    if (calm !== undefined && play.decisions.hash === calm.hash) sums.equalToCalm += 1;
    if (violation !== undefined) {
      violations.push(violation);
      wish.onEvent({ phase: "violation", ...violation });
    }
    wish.onEvent({ phase: "done", session: session.session, durationMs: play.durationMs });
  }
  const coverage = coverageOf(fired);
  return {
    seed: wish.seed,
    runs,
    sessions: sessions.length,
    ...coverage,
    ...sums,
    neverFired: runs - fired.length,
    thin: thinStates(coverage, runs),
    violations,
    durationMs: Math.round(performance.now() - startedMs),
  };
}

/** The decisions of each market without any fault, played when they are first wanted. */
function makeCalmRuns({ seed, stopped, onEvent }: ChaosWish): (market: number) => Promise<Decisions> {
  const known = new Map<number, Decisions>();
  return async (market) => {
    const found = known.get(market);
    if (found !== undefined) return found;
    onEvent({ phase: "calm", market });
    const session = { market, crashAt: undefined, changesOrders: false, endsKilled: false, runs: [] };
    const { decisions, facts } = await playSession(session, {
      seed,
      days: SESSION_DAYS,
      onFired: () => undefined,
      keep: () => false,
      stopped,
    });
    const violation = judge(facts, []);
    if (violation !== undefined) throw new Error(`the calm run breaks the law ${violation.law}: ${violation.text}`);
    known.set(market, decisions);
    return decisions;
  };
}

type JudgeWish = { readonly calm: Decisions | undefined; onFired(fired: Fired, count: number): void };

async function playAndJudge(session: ChaosSession, { seed, stopped }: ChaosWish, { calm, onFired }: JudgeWish) {
  const judged = ({ facts, fired, decisions }: SessionPlay): ChaosViolation | undefined =>
    judge(facts, fired, calm === undefined ? undefined : { calm, decisions });
  let violation: ChaosViolation | undefined;
  let count = 0;
  const play = await playSession(session, {
    seed,
    days: SESSION_DAYS,
    onFired: (one) => onFired(one, ++count),
    keep: (played) => (violation = judged(played)) !== undefined,
    stopped,
  });
  if (violation === undefined) return { play, violation };
  const again = `./bowline chaos --seed ${seed} --session ${session.session}`;
  const { runDir, fired } = play;
  return { play, violation: { ...violation, session: session.session, fired, again, runDir } };
}
