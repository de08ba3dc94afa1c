import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { CommandFailure, printJson, printLine } from "./command.ts";
import { recordingFolder } from "./data/data-flags.ts";
import type { RunFlags } from "./run-flags.ts";
import { isAlive, readRunFile, removeRunFile } from "./run-file.ts";
import { prepareCandidate, prepareInputs, type RunInputs } from "./run-inputs.ts";
import { type Watched, watchStrategy } from "./rules/watch-strategy.ts";
import { freePort } from "./runner/free-port.ts";
import { homeFolder, ROOT } from "./runner/home.ts";
import { keepRunFile } from "./runner/keep-run-file.ts";
import { simulatedServices, tradingServices } from "./runner/simulated-services.ts";
import { type RunningSystem, type ServiceSpec, startSystem } from "./runner/system.ts";
import { stopSignals } from "./stop-signals.ts";

export type UpFlags = RunFlags & {
  readonly tws?: string;
  readonly account?: string;
  readonly clientId: number;
  readonly dropCopy?: number;
  readonly workers: number;
  readonly standbys: number;
  /** Put each changed version of the strategy file into force. */
  readonly watch?: boolean;
  /** A candidate file, tried out beside the strategy. */
  readonly shadow?: string;
  readonly natsPort: number;
  readonly state?: string;
  readonly detach?: boolean;
  /** The folder, or true for the usual one. */
  readonly recordTicks?: string | true;
};

const READY_MS = 60_000;

/** Runs everything in real time until it is told to stop. With a TWS its state outlives it, with the simulator it does not. */
export async function runUp(given: UpFlags): Promise<void> {
  const running = readRunFile();
  if (running !== undefined)
    throw new CommandFailure(`${running.kind} runs here already (pid ${running.pid}): ./bowline down ends it`);
  const say =
    given.json === true
      ? printJson
      : (value: { msg: string; detail?: string }) => printLine([value.msg, value.detail].join(" "));
  const stateDir = stateFolder(given);
  const inputs = prepareInputs(given, join(stateDir, "config"));
  const flags = withCandidate(given, inputs, join(stateDir, "config"));
  const signals = stopSignals();
  let starting: Promise<RunningSystem> | undefined;
  let watched: Watched | undefined;
  try {
    starting = start(flags, inputs, stateDir);
    const system = await Promise.race([starting, signals.stopped]);
    const runFile = keepRunFile(system, "up");
    say({ msg: "starting", detail: system.natsUrl });
    await Promise.race([system.ready(READY_MS), signals.stopped]);
    if (given.strategy !== undefined)
      watched = await watchStrategy(system.natsUrl, given.strategy, {
        again: given.watch === true,
        say: (detail) => say({ msg: "strategy", detail }),
      });
    runFile.ready();
    say({ msg: "READY", detail: `${system.natsUrl}; ./bowline status, ./bowline positions --watch, ./bowline down` });
    await Promise.race([system.failed, signals.stopped]);
  } catch (failure) {
    if (!(failure instanceof CommandFailure && failure.exitCode > 128)) throw failure;
    say({ msg: failure.message });
  } finally {
    await watched?.stop().catch(() => undefined);
    await (await starting?.catch(() => undefined))?.stop();
    removeRunFile();
    if (flags.tws === undefined && flags.state === undefined) rmSync(stateDir, { recursive: true, force: true });
    signals.dismiss();
  }
}

/** The candidate as it is now: what becomes of the file later changes nothing. */
const withCandidate = (flags: UpFlags, { groups }: RunInputs, folder: string): UpFlags =>
  flags.shadow === undefined ? flags : { ...flags, shadow: prepareCandidate(flags.shadow, groups, folder) };

function stateFolder(flags: UpFlags): string {
  if (flags.state === undefined && flags.tws === undefined) return mkdtempSync(join(tmpdir(), "bowline-up-"));
  const folder = resolve(flags.state ?? join(homeFolder(), "state"));
  mkdirSync(folder, { recursive: true });
  return folder;
}

async function start(flags: UpFlags, inputs: RunInputs, stateDir: string): Promise<RunningSystem> {
  const [twsPort, predictorPort] = [await freePort(), await freePort()];
  const { tws } = flags;
  const services = (): readonly ServiceSpec[] =>
    tws === undefined
      ? simulatedServices({ ...flags, inputs, runDir: stateDir, speed: "1", twsPort, predictorPort, takesPushes: true })
      : paperServices({ ...flags, tws }, inputs, stateDir);
  return startSystem({
    runDir: stateDir,
    natsDir: join(stateDir, "nats"),
    natsPort: flags.natsPort,
    syncInterval: tws === undefined ? "250ms" : "always",
    ticks: flags.recordTicks !== undefined,
    ...(flags.recordTicks === undefined
      ? {}
      : { recording: recordingFolder(flags.recordTicks === true ? undefined : flags.recordTicks) }),
    services,
  });
}

const paperServices = (
  flags: UpFlags & { readonly tws: string },
  inputs: RunInputs,
  stateDir: string,
): readonly ServiceSpec[] =>
  tradingServices({
    env: {
      BOWLINE_GROUPS: inputs.groupsFile,
      BOWLINE_ACCOUNT: flags.account ?? "",
      BOWLINE_CLIENT_ID: String(flags.clientId),
      ...(flags.dropCopy === undefined ? {} : { BOWLINE_DROP_COPY_CLIENT_ID: String(flags.dropCopy) }),
    },
    inputs,
    predictions: inputs.predictions ?? "",
    tws: flags.tws,
    stateDir,
    workers: flags.workers,
    standbys: flags.standbys,
    ...(flags.shadow === undefined ? {} : { shadow: flags.shadow }),
  });

/** Starts the same command as a process of its own, and returns when it is ready. */
export async function startDetached(flags: UpFlags): Promise<void> {
  mkdirSync(homeFolder(), { recursive: true });
  const logFile = join(homeFolder(), "up.log");
  const log = openSync(logFile, "w");
  const args = process.argv.slice(2).filter((arg) => arg !== "--detach" && arg !== "-d");
  const child = spawn(process.execPath, [join(ROOT, "packages/cli/src/main.ts"), ...args], {
    detached: true,
    stdio: ["ignore", log, log],
  });
  child.unref();
  for (;;) {
    const run = readRunFile();
    if (run?.pid === child.pid && run?.ready === true) break;
    if (child.pid === undefined || !isAlive(child.pid) || child.exitCode !== null)
      throw new CommandFailure(`it did not start:\n${readFileSync(logFile, "utf8").trim()}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const value = { msg: "READY", pid: child.pid, log: logFile };
  if (flags.json === true) printJson(value);
  else printLine(`READY, pid ${child.pid}; its log is ${logFile}; ./bowline down ends it`);
}
