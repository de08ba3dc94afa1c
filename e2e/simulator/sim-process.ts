import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll } from "vitest";
import { makeHome, ROOT } from "../demo-process.ts";

/** `bowline sim` as a user starts it: a process of its own, on ports of its own. */
export type SimProcess = {
  readonly port: number;
  readonly accountId: string;
  readonly symbols: readonly string[];
  readonly sessionDates: readonly string[];
  /** Resolves when its standard error holds a text; gives all of it. */
  noticed(text: string): Promise<string>;
  /** The body of a control route. */
  get<Body>(path: string): Promise<Body>;
  /** Throws with the answer where the control route refuses. */
  post(path: string, body: object): Promise<void>;
  stop(): Promise<void>;
};

type Announced = Pick<SimProcess, "port" | "accountId" | "symbols" | "sessionDates"> & { readonly controlPort: number };

const running = new Set<ChildProcess>();
afterAll(async () => {
  for (const child of running) child.kill("SIGTERM");
  for (const child of running) if (child.exitCode === null) await once(child, "exit");
});

function gone(errors: string): never {
  throw new Error(`the simulator ended:\n${errors}`);
}

/** Resolves when it listens; rejects with its errors where it does not come to that. */
export async function startSim(args: readonly string[]): Promise<SimProcess> {
  const cli = join(ROOT, "packages/cli/src/main.ts");
  const home = makeHome();
  const child = spawn(process.execPath, [cli, "sim", "--port", "0", "--control-port", "0", "--json", ...args], {
    cwd: home,
    env: { ...process.env, BOWLINE_HOME: home },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  let errors = "";
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => void (errors += chunk));
  const ended = once(child, "exit").then(() => void running.delete(child));
  const line = await Promise.race([
    once(createInterface({ input: child.stdout }), "line").then(([text]) => text as string),
    ended.then(() => gone(errors)),
  ]);
  const { controlPort, ...announced } = JSON.parse(line) as Announced;
  const control = `http://127.0.0.1:${controlPort}`;
  return {
    ...announced,
    noticed: async (text) => {
      while (!errors.includes(text)) await Promise.race([once(child.stderr, "data"), ended.then(() => gone(errors))]);
      return errors;
    },
    get: async (path) => (await (await fetch(`${control}${path}`)).json()) as never,
    post: async (path, body) => {
      const headers = { "content-type": "application/json" };
      const response = await fetch(`${control}${path}`, { method: "POST", headers, body: JSON.stringify(body) });
      if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    },
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
    },
  };
}
