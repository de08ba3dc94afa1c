import { deadLetterCount } from "@bowline/bus";
import {
  type BrokerStanding,
  type ChaosFacts,
  type ChaosSession,
  type Decisions,
  decisionsOf,
  type Fired,
  makeChanger,
  makeOrderStates,
  makeTriggers,
} from "@bowline/chaos";
import type { Entry } from "@bowline/contracts";
import type { ExecutionFact } from "@bowline/rehearsal";
import { journalCommand } from "@bowline/service-kit/operator";
import { followJournal, type JournalFollower } from "../rehearse/journal-follower.ts";
import { operatorSign } from "../operator-key.ts";
import { askProgress } from "../sim-progress.ts";
import { becomesReady, type ChaosSystem, startChaosSystem } from "./chaos-system.ts";
import { letLoose } from "./let-loose.ts";

export type SessionPlay = {
  readonly fired: readonly Fired[];
  readonly facts: ChaosFacts;
  readonly decisions: Decisions;
  readonly durationMs: number;
  /** Where logs and journal lie, if they were kept. */
  readonly runDir: string;
};

export type PlayWish = {
  readonly seed: number;
  /** Trading days; a calm run has as many. */
  readonly days: number;
  onFired(fired: Fired): void;
  /** Whether what came of it is worth keeping the folder for. */
  keep(play: SessionPlay): boolean;
  /** Rejects when everything is to end. */
  readonly stopped: Promise<never>;
};

type Played = Pick<ChaosSession, "market" | "crashAt" | "changesOrders" | "endsKilled" | "runs">;

/** Plays a session in a system of its own, from its start to its end, and takes down what happened. */
export async function playSession(session: Played, wish: PlayWish): Promise<SessionPlay> {
  const startedMs = performance.now();
  const { seed, days } = wish;
  const starting = startChaosSystem({ seed, market: session.market, days, crashAt: session.crashAt });
  let keepFolder = true;
  try {
    const chaos = await Promise.race([starting, wish.stopped]);
    const watch = watchOrders(chaos, session, wish);
    const journal = await followJournal(chaos.bus, watch.onEntry);
    await Promise.race([becomesReady(chaos), wish.stopped]);
    await Promise.race([finished(chaos, journal), chaos.system.failed, watch.failed, wish.stopped]);
    await watch.settled();
    const play = {
      fired: watch.fired,
      facts: await factsOf(chaos, journal, watch.killed()),
      decisions: decisionsOf(journal.entries()),
      durationMs: Math.round(performance.now() - startedMs),
      runDir: chaos.system.runDir,
    };
    await journal.stop();
    keepFolder = wish.keep(play);
    return play;
  } finally {
    // Also where the start was not awaited to its end: what it started must end too.
    await (await starting.catch(() => undefined))?.stop(keepFolder);
  }
}

/** Reads the journal as it grows, and lets loose what lies in wait for the states of its orders. */
function watchOrders(chaos: ChaosSystem, session: Played, { seed, days, onFired }: PlayWish) {
  const states = makeOrderStates();
  const triggers = makeTriggers(session.runs);
  const fired: Fired[] = [];
  const pending: Promise<void>[] = [];
  const failure = Promise.withResolvers<never>();
  failure.promise.catch(() => undefined);
  const change = session.changesOrders ? changeOrders(chaos, `${seed}|${session.market}`, days) : undefined;
  const kill = session.endsKilled ? killAt(chaos, days) : undefined;
  const run = (work: Promise<void>): void => void pending.push(work.catch(failure.reject));
  return {
    fired,
    failed: failure.promise,
    settled: async (): Promise<void> => void (await Promise.all(pending)),
    killed: () => kill?.known(),
    onEntry: (entry: Entry): void => {
      const day = chaos.opensUs.filter((openUs) => entry.header.eventUs > openUs).length;
      triggers.day(day);
      change?.(entry, day, run);
      kill?.onEntry(entry, day, run);
      const life = states.apply(entry);
      const due = life === undefined ? undefined : triggers.onState(life.status);
      if (due === undefined || life === undefined) return;
      const one = { run: due.run, fault: due.fault, state: life.status, clOrdId: life.clOrdId, seq: entry.seq };
      fired.push(one);
      onFired(one);
      run(letLoose(chaos.system, due.fault));
    },
  };
}

/** Changes orders as somebody at the command line would, but not on the last day: what was begun ends there. */
function changeOrders({ bus }: ChaosSystem, seed: string, lastDay: number) {
  const changer = makeChanger(seed);
  return (entry: Entry, day: number, run: (work: Promise<void>) => void): void => {
    const intent = changer.onEntry(entry);
    if (intent === undefined || day >= lastDay) return;
    // NATS may be gone. What comes of a command that nobody acknowledged, the journal says.
    const ignored = (): void => undefined;
    run(journalCommand(bus, intent).then(ignored, ignored));
  };
}

/** Kills trading as soon as the last day sends an order; known to everybody when the clock has struck twice after it. */
function killAt({ bus, system }: ChaosSystem, lastDay: number) {
  let begun = false;
  let killSeq: number | undefined;
  let beats = 0;
  let known: ChaosFacts["killed"];
  return {
    known: () => known,
    onEntry: ({ seq, event }: Entry, day: number, run: (work: Promise<void>) => void): void => {
      if (event.kind === "control.kill") killSeq ??= seq;
      if (event.kind === "control.clock" && killSeq !== undefined && known === undefined) {
        beats += 1;
        if (beats === 2) known = { seq, wallMs: performance.timeOrigin + performance.now() };
      }
      if (begun || day < lastDay || event.kind !== "order.submitted") return;
      begun = true;
      const command = { kind: "control.kill", scope: "global", reason: "chaos", by: "chaos" } as const;
      run(journalCommand(bus, command, operatorSign(system)).then(() => undefined));
    },
  };
}

const POLL_MS = 100;
/** Without a new step for so long a system hangs. */
const STUCK_MS = 90_000;

/** Resolves when the simulator has played everything and the follower has read everything. */
async function finished({ system }: ChaosSystem, journal: JournalFollower): Promise<void> {
  let steps = -1;
  let movedMs = performance.now();
  while (!system.isStopped()) {
    const progress = await askProgress(system);
    if (progress !== undefined && progress.stepsDone !== steps) {
      steps = progress.stepsDone;
      movedMs = performance.now();
    }
    if (progress?.finished === true) break;
    if (performance.now() - movedMs > STUCK_MS)
      throw new Error(`no step for ${STUCK_MS / 1000} s after step ${steps}; logs: ${system.runDir}/logs`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  let read = -1;
  while (read !== journal.entries().length) {
    read = journal.entries().length;
    await journal.changed(2 * POLL_MS);
  }
}

async function factsOf(
  { system, bus, placed }: ChaosSystem,
  journal: JournalFollower,
  killed: ChaosFacts["killed"],
): Promise<ChaosFacts> {
  const ask = async <T>(path: string): Promise<T> =>
    (await (await fetch(`http://127.0.0.1:${system.httpPort("tws-sim") ?? 0}${path}`)).json()) as T;
  type Orders = { readonly open: readonly BrokerStanding[]; readonly completed: readonly BrokerStanding[] };
  const { open, completed } = await ask<Orders>("/sim/orders");
  return {
    entries: journal.entries(),
    orders: [...completed, ...open],
    executions: (await ask<{ executions: readonly ExecutionFact[] }>("/sim/executions")).executions,
    positions: (await ask<Pick<ChaosFacts, "positions">>("/sim/account")).positions,
    placed: placed(),
    deadLetters: await deadLetterCount(bus),
    killed,
  };
}
