import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { connectBus } from "@bowline/bus";
import { setUpJournal } from "@bowline/service-kit/journal-setup";
import { CommandFailure } from "../command.ts";
import { freePort, isPortBusy } from "./free-port.ts";
import { natsServerProgram, ROOT } from "./home.ts";
import { renderNatsConfig } from "./nats-config.ts";
import type { SupervisedProcess } from "./supervised-process.ts";
import { makeTroop, type Troop } from "./troop.ts";

/** One service process: several of one service have names of their own, such as `strategy-2`. */
export type ServiceSpec = {
  readonly name: string;
  /** The program's path inside the checkout. */
  readonly script: string;
  readonly env: Readonly<Record<string, string>>;
  /** What answers 200 when the process is ready; /readyz where it is left out. */
  readonly readyPath?: string;
};

export type SystemOptions = {
  /** Everything that the run leaves: logs, configuration, state. */
  readonly runDir: string;
  /** Where NATS keeps its streams. */
  readonly natsDir: string;
  /** 0 for any free one. */
  readonly natsPort: number;
  readonly syncInterval: "always" | "250ms";
  /** Keep raw ticks in a lossless stream: lock-step needs it. */
  readonly ticks: boolean;
  services(natsUrl: string): readonly ServiceSpec[];
  /** Folder into which the ticks are recorded; nobody records where it is left out. */
  readonly recording?: string;
};

export type Readiness = { readonly ready: boolean; readonly notReady: readonly string[]; readonly facts: unknown };

export type RunningSystem = {
  readonly runDir: string;
  readonly natsUrl: string;
  readonly processes: readonly SupervisedProcess[];
  /** HTTP port of a service; `undefined` until it listens. */
  httpPort(name: string): number | undefined;
  readiness(name: string): Promise<Readiness>;
  /** Resolves when every service is ready; throws where one gave up. */
  ready(timeoutMs: number): Promise<void>;
  /** Rejects with what went wrong when a service gave up. */
  readonly failed: Promise<never>;
  onChange(listener: () => void): void;
  isStopped(): boolean;
  stop(): Promise<void>;
};

/** Starts NATS, applies the streams, starts the services; keeps them running until it is told to stop. */
export async function startSystem(options: SystemOptions): Promise<RunningSystem> {
  const troop = makeTroop(options.runDir);
  let natsUrl: string;
  try {
    natsUrl = await startNats(options, troop);
  } catch (failure) {
    await troop.stop();
    throw failure;
  }
  const specs = options.services(natsUrl);
  const ports = new Map<string, number>();
  for (const { name, script, env } of specs) {
    const onLine = (line: string): void => {
      const found = listeningPort(line);
      if (found === undefined) return;
      ports.set(name, found);
      troop.changed();
    };
    troop.add({
      name,
      program: process.execPath,
      args: [join(ROOT, script)],
      env: environmentOf(natsUrl, env),
      onLine,
    });
  }
  if (options.recording !== undefined) addRecorder(troop, natsUrl, options.recording);
  const readyPaths = new Map(specs.map(({ name, readyPath }) => [name, readyPath ?? "/readyz"]));
  const readiness = async (name: string): Promise<Readiness> =>
    askReadiness(ports.get(name), readyPaths.get(name) ?? "/readyz");
  const names = specs.map(({ name }) => name);
  return {
    runDir: options.runDir,
    natsUrl,
    processes: troop.processes,
    httpPort: (name) => ports.get(name),
    readiness,
    failed: troop.failed,
    onChange: troop.onChange,
    isStopped: troop.isStopped,
    ready: (timeoutMs) =>
      Promise.race([allReady(names, readiness, { timeoutMs, stopped: troop.isStopped }), troop.failed]),
    stop: troop.stop,
  };
}

/** The only process beside NATS that has no HTTP port. */
export const RECORDER = "recorder";
const RETRY_SECONDS = 60;

