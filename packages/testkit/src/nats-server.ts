import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { freeze } from "./freeze.ts";

/** A real nats-server with JetStream on a temporary store. */
export type NatsServer = {
  /** Such as `nats://127.0.0.1:40123`. */
  readonly url: string;
  readonly port: number;
  readonly storeDir: string;
  readonly pid: number;
  /** SIGSTOP: the server is there and says nothing. */
  freeze(): void;
  /** SIGCONT. */
  thaw(): void;
  /** SIGKILL; resolves when the process is gone. The store stays. */
  kill(): Promise<void>;
  /** Starts it again on the same port and store, after a kill if it still runs; resolves when it is ready. */
  restart(): Promise<void>;
  /** Ends it and removes the store. */
  stop(): Promise<void>;
};

export type NatsServerOptions = {
  /** Further command-line arguments. */
  readonly args?: readonly string[];
};

const READY_WITHIN_MS = 20_000;

/** BOWLINE_NATS_SERVER, else the PATH, else the checkout's `.toolchain/bin`. */
export function natsServerPath(env: NodeJS.ProcessEnv = process.env): string {
  const named = env["BOWLINE_NATS_SERVER"];
  if (named !== undefined && named !== "") return named;
  const candidates = (env["PATH"] ?? "")
    .split(delimiter)
    .filter((folder) => folder !== "")
    .map((folder) => join(folder, "nats-server"));
  candidates.push(join(import.meta.dirname, "../../../.toolchain/bin/nats-server"));
  const found = candidates.find((candidate) => existsSync(candidate));
  if (found === undefined)
    throw new Error(
      "no nats-server: set BOWLINE_NATS_SERVER, or run ./bowline doctor, which installs one into .toolchain/",
    );
  return found;
}

type Running = { readonly child: ChildProcess; readonly port: number };

function launch(storeDir: string, port: number, args: readonly string[]): Promise<Running> {
  const child = spawn(natsServerPath(), ["-js", "-sd", storeDir, "-a", "127.0.0.1", "-p", String(port), ...args], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  const { stderr } = child;
  if (stderr === null) throw new Error("nats-server has no log output");
  stderr.setEncoding("utf8");
  let log = "";
  return new Promise((resolve, reject) => {
    const fail = (why: string): void => {
      child.kill("SIGKILL");
      reject(new Error(`nats-server ${why}\n${log.slice(-2000)}`));
    };
    const timer = setTimeout(() => fail(`was not ready within ${READY_WITHIN_MS} ms`), READY_WITHIN_MS);
    child.once("error", (failure) => fail(`could not be started: ${failure.message}`));
    child.once("exit", (code) => {
      clearTimeout(timer);
      fail(`ended with code ${code}`);
    });
    stderr.on("data", (chunk: string) => {
      log = (log + chunk).slice(-20_000);
      const listening = /Listening for client connections on \S+:(\d+)/.exec(log);
      if (listening === null || !log.includes("Server is ready")) return;
      clearTimeout(timer);
      child.removeAllListeners("exit");
      stderr.removeAllListeners("data").resume();
      resolve({ child, port: Number(listening[1]) });
    });
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}

/** Starts a server on a free port; the caller stops it. */
export async function startNatsServer(options: NatsServerOptions = {}): Promise<NatsServer> {
  const storeDir = mkdtempSync(join(tmpdir(), "bowline-nats-"));
  const args = options.args ?? [];
  let running = await launch(storeDir, -1, args);
  const { port } = running;
  return {
    url: `nats://127.0.0.1:${port}`,
    port,
    storeDir,
    get pid() {
      return running.child.pid ?? 0;
    },
    freeze: () => freeze(running.child.pid ?? 0),
    thaw: () => void running.child.kill("SIGCONT"),
    kill: () => end(running.child),
    async restart() {
      await end(running.child);
      running = await launch(storeDir, port, args);
    },
    async stop() {
      await end(running.child);
      rmSync(storeDir, { recursive: true, force: true });
    },
  };
}

/** A server for the tests of one `describe`: started before them, ended and removed after them. Ask it only inside a test or hook. */
export function withNatsServer(options: NatsServerOptions = {}): NatsServer {
  let server: NatsServer | undefined;
  beforeAll(async () => {
    server = await startNatsServer(options);
  }, READY_WITHIN_MS + 5000);
  afterAll(async () => {
    await server?.stop();
  });
  const started = (): NatsServer => {
    if (server === undefined) throw new Error("the nats-server runs only inside tests and hooks");
    return server;
  };
  return {
    get url() {
      return started().url;
    },
    get port() {
      return started().port;
    },
    get storeDir() {
      return started().storeDir;
    },
    get pid() {
      return started().pid;
    },
    freeze: () => started().freeze(),
    thaw: () => started().thaw(),
    kill: () => started().kill(),
    restart: () => started().restart(),
    stop: () => started().stop(),
  };
}
