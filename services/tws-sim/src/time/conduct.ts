import type { Bus } from "@bowline/bus";
import { makeConductor } from "@bowline/service-kit";
import type { SimWorld } from "./world.ts";

export type ConductOptions = {
  readonly bus: Bus;
  readonly world: SimWorld;
  /** Every machine and edge that a step waits for. */
  readonly names: readonly string[];
  /** Steps are slowed to so many times real time; undefined: not slowed. */
  readonly speed: number | undefined;
  onWaiting(names: readonly string[]): void;
};

export type Conducting = {
  /** Resolves when everything was played and nobody has anything left to do. */
  readonly finished: Promise<void>;
  stop(): void;
};

const STEP_MS = 5000;

/** Conducts lock-step: gives time to the world and to everybody in turn, until the last session has ended. */
export function conduct({ bus, world, names, speed, onWaiting }: ConductOptions): Conducting {
  const conductor = makeConductor({
    bus,
    names,
    startUs: world.nowUs(),
    // A new execution subscribes anew; what it needs of this step is the market's part, orders it reconciles.
    onStarted: async (name) => {
      if (name === "execution") await world.resendStep();
    },
    onWaiting,
  });
  let isStopped = false;
  let stepNumber = 0;
  const step = (market: () => Promise<void>): Promise<void> => conductor.step(stepNumber++, world.nowUs(), market);

  const play = async (): Promise<void> => {
    await conductor.settle();
    // Where an earlier life of this process had begun a step, nobody knows how far it came: it is told again.
    if (world.position() !== undefined) {
      await step(world.resendStep);
      if (world.isSessionPlayed()) await closeSession();
    }
    while (!isStopped) {
      const simUs = world.nextStepUs();
      const startedMs = performance.now();
      if (simUs === undefined) return;
      const report = { isLastOfSession: false };
      await conductor.step(stepNumber++, simUs, async () => {
        Object.assign(report, await world.beginStep());
      });
      if (report.isLastOfSession) await closeSession();
      await slowDown(startedMs, speed);
    }
  };
  /** The close is a step of its own without a new time: DAY orders expire, edges journal that, and it becomes quiet. */
  const closeSession = (): Promise<void> => step(world.endOfSession);

  return {
    finished: play(),
    stop: () => {
      isStopped = true;
      conductor.stop();
    },
  };
}

async function slowDown(startedMs: number, speed: number | undefined): Promise<void> {
  if (speed === undefined) return;
  const restMs = startedMs + STEP_MS / speed - performance.now();
  if (restMs > 0) await new Promise((resolve) => setTimeout(resolve, restMs));
}
