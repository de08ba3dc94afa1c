import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

/** A service as a process of its own, as it runs for users. */
export type SpawnedService = {
  /** Where it serves /readyz and its own routes. */
  readonly port: number;
  /** Resolves when the process is gone, for whatever reason. */
  readonly gone: Promise<unknown>;
  /** SIGTERM; resolves when the process is gone. */
  stop(): Promise<void>;
  /** SIGKILL; resolves when the process is gone. */
  kill(): Promise<void>;
};

/** Long: a machine that does much else besides is no failure of the service. */
const LISTENING_WITHIN_MS = 60_000;

const { PATH, NODE_COMPILE_CACHE } = process.env;
/** All that a service of a test has of the test's environment. What is compiled already need not be again: half of the work of a start. */
export const INHERITED_ENV = { PATH, ...(NODE_COMPILE_CACHE === undefined ? {} : { NODE_COMPILE_CACHE }) };

/** Runs a main.ts with exactly this environment; resolves when it logs that it listens, rejects with its output when it ends before. */
export async function spawnService(script: string, env: Readonly<Record<string, string>>): Promise<SpawnedService> {
  const child = spawn(process.execPath, [script], {
    env: { ...INHERITED_ENV, BOWLINE_HTTP_PORT: "0", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const gone = once(child, "exit");
  // A test that runs out of time while it waits for a service leaves none behind.
  const endToo = (): void => void child.kill("SIGKILL");
  process.once("exit", endToo);
  void gone.then(() => process.off("exit", endToo));
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal);
    await gone;
  };
  const output: string[] = [];
  createInterface(child.stderr).on("line", (line) => output.push(line));
  const port = await new Promise<number>((resolve, reject) => {
    const fail = (why: string): void => reject(new Error(`${script} ${why}\n${output.slice(-30).join("\n")}`));
    const timer = setTimeout(() => {
      fail(`did not listen within ${LISTENING_WITHIN_MS} ms`);
      void end("SIGKILL");
    }, LISTENING_WITHIN_MS);
    void gone.then(() => {
      clearTimeout(timer);
      fail(`ended with code ${child.exitCode}`);
    });
    createInterface(child.stdout).on("line", (line) => {
      output.push(line);
      const found = portIn(line);
      if (found === undefined) return;
      clearTimeout(timer);
      resolve(found);
    });
  });
  return { port, gone, stop: () => end("SIGTERM"), kill: () => end("SIGKILL") };
}

function portIn(line: string): number | undefined {
  const entry = JSON.parse(line) as { msg?: string; httpPort?: number };
  return entry.msg === "listening" ? entry.httpPort : undefined;
}
