import { leave, perform, type Performance, type Script } from "@bowline/rehearsal";
import { type Rig, startRig } from "./rig.ts";
import type { SystemStage } from "./system-stage.ts";

export type RehearsalRun = {
  readonly seed: number;
  /** The system to play in; one of the run's own where it is absent. */
  readonly running: Rig | undefined;
  /** Keeps the folder of a system in which something was violated. */
  readonly keep: boolean;
  /** What goes on, for whoever watches. */
  onEvent(event: RehearsalEvent): void;
  /** Rejects when the run is to end. */
  readonly stopped: Promise<never>;
};

export type RehearsalEvent =
  | { readonly phase: "starting" | "ready"; readonly detail: string }
  | { readonly phase: "skipped"; readonly rehearsal: string; readonly detail: string }
  | { readonly phase: "step"; readonly rehearsal: string; readonly detail: string }
  | ({ readonly phase: "done"; readonly runDir?: string } & Performance);

const FIRST_TRADE_MS = 120_000;
const LEAVE_MS = 10_000;
/** A minute without data, and the one after it. */
const AWAKE_MS = 130_000;

/** Performs scripts one after the other, in the system that runs or in one of the run's own. */
export const runRehearsals = (scripts: readonly Script[], run: RehearsalRun): Promise<readonly Performance[]> =>
  run.running === undefined ? runInOwn(scripts, run) : runInRunning(scripts, run, run.running);

/** Somebody's own system is left to trade as it does: its positions stay, and what spoils its books is not played. */
async function runInRunning(scripts: readonly Script[], run: RehearsalRun, rig: Rig): Promise<readonly Performance[]> {
  const results: Performance[] = [];
  try {
    for (const script of scripts) {
      if (script.spoils) {
        const detail = "it makes the books differ for good: --own plays it in a system of its own";
        run.onEvent({ phase: "skipped", rehearsal: script.rehearsal, detail });
        continue;
      }
      results.push(await play(script, rig, run));
      await Promise.race([calmDown(rig.stage), run.stopped]);
    }
  } finally {
    await rig.stage.inject({ fault: "clear" }).catch(() => undefined);
    await rig.stop(true);
  }
  return results;
}

async function play(script: Script, { stage, runDir }: Rig, run: RehearsalRun): Promise<Performance> {
  const onStep = (detail: string): void => run.onEvent({ phase: "step", rehearsal: script.rehearsal, detail });
  const result = await Promise.race([perform(script, stage, onStep), run.stopped]);
  run.onEvent({ phase: "done", ...result, ...(run.keep && !result.passed ? { runDir } : {}) });
  return result;
}

/**
 * Performs scripts in a system of their own. A system whose books are meant to differ afterwards, or that broke a
 * law, or that cannot be made flat again, is replaced by a fresh one.
 */
async function runInOwn(scripts: readonly Script[], run: RehearsalRun): Promise<readonly Performance[]> {
  const results: Performance[] = [];
  let rig: Rig | undefined;
  try {
    // What spoils its system comes last: fewer systems have to be started.
    for (const script of [...scripts].sort((a, b) => Number(a.spoils) - Number(b.spoils))) {
      rig ??= await Promise.race([freshRig(run), run.stopped]);
      const result = await play(script, rig, run);
      results.push(result);
      if (script.spoils || !result.passed || !(await Promise.race([tidyUp(rig.stage), run.stopped]))) {
        await rig.stop(run.keep && !result.passed);
        rig = undefined;
      }
    }
  } finally {
    await rig?.stop(false);
  }
  return results;
}

async function freshRig(run: RehearsalRun): Promise<Rig> {
  run.onEvent({ phase: "starting", detail: "a simulated TWS, NATS and all services" });
  const rig = await startRig(run.seed);
  run.onEvent({ phase: "ready", detail: "waiting for the first minute, before which nothing is traded" });
  const deadlineMs = performance.now() + FIRST_TRADE_MS;
  const warmUp: Script = {
    rehearsal: "warm-up",
    about: "",
    rows: [],
    pitfalls: [],
    steps: [{ trade: "any", outcome: "filled", within: 5000 }],
    holds: [],
    spoils: false,
  };
  while (!(await perform(warmUp, rig.stage, () => undefined)).passed) {
    if (performance.now() > deadlineMs) {
      await rig.stop(true);
      throw new Error(
        `the fresh system did not trade within ${FIRST_TRADE_MS / 1000} s; its logs are in ${rig.runDir}`,
      );
    }
    await rig.stage.changed(1000);
  }
  await tidyUp(rig.stage);
  return rig;
}

/** Ends every fault and waits for the data of every symbol; whether it came. */
async function calmDown(stage: SystemStage): Promise<boolean> {
  await stage.inject({ fault: "clear" });
  const deadlineMs = performance.now() + AWAKE_MS;
  while (stage.silent().length > 0) {
    if (performance.now() > deadlineMs) return false;
    await stage.changed(500);
  }
  return true;
}

/** Ends every fault and leaves every position; whether the system is as good as new. */
async function tidyUp(stage: SystemStage): Promise<boolean> {
  if (!(await calmDown(stage))) return false;
  for (const symbol of stage.held()) if ((await leave(stage, symbol, LEAVE_MS)) !== undefined) return false;
  return true;
}
