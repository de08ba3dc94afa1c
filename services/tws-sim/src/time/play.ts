import type { Bus } from "@bowline/bus";
import type { Groups } from "@bowline/config";
import type { Log } from "@bowline/service-kit";
import { conduct } from "./conduct.ts";
import { announceFreeRun, startFreeRun } from "./free-run.ts";
import type { Simulator } from "../simulator.ts";

export type PlayOptions = {
  readonly bus: Bus;
  readonly simulator: Simulator;
  readonly groups: Groups;
  /** 1 runs free in real time; every other number, and `max`, in lock-step. */
  readonly speed: number | "max";
  readonly directory: string | undefined;
  readonly log: Log;
};

/** Time for the services to connect before the first open, in real time. */
const LEAD_MS = 15_000;

/** Who takes part in every step, next to one strategy for each group. */
const PARTICIPANTS = ["clock", "execution", "feed", "market-data", "portfolio", "prediction-ingest", "risk-gate"];

/** Plays all sessions; resolves when the last has ended. */
export function play({ bus, simulator, groups, speed, directory, log }: PlayOptions): Promise<void> {
  const { world, exchange } = simulator;
  if (speed === 1) {
    const run = startFreeRun({
      world,
      timeline: exchange.timeline,
      speed,
      directory,
      leadMs: LEAD_MS,
      skipsNights: false,
      pace: simulator.pace,
    });
    simulator.useClock(run.nowUs);
    announceFreeRun(bus, run);
    return run.finished;
  }
  return conduct({
    bus,
    world,
    names: [...PARTICIPANTS, ...[...groups.byName.keys()].flatMap((group) => [`desk.${group}`, `strategy.${group}`])],
    speed: speed === "max" ? undefined : speed,
    onWaiting: onChange((waiting) => log.info({ waiting }, "waiting")),
  }).finished;
}

/** The conductor says every moment whom it waits for; the log wants to know when that changes. */
function onChange(tell: (names: readonly string[]) => void): (names: readonly string[]) => void {
  let told = "";
  return (names) => {
    if (names.join() === told) return;
    told = names.join();
    tell(names);
  };
}
