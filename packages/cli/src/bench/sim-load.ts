import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { ROOT } from "../runner/home.ts";
import { askTicks, connectCounter, type FrameCounter } from "./frame-counter.ts";

/** How much is asked of it, and for how long it is measured. */
export type SimLoad = {
  readonly symbols: number;
  readonly clients: number;
  readonly measuredMs: number;
  /** A look whether it keeps up yet. */
  readonly lookMs: number;
};
const FULL_LOAD: SimLoad = { symbols: 500, clients: 4, measuredMs: 30_000, lookMs: 3000 };
const TICKS_PER_SECOND = 10;
/** The subscriptions themselves take seconds; figures begin when they are behind. */
const MOST_LAG_MS = 100;
const MOST_LOOKS = 40;

type Spread = { readonly p50: number; readonly p99: number; readonly max: number };

/** What a simulator did under load, in a time that was measured. */
export type SimFigures = {
  readonly symbols: number;
  readonly ticksPerSecond: number;
  readonly clients: number;
  readonly seconds: number;
  /** Moments of a symbol that reached a client, a second, over all clients; each is one to eight messages. */
  readonly ticksSentPerSecond: number;
  readonly messagesPerSecond: number;
  readonly bytesPerSecond: number;
  /** From when a tick is due until its last byte is handed to the sockets. */
  readonly lagMs: Spread;
  /** Of the main thread, for a tenth of a second: all symbols, all clients. */
  readonly cpuMs: Spread;
  /** Of the process, all its threads. */
  readonly cpuPerSecond: number;
  readonly rssMiB: number;
  readonly oneCore: boolean;
};

type Started = { readonly child: ChildProcess; readonly port: number; readonly controlPort: number };

const symbolsOf = ({ symbols }: SimLoad): readonly string[] =>
  Array.from({ length: symbols }, (_, index) => `B${String(index).padStart(3, "0")}`);

/** The process is held to one core where the system can do that: taskset is Linux's. */
const canPin = (): boolean => cpus().length > 1 && spawnSync("taskset", ["-c", "0", "true"]).status === 0;

async function startSimulator(load: SimLoad, switches: string, oneCore: boolean): Promise<Started> {
  const flags = `--port 0 --control-port 0 --symbols ${symbolsOf(load).join()} --ticks-per-second ${TICKS_PER_SECOND} --json`;
  const main = join(ROOT, "packages/cli/src/main.ts");
  const sim = [process.execPath, main, "sim", ...flags.split(" "), "--switches", switches];
  const [command = "", ...args] = oneCore ? ["taskset", "-c", "0", ...sim] : sim;
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "inherit"] });
  const [line] = (await Promise.race([
    once(createInterface({ input: child.stdout }), "line"),
    once(child, "exit").then(() => {
      throw new Error("the simulator did not start");
    }),
  ])) as [string];
  return { child, ...(JSON.parse(line) as { port: number; controlPort: number }) };
}

type Reading = { readonly atMs: number; readonly frames: number; readonly bytes: number; readonly cpuS: number };

async function read(controlPort: number, clients: readonly FrameCounter[]): Promise<Reading & { rssMiB: number }> {
  const metrics = await (await fetch(`http://127.0.0.1:${controlPort}/metrics`)).text();
  const metric = (name: string): number => Number(new RegExp(`^${name}\\{[^}]*\\} (\\S+)`, "m").exec(metrics)?.[1]);
  const sum = (of: (client: FrameCounter) => number): number =>
    clients.reduce((total, client) => total + of(client), 0);
  return {
    atMs: performance.now(),
    frames: sum(({ frames }) => frames()),
    bytes: sum(({ bytes }) => bytes()),
    cpuS: metric("process_cpu_seconds_total"),
    rssMiB: metric("process_resident_memory_bytes") / 2 ** 20,
  };
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

type Pace = Pick<SimFigures, "lagMs" | "cpuMs"> & { readonly parts: number };

const paceOf = async (controlPort: number): Promise<Pace> =>
  (await (await fetch(`http://127.0.0.1:${controlPort}/sim/pace`)).json()) as Pace;

const resetPace = async (controlPort: number): Promise<void> =>
  void (await fetch(`http://127.0.0.1:${controlPort}/sim/pace/reset`, { method: "POST" }));

/** Until parts come in time, or for as long as is bearable: what lags behind then is a figure. */
async function warmUp(controlPort: number, lookMs: number): Promise<void> {
  for (let look = 0; look < MOST_LOOKS; look++) {
    await resetPace(controlPort);
    await wait(lookMs);
    const { parts, lagMs } = await paceOf(controlPort);
    if (parts > TICKS_PER_SECOND && lagMs.max < MOST_LAG_MS) break;
  }
  await resetPace(controlPort);
}

async function measure(load: SimLoad, { port, controlPort }: Started, oneCore: boolean): Promise<SimFigures> {
  const symbols = symbolsOf(load);
  const clients = await Promise.all(
    Array.from({ length: load.clients }, (_, index) => connectCounter(port, index + 1)),
  );
  for (const client of clients) for (const [index, symbol] of symbols.entries()) askTicks(client, index + 1, symbol);
  await warmUp(controlPort, load.lookMs);
  const from = await read(controlPort, clients);
  await wait(load.measuredMs);
  const to = await read(controlPort, clients);
  const { parts, lagMs, cpuMs } = await paceOf(controlPort);
  for (const { socket } of clients) socket.destroy();
  const seconds = (to.atMs - from.atMs) / 1000;
  return {
    symbols: load.symbols,
    ticksPerSecond: TICKS_PER_SECOND,
    clients: load.clients,
    seconds: Math.round(seconds),
    ticksSentPerSecond: Math.round((parts * load.symbols * load.clients) / seconds),
    messagesPerSecond: Math.round((to.frames - from.frames) / seconds),
    bytesPerSecond: Math.round((to.bytes - from.bytes) / seconds),
    lagMs,
    cpuMs,
    cpuPerSecond: (to.cpuS - from.cpuS) / seconds,
    rssMiB: Math.round(to.rssMiB),
    oneCore,
  };
}

/** A simulator process of its own, many symbols at ten ticks a second, some clients over TCP that want all of them. */
export async function measureSimulator(onPhase: (phase: string) => void, load = FULL_LOAD): Promise<SimFigures> {
  onPhase(`sim: ${load.symbols} symbols at ${TICKS_PER_SECOND} ticks a second, ${load.clients} clients`);
  const folder = mkdtempSync(join(tmpdir(), "bowline-bench-"));
  const switches = join(folder, "switches.yaml");
  writeFileSync(switches, "marketDataLines: 0\nmessagesPerSecond: 0\n");
  const oneCore = canPin();
  const started = await startSimulator(load, switches, oneCore);
  try {
    return await measure(load, started, oneCore);
  } finally {
    started.child.kill();
    await once(started.child, "exit");
    rmSync(folder, { recursive: true, force: true });
  }
}
