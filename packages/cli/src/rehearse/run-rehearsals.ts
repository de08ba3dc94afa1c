import { leave, perform, type Performance, type Script } from "@bowline/rehearsal";
import { type Rig, startRig } from "./rig.ts";
import type { SystemStage } from "./system-stage.ts";

export type RehearsalRun = {
  readonly seed: number;
  /** Keeps the folder of a system in which something was violated. */
  readonly keep: boolean;
  /** What goes on, for whoever watches. */
  onEvent(event: RehearsalEvent): void;
  /** Rejects when the run is to end. */
  readonly stopped: Promise<never>;
};

export type RehearsalEvent =
  | { readonly phase: "starting" | "ready"; readonly detail: string }
  | { readonly phase: "step"; readonly rehearsal: string; readonly detail: string }
  | ({ readonly phase: "done"; readonly runDir?: string } & Performance);

const FIRST_TRADE_MS = 120_000;
const LEAVE_MS = 10_000;
const AWAKE_MS = 20_000;

/**
 * Performs scripts one after the other in a system of their own. A system whose books are meant to differ afterwards, or that broke a
 * law, or that cannot be made flat again, is replaced by a fresh one.
 */
export async function runRehearsals(scripts: readonly Script[], run: RehearsalRun): Promise<readonly Performance[]> {
  const results: Performance[] = [];
  let rig: Rig | undefined;
  try {
    // What spoils its system comes last: fewer systems have to be started.
    for (const script of [...scripts].sort((a, b) => Number(a.spoils) - Number(b.spoils))) {
      rig ??= await Promise.race([freshRig(run), run.stopped]);
      const onStep = (detail: string): void => run.onEvent({ phase: "step", rehearsal: script.rehearsal, detail });
      const result = await Promise.race([perform(script, rig.stage, onStep), run.stopped]);
      results.push(result);
      run.onEvent({ phase: "done", ...result, ...(run.keep && !result.passed ? { runDir: rig.runDir } : {}) });
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

/** Ends every fault, waits for the data of every symbol, leaves every position; whether the system is as good as new. */
async function tidyUp(stage: SystemStage): Promise<boolean> {
  await stage.inject({ fault: "clear" });
  const deadlineMs = performance.now() + AWAKE_MS;
  while (stage.silent().length > 0) {
    if (performance.now() > deadlineMs) return false;
    await stage.changed(500);
  }
  for (const symbol of stage.held()) if ((await leave(stage, symbol, LEAVE_MS)) !== undefined) return false;
  return true;
}
