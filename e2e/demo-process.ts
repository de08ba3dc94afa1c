import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll } from "vitest";

export const ROOT = resolve(import.meta.dirname, "..");
const CLI = join(ROOT, "packages/cli/src/main.ts");

/** The fields of `demo --json` that the tests look at. */
export type Summary = {
  readonly sessions: number;
  readonly bars: number;
  readonly noTrade: number;
  readonly noData: number;
  readonly intents: number;
  readonly denied: Readonly<Record<string, number>>;
  readonly orders: number;
  readonly fills: number;
  readonly equityDifference: string;
  readonly decisionHash: string;
  readonly unexplainedOrders: number;
  readonly lostOrders: number;
  readonly openPositions: number;
  readonly deadLetters: number;
  readonly durationMs: number;
};

/** A program of this checkout run as a user runs it, with a home folder of its own. */
export type DemoProcess = {
  readonly home: string;
  /** Steps of simulated time that are done. */
  steps(): number;
  /** Resolves when so many steps are done. */
  reached(steps: number): Promise<void>;
  pidOf(service: string): number | undefined;
  httpPortOf(service: string): number | undefined;
  natsUrl(): string;
  /** Where the run keeps its logs and states while it runs. */
  runDir(): string;
  /** Its last line of standard output, as JSON. Throws with its errors where it failed. */
  summary(): Promise<Summary>;
  stop(): Promise<void>;
};

type RunFile = { natsUrl: string; runDir: string; processes: { name: string; pid: number; httpPort?: number }[] };

const running = new Set<ChildProcess>();
const homes: string[] = [];
afterAll(async () => {
  for (const child of running) child.kill("SIGTERM");
  for (const child of running) if (child.exitCode === null) await once(child, "exit");
  for (const home of homes.splice(0)) rmSync(home, { recursive: true, force: true });
});

export function makeHome(): string {
  const home = mkdtempSync(join(tmpdir(), "bowline-e2e-"));
  homes.push(home);
  return home;
}

/** Starts `bowline demo … --json`. */
export function startDemo(args: readonly string[], env: Readonly<Record<string, string>> = {}): DemoProcess {
  const home = makeHome();
  const child = spawn(process.execPath, [CLI, "demo", "--json", ...args], {
    cwd: home,
    env: { ...process.env, BOWLINE_HOME: home, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  let out = "";
  let errors = "";
  let steps = 0;
  let waiters: { steps: number; resolve: () => void }[] = [];
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => void (out += chunk));
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    errors += chunk;
    for (const line of chunk.split("\n")) {
      const done = /"stepsDone":(\d+)/.exec(line)?.[1];
      if (done !== undefined) steps = Number(done);
    }
    for (const waiter of waiters) if (waiter.steps <= steps) waiter.resolve();
    waiters = waiters.filter((waiter) => waiter.steps > steps);
  });
  const ended = once(child, "exit").then(([code]) => {
    running.delete(child);
    for (const waiter of waiters) waiter.resolve();
    return code as number | null;
  });
  const runFile = (): RunFile | undefined => {
    const path = join(home, "run.json");
    return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as RunFile) : undefined;
  };
  const processOf = (service: string) => runFile()?.processes.find(({ name }) => name === service);
  return {
    home,
    steps: () => steps,
    reached: (wanted) =>
      steps >= wanted ? Promise.resolve() : new Promise((done) => void waiters.push({ steps: wanted, resolve: done })),
    // A process that is being started again stands there with the id 0.
    pidOf: (service) => processOf(service)?.pid || undefined,
    httpPortOf: (service) => processOf(service)?.httpPort,
    natsUrl: () => runFile()?.natsUrl ?? "",
    runDir: () => runFile()?.runDir ?? "",
    summary: async () => {
      const code = await ended;
      if (code !== 0) throw new Error(`demo ended with ${code}:\n${errors.slice(-4000)}`);
      return JSON.parse(out.trim().split("\n").at(-1) ?? "") as Summary;
    },
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

export type Ran = { readonly code: number | null; readonly out: string; readonly errors: string };

/** Runs one command of the CLI to its end. */
export async function bowline(
  args: readonly string[],
  options: { home?: string; input?: Uint8Array; env?: Record<string, string> } = {},
): Promise<Ran> {
  const home = options.home ?? makeHome();
  const child = spawn(process.execPath, [CLI, ...args], {
    cwd: home,
    env: { ...process.env, BOWLINE_HOME: home, ...options.env },
    stdio: ["pipe", "pipe", "pipe"],
  });
  running.add(child);
  let out = "";
  let errors = "";
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => void (out += chunk));
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => void (errors += chunk));
  child.stdin.end(options.input ?? new Uint8Array());
  const [code] = (await once(child, "close")) as [number | null];
  running.delete(child);
  return { code, out, errors };
}
