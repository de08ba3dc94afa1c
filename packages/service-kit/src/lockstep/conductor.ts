import type { Bus } from "@bowline/bus";
import type { Us } from "@bowline/kernel";
import { makeCommandDesk } from "./command-desk.ts";

export type ConductorOptions = {
  readonly bus: Bus;
  /** Every machine and edge that a step waits for. */
  readonly names: readonly string[];
  /** Simulated time before the first step. */
  readonly startUs: Us;
  /** An edge was restarted: what only it knew of this step must be told again. */
  onStarted(name: string): Promise<void>;
  /** Whom a command waits for, when it takes longer than a second. */
  onWaiting(names: readonly string[]): void;
};

export type Conductor = {
  /** Rounds until nobody has outputs: also before the first step, when everybody subscribes and warms up. */
  settle(): Promise<void>;
  /** One step: the market speaks, its edges journal it, then rounds until it is quiet. */
  step(step: number, simUs: Us, market: () => Promise<void>): Promise<void>;
  /** Newest sequence of the journal that anybody reported. */
  lastSeq(): number;
  stop(): void;
};

/** The edges that journal a step's market, in this order. */
export const MARKET_EDGES = ["execution", "feed", "clock"] as const;

/**
 * Conducts simulated time: one command at a time, sent again until every participant reported it.
 * A slow or dead process delays a step and changes nothing.
 */
export function makeConductor(options: ConductorOptions): Conductor {
  const desk = makeCommandDesk(options.bus, options.startUs, options.onWaiting);
  const { stand, starting } = desk;

  /** A restarted edge has the turn alone until it is ready. */
  const startEdges = async (): Promise<void> => {
    for (const name of [...starting].sort()) {
      starting.delete(name);
      await desk.issue({ kind: "START", participant: name, names: [name], mayStart: () => false });
      starting.delete(name);
      await options.onStarted(name);
    }
  };
  let ticksTaken = 0;
  const turn = async (name: string): Promise<void> => {
    do {
      await startEdges();
      if (name === "feed") ticksTaken = stand.ticksSeq;
    } while (
      !(await desk.issue({ kind: "TURN", participant: name, names: [name], mayStart: (starter) => starter === name }))
    );
  };
  const round = async (): Promise<void> => {
    do await startEdges();
    while (!(await desk.issue({ kind: "ROUND", participant: "", names: options.names, mayStart: () => true })));
  };
  const settle = async (): Promise<void> => {
    for (;;) {
      const throughSeq = stand.lastSeq;
      await round();
      const pending = options.names.filter((name) => desk.pendingOf(name) > 0).sort();
      if (pending.length === 0 && stand.lastSeq === throughSeq) return;
      for (const name of pending) await turn(name);
    }
  };
  return {
    settle,
    step: async (step, simUs, market) => {
      Object.assign(stand, { step, simUs });
      await market();
      for (const name of MARKET_EDGES) await turn(name);
      // What was written since (a subscription's first quotes) belongs to the next step.
      stand.ticksFrom = ticksTaken;
      await settle();
    },
    lastSeq: () => stand.lastSeq,
    stop: desk.stop,
  };
}
