import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Bus, connectBus, deadLetterCount, lastSequence, readFrom } from "@bowline/bus";
import { recordedDays } from "@bowline/recording";
import { CommandFailure } from "./command.ts";
import { MOST_ROWS, recordTicks, WRITE_EVERY_SECONDS } from "./data/record-ticks.ts";
import { type Harvest, harvestJournal } from "./harvest.ts";
import { makeProgressView, type ProgressView } from "./progress.ts";
import type { RunFlags } from "./run-flags.ts";
import { removeRunFile } from "./run-file.ts";
import { prepareInputs, type RunInputs } from "./run-inputs.ts";
import { freePort } from "./runner/free-port.ts";
import { keepRunFile } from "./runner/keep-run-file.ts";
import { simulatedServices } from "./runner/simulated-services.ts";
import { type RunningSystem, startSystem } from "./runner/system.ts";
import { askProgress } from "./sim-progress.ts";
import { stopSignals } from "./stop-signals.ts";

export type DemoFlags = RunFlags & {
  readonly speed: string;
  readonly workers: number;
  /** A folder without a recording: a market that is played again would be there twice. */
  readonly recordTicks?: string;
};

/** Ready within this after the start, or the run fails and says who is not. */
const READY_MS = 60_000;
const POLL_MS = 100;

/** Runs whole sessions: simulated TWS, NATS and every service as processes of their own; ends all of them, however it ends. */
export async function runDemo(flags: DemoFlags): Promise<Harvest> {
  refuseRecorded(flags.recordTicks);
  const view = makeProgressView();
  const signals = stopSignals();
  const runDir = mkdtempSync(join(tmpdir(), "bowline-demo-"));
  let starting: Promise<RunningSystem> | undefined;
  let keep = false;
  try {
    const inputs = prepareInputs(flags, join(runDir, "config"));
    const startedMs = performance.now();
    view.phase("starting", { runDir });
    starting = startDemo(flags, inputs, runDir);
    const system = await Promise.race([starting, signals.stopped]);
    const runFile = keepRunFile(system, "demo");
    await Promise.race([system.ready(READY_MS), signals.stopped]);
    runFile.ready();
    view.phase("READY", { natsUrl: system.natsUrl, afterMs: Math.round(performance.now() - startedMs) });
    const runningMs = performance.now();
    await Promise.race([played(system, view), system.failed, signals.stopped]);
    view.end();
    const durationMs = Math.round(performance.now() - runningMs);
    return await Promise.race([harvest({ system, flags, inputs, durationMs }), signals.stopped]);
  } catch (failure) {
    view.end();
    keep = existsSync(join(runDir, "logs")) && !(failure instanceof CommandFailure && failure.exitCode > 128);
    if (keep) view.phase("failed", { logs: join(runDir, "logs") });
    throw failure;
  } finally {
    // A stop during the start waits for it: what it started must end too.
    await (await starting?.catch(() => undefined))?.stop();
    removeRunFile();
    if (!keep) rmSync(runDir, { recursive: true, force: true });
    signals.dismiss();
  }
}

function refuseRecorded(folder: string | undefined): void {
  if (folder !== undefined && recordedDays(folder).days.length > 0)
    throw new CommandFailure(`${folder}: something is recorded there already: name another folder`);
}

async function startDemo(flags: DemoFlags, inputs: RunInputs, runDir: string): Promise<RunningSystem> {
  const [twsPort, predictorPort] = [await freePort(), await freePort()];
  return startSystem({
    runDir,
    natsDir: join(runDir, "nats"),
    natsPort: 0,
    syncInterval: "250ms",
    ticks: flags.speed !== "1" || flags.recordTicks !== undefined,
    services: () => simulatedServices({ ...flags, inputs, runDir, twsPort, predictorPort }),
  });
}

/** Resolves when the simulator has played everything. */
async function played(system: RunningSystem, view: ProgressView): Promise<void> {
  while (!system.isStopped()) {
    const progress = await askProgress(system);
    if (progress !== undefined) view.advance(progress);
    if (progress?.finished === true) return;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

type HarvestOptions = {
  readonly system: RunningSystem;
  readonly flags: DemoFlags;
  readonly inputs: RunInputs;
  readonly durationMs: number;
};

async function harvest({ system, flags, inputs, durationMs }: HarvestOptions): Promise<Harvest> {
  const bus = await connectBus({ url: system.natsUrl, name: "demo" });
  try {
    if (flags.speed === "1") await settled(bus);
    if (flags.recordTicks !== undefined) {
      const { recordTicks: folder, json = false } = flags;
      await recordTicks(bus, { folder, once: true, json, writeEvery: WRITE_EVERY_SECONDS, mostRows: MOST_ROWS });
    }
    const deadLetters = await deadLetterCount(bus);
    return await harvestJournal(bus, { facts: { deadLetters, durationMs }, record: flags.record, inputs });
  } finally {
    await bus.close();
  }
}

/** Beats of the clock after the last step: in real time what it led to comes later. Lock-step ends when it is quiet. */
const BEATS = 4;
const BEATS_MS = 15_000;

async function settled(bus: Bus): Promise<void> {
  const enough = Promise.withResolvers<void>();
  let beats = 0;
  const reader = await readFrom(bus, {
    fromSeq: (await lastSequence(bus)) + 1,
    filter: "bw.control.clock",
    onEntry: () => {
      beats += 1;
      if (beats >= BEATS) enough.resolve();
    },
    onGap: () => undefined,
  });
  const timer = setTimeout(enough.resolve, BEATS_MS);
  await enough.promise;
  clearTimeout(timer);
  await reader.stop();
}
