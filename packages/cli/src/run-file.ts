import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { homeFolder } from "./runner/home.ts";

/** What a running system says about itself, for the other commands. */
export type RunFile = {
  readonly kind: "demo" | "up";
  readonly natsUrl: string;
  /** The process that keeps the others running. */
  readonly pid: number;
  readonly runDir: string;
  readonly startedAt: string;
  /** Whether everything was ready once. */
  readonly ready: boolean;
  readonly processes: readonly { readonly name: string; readonly pid: number; readonly httpPort?: number }[];
};

export const runFilePath = (env: NodeJS.ProcessEnv = process.env): string => join(homeFolder(env), "run.json");

/** Replaced whole: a reader never sees half of it. */
export function writeRunFile(run: RunFile, path: string = runFilePath()): void {
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(`${path}.${process.pid}`, `${JSON.stringify(run, undefined, 2)}\n`);
  renameSync(`${path}.${process.pid}`, path);
}

/** The running system of this folder; `undefined` where none is running. */
export function readRunFile(path: string = runFilePath()): RunFile | undefined {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw failure;
  }
  const run = JSON.parse(text) as RunFile;
  return isAlive(run.pid) ? run : undefined;
}

/** Removes the file if it is still this process's. */
export function removeRunFile(path: string = runFilePath()): void {
  if (readRunFile(path)?.pid === process.pid) rmSync(path, { force: true });
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (failure) {
    return (failure as NodeJS.ErrnoException).code === "EPERM";
  }
}
