import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream, type WriteStream } from "node:fs";

export type ProcessSpec = {
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly logFile: string;
  /** Each line of standard output and error. */
  onLine?(line: string): void;
};

export type SupervisedProcess = {
  readonly name: string;
  /** Of the running process; `undefined` between a death and the next start. */
  pid(): number | undefined;
  /** How often it was started again. */
  restarts(): number;
  /** SIGTERM to its process group, then SIGKILL; resolves when it is gone. */
  stop(): Promise<void>;
};

export type Supervision = {
  /** The process ended and will not be started again; its last lines say why. */
  onGaveUp(name: string, why: string): void;
  /** A process started or ended. */
  onChange(): void;
};

const FIRST_BACK_OFF_MS = 50;
const LAST_BACK_OFF_MS = 2000;
const HEALTHY_AFTER_MS = 5000;
const DEATHS_IN_A_ROW = 12;
const GRACE_MS = 4000;
const LINES_KEPT = 25;
/** The process says that its configuration or its arguments cannot be used: a restart would not help. */
const EXIT_CONFIG = 64;

/** Runs a process in a group of its own, its output in a file, and starts it again whenever it ends. */
export function supervise(spec: ProcessSpec, supervision: Supervision): SupervisedProcess {
  const log = createWriteStream(spec.logFile, { flags: "a" });
  const lastLines: string[] = [];
  let child: ChildProcess | undefined;
  let timer: NodeJS.Timeout | undefined;
  let stopping = false;
  let starts = 0;
  let deathsInARow = 0;

  const onLine = (line: string): void => {
    lastLines.push(line);
    if (lastLines.length > LINES_KEPT) lastLines.shift();
    spec.onLine?.(line);
  };
  const onExit = (startedMs: number, how: string, code: number | null): void => {
    child = undefined;
    supervision.onChange();
    if (stopping) return;
    log.write(`${JSON.stringify({ msg: "ended", how })}\n`);
    deathsInARow = performance.now() - startedMs > HEALTHY_AFTER_MS ? 1 : deathsInARow + 1;
    if (code === EXIT_CONFIG || deathsInARow >= DEATHS_IN_A_ROW)
      return supervision.onGaveUp(spec.name, `${how}\n${lastLines.join("\n")}`);
    timer = setTimeout(start, Math.min(LAST_BACK_OFF_MS, FIRST_BACK_OFF_MS * 2 ** (deathsInARow - 1)));
  };
  const start = (): void => {
    starts += 1;
    const startedMs = performance.now();
    const started = spawn(spec.program, spec.args, {
      env: spec.env,
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
    });
    child = started;
    keepLines(started.stdout, log, onLine);
    keepLines(started.stderr, log, onLine);
    started.once("error", (failure) => {
      if (started.pid === undefined) supervision.onGaveUp(spec.name, failure.message);
    });
    started.once("exit", (code, signal) =>
      onExit(startedMs, signal === null ? `exit code ${code}` : `signal ${signal}`, code),
    );
    supervision.onChange();
  };
  start();
  return {
    name: spec.name,
    pid: () => child?.pid,
    restarts: () => starts - 1,
    stop: async () => {
      stopping = true;
      clearTimeout(timer);
      await endGroup(child);
      await new Promise<void>((resolve) => void log.end(resolve));
    },
  };
}

/** Copies a stream to the log and hands out its lines. */
function keepLines(stream: ChildProcess["stdout"], log: WriteStream, onLine: (line: string) => void): void {
  let rest = "";
  stream?.setEncoding("utf8").on("data", (chunk: string) => {
    if (!log.writableEnded) log.write(chunk);
    const lines = `${rest}${chunk}`.split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) onLine(line);
  });
}

async function endGroup(child: ChildProcess | undefined): Promise<void> {
  if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const { pid } = child;
  const gone = new Promise<void>((resolve) => void child.once("exit", () => resolve()));
  signalGroup(pid, "SIGTERM");
  signalGroup(pid, "SIGCONT");
  const timer = setTimeout(() => signalGroup(pid, "SIGKILL"), GRACE_MS);
  await gone;
  clearTimeout(timer);
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code !== "ESRCH") throw failure;
  }
}
