import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { runCli } from "./run-cli.ts";

export type Ran = { readonly code: number | null; readonly out: string; readonly errors: string };

/** A command that runs until it is told to stop. */
export type Started = {
  /** Its next line of standard output; rejects with its errors where it ends without one. */
  line(): Promise<string>;
  /** Ctrl-C; resolves with its exit code. */
  interrupt(): Promise<number | null>;
};

type Environment = Readonly<Record<string, string>>;

function spawnCommand(args: readonly string[], env: Environment) {
  const folder = mkdtempSync(join(tmpdir(), "bowline-command-"));
  const child = spawn(process.execPath, [join(import.meta.dirname, "main.ts"), ...args], {
    cwd: folder,
    env: { ...process.env, BOWLINE_HOME: folder, BOWLINE_NATS_URL: "", ...env },
    stdio: ["pipe", "pipe", "pipe"],
  });
  const ended = once(child, "close").then(([code]) => {
    rmSync(folder, { recursive: true, force: true });
    return code as number | null;
  });
  return { child, ended };
}

/** Runs one command as a process of its own, in an empty folder. */
export async function runCommand(
  args: readonly string[],
  input: Uint8Array | string = "",
  env: Environment = {},
): Promise<Ran> {
  const { child, ended } = spawnCommand(args, env);
  const [out, errors] = [collect(child.stdout), collect(child.stderr)];
  child.stdin.end(input);
  return { code: await ended, out: out(), errors: errors() };
}

/** Runs one command in this process, without the start of one: for those that neither wait nor look at the folder that they run in. */
export async function commandHere(...args: readonly string[]): Promise<Ran> {
  const [stdout, stderr, exitCode] = [process.stdout.write, process.stderr.write, process.exitCode];
  const [out, errors]: [string[], string[]] = [[], []];
  const into = (lines: string[]): typeof process.stdout.write =>
    ((text: string) => lines.push(text) > 0) as typeof process.stdout.write;
  process.exitCode = undefined;
  process.stdout.write = into(out);
  process.stderr.write = into(errors);
  try {
    const code = await runCli(args);
    return { code, out: out.join(""), errors: errors.join("") };
  } finally {
    Object.assign(process.stdout, { write: stdout });
    Object.assign(process.stderr, { write: stderr });
    process.exitCode = exitCode;
  }
}

/** Starts one command as a process of its own, in an empty folder. */
export function startCommand(args: readonly string[], env: Environment = {}): Started {
  const { child, ended } = spawnCommand(args, env);
  const errors = collect(child.stderr);
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  return {
    line: async () => {
      const { value, done } = await lines.next();
      if (done === true) throw new Error(`${args.join(" ")} ended:\n${errors()}`);
      return value as string;
    },
    interrupt: () => {
      child.kill("SIGINT");
      return ended;
    },
  };
}

function collect(stream: NonNullable<ChildProcess["stdout"]>): () => string {
  let text = "";
  stream.setEncoding("utf8").on("data", (chunk: string) => void (text += chunk));
  return () => text;
}
