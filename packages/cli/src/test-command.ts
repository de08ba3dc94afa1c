import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type Ran = { readonly code: number | null; readonly out: string; readonly errors: string };

/** Runs one command as a process of its own, in an empty folder. */
export async function runCommand(args: readonly string[], input: Uint8Array | string = ""): Promise<Ran> {
  const folder = mkdtempSync(join(tmpdir(), "bowline-command-"));
  const child = spawn(process.execPath, [join(import.meta.dirname, "main.ts"), ...args], {
    cwd: folder,
    env: { ...process.env, BOWLINE_HOME: folder, BOWLINE_NATS_URL: "" },
    stdio: ["pipe", "pipe", "pipe"],
  });
  let [out, errors] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => void (out += chunk));
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => void (errors += chunk));
  child.stdin.end(input);
  const [code] = (await once(child, "close")) as [number | null];
  rmSync(folder, { recursive: true, force: true });
  return { code, out, errors };
}