/** The system does without it: it may wait for room on the disk, or give up, and nothing else stops. */
function addRecorder(troop: Troop, natsUrl: string, folder: string): void {
  const flags = ["--nats", natsUrl, "--folder", folder, "--retry-every", String(RETRY_SECONDS), "--json"];
  const args = [join(ROOT, "packages/cli/src/main.ts"), "data", "record", ...flags];
  const spec = { name: RECORDER, program: process.execPath, args, env: environmentOf(natsUrl, {}) };
  troop.add(spec, (name, why) => void process.stderr.write(`${name} does not run, everything else does: ${why}\n`));
}

/** Returns the server's address when it answers and the streams are there. */
async function startNats(options: SystemOptions, troop: Troop): Promise<string> {
  mkdirSync(options.natsDir, { recursive: true });
  const port = options.natsPort === 0 ? await freePort() : options.natsPort;
  if (await isPortBusy(port))
    throw new CommandFailure(
      `port ${port} is in use: give NATS another one (--nats-port), or end what listens there (./bowline down)`,
    );
  const url = `nats://127.0.0.1:${port}`;
  const configFile = join(options.runDir, "nats-server.conf");
  const config = renderNatsConfig({ port, storeDir: options.natsDir, syncInterval: options.syncInterval });
  writeFileSync(configFile, config);
  troop.add({ name: "nats", program: natsServerProgram(), args: ["-c", configFile], env: process.env });
  await Promise.race([makeStreams(url, options.ticks), troop.failed]);
  return url;
}

async function makeStreams(url: string, ticks: boolean): Promise<void> {
  const bus = await connectBus({ url, name: "streams" });
  await setUpJournal(bus, { ticks });
  await bus.close();
}

/** What a service inherits, but for addresses and credentials: those are this run's own. */
function environmentOf(natsUrl: string, own: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const {
    BOWLINE_NATS_USER: _user,
    BOWLINE_NATS_PASSWORD_FILE: _password,
    BOWLINE_HTTP_PORT: _port,
    BOWLINE_HTTP_HOST: _host,
    BOWLINE_SIMULATED: _simulated,
    BOWLINE_SIGNING_KEY_FILE: _operatorKey,
    BOWLINE_TRUSTED_KEYS: _trusted,
    ...inherited
  } = process.env;
  return { ...inherited, BOWLINE_NATS_URL: natsUrl, ...own };
}

function listeningPort(line: string): number | undefined {
  if (!line.includes('"listening"')) return undefined;
  try {
    const { msg, httpPort, address } = JSON.parse(line) as {
      msg?: unknown;
      httpPort?: number;
      address?: { port?: number };
    };
    return msg === "listening" ? (httpPort ?? address?.port) : undefined;
  } catch {
    return undefined; // A line that only looks like one of the log's.
  }
}

async function askReadiness(port: number | undefined, path: string): Promise<Readiness> {
  if (port === undefined) return { ready: false, notReady: ["starting"], facts: {} };
  try {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { signal: AbortSignal.timeout(1000) });
    const facts = (await response.json()) as { notReady?: readonly string[] };
    return { ready: response.ok, notReady: facts.notReady ?? [], facts };
  } catch (failure) {
    return { ready: false, notReady: [`does not answer: ${String(failure)}`], facts: {} };
  }
}

const POLL_MS = 100;

async function allReady(
  names: readonly string[],
  readiness: (name: string) => Promise<Readiness>,
  { timeoutMs, stopped }: { readonly timeoutMs: number; stopped(): boolean },
): Promise<void> {
  const startedMs = performance.now();
  while (!stopped()) {
    const states = await Promise.all(names.map(async (name) => ({ name, ...(await readiness(name)) })));
    const waiting = states.filter(({ ready }) => !ready);
    if (waiting.length === 0) return;
    if (performance.now() - startedMs > timeoutMs) {
      const lines = waiting.map(({ name, notReady }) => `  ${name}: ${notReady.join("; ")}`);
      throw new CommandFailure([`not ready within ${Math.round(timeoutMs / 1000)} s:`, ...lines].join("\n"), 70);
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
