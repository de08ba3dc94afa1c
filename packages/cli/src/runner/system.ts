import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { connectBus } from "@bowline/bus";
import { setUpJournal } from "@bowline/service-kit/journal-setup";
import { CommandFailure } from "../command.ts";
import { freePort, isPortBusy } from "./free-port.ts";
import { natsServerProgram, ROOT } from "./home.ts";
import { renderNatsConfig } from "./nats-config.ts";
import { startReaper } from "./reaper.ts";
import { type SupervisedProcess, supervise } from "./supervised-process.ts";

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
  ready(timeoutMs: number, onWaiting?: (names: readonly string[]) => void): Promise<void>;
  /** Rejects with what went wrong when a service gave up. */
  readonly failed: Promise<never>;
  onChange(listener: () => void): void;
  stop(): Promise<void>;
};

/** Starts NATS, applies the streams, starts the services; keeps them running until it is told to stop. */
export async function startSystem(options: SystemOptions): Promise<RunningSystem> {
  mkdirSync(join(options.runDir, "logs"), { recursive: true });
  mkdirSync(options.natsDir, { recursive: true });
  const port = options.natsPort === 0 ? await freePort() : options.natsPort;
  if (await isPortBusy(port))
    throw new CommandFailure(
      `port ${port} is in use: give NATS another one (--nats-port), or end what listens there (./bowline down)`,
    );
  const natsUrl = `nats://127.0.0.1:${port}`;
  const reaper = startReaper();
  const processes: SupervisedProcess[] = [];
  const listeners: (() => void)[] = [];
  let fail: (failure: Error) => void = () => undefined;
  const failed = new Promise<never>((_, reject) => void (fail = reject));
  failed.catch(() => undefined);
  const supervision = {
    onChange: () => {
      reaper.watch(processes.flatMap((running) => running.pid() ?? []));
      for (const listener of listeners) listener();
    },
    onGaveUp: (name: string, why: string) => fail(new CommandFailure(`${name} does not run: ${why}`, 70)),
  };
  const logFile = (name: string): string => join(options.runDir, "logs", `${name}.log`);
  const stop = async (): Promise<void> => {
    const [nats, ...services] = processes;
    await Promise.all(services.map((service) => service.stop()));
    await nats?.stop();
    reaper.dismiss();
  };
  try {
    const configFile = join(options.runDir, "nats-server.conf");
    writeFileSync(
      configFile,
      renderNatsConfig({ port, storeDir: options.natsDir, syncInterval: options.syncInterval }),
    );
    const program = natsServerProgram();
    processes.push(
      supervise(
        { name: "nats", program, args: ["-c", configFile], env: process.env, logFile: logFile("nats") },
        supervision,
      ),
    );
    supervision.onChange();
    await Promise.race([makeStreams(natsUrl, options.ticks), failed]);
  } catch (failure) {
    await stop();
    throw failure;
  }
  const ports = new Map<string, number>();
  const specs = options.services(natsUrl);
  for (const spec of specs) {
    const onLine = (line: string): void => {
      const found = listeningPort(line);
      if (found === undefined) return;
      ports.set(spec.name, found);
      for (const listener of listeners) listener();
    };
    const env = environmentOf(natsUrl, spec.env);
    const args = [join(ROOT, spec.script)];
    const { name } = spec;
    processes.push(
      supervise({ name, program: process.execPath, args, env, logFile: logFile(name), onLine }, supervision),
    );
  }
  supervision.onChange();
  const services = processes.slice(1);
  const readyPaths = new Map(specs.map(({ name, readyPath }) => [name, readyPath ?? "/readyz"]));
  const readiness = async (name: string): Promise<Readiness> =>
    askReadiness(ports.get(name), readyPaths.get(name) ?? "/readyz");
  return {
    runDir: options.runDir,
    natsUrl,
    processes,
    httpPort: (name) => ports.get(name),
    readiness,
    failed,
    onChange: (listener) => void listeners.push(listener),
    ready: (timeoutMs, onWaiting) =>
      Promise.race([
        allReady(
          services.map(({ name }) => name),
          readiness,
          timeoutMs,
          onWaiting,
        ),
        failed,
      ]),
    stop,
  };
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
  timeoutMs: number,
  onWaiting?: (names: readonly string[]) => void,
): Promise<void> {
  const startedMs = performance.now();
  for (;;) {
    const states = await Promise.all(names.map(async (name) => ({ name, ...(await readiness(name)) })));
    const waiting = states.filter(({ ready }) => !ready);
    if (waiting.length === 0) return;
    onWaiting?.(waiting.map(({ name }) => name));
    if (performance.now() - startedMs > timeoutMs)
      throw new CommandFailure(
        [
          `not ready within ${Math.round(timeoutMs / 1000)} s:`,
          ...waiting.map(({ name, notReady }) => `  ${name}: ${notReady.join("; ")}`),
        ].join("\n"),
        70,
      );
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
