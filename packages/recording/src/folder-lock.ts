import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";

const LOCK = "recorder.pid";

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (failure) {
    // It is there, and somebody else's.
    return (failure as NodeJS.ErrnoException).code === "EPERM";
  }
};

/** The process that writes to a recording's folder; `undefined` where none does. */
export function lockHolder(folder: string): number | undefined {
  let text: string;
  try {
    text = readFileSync(join(folder, LOCK), "utf8");
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw failure;
  }
  const pid = Number(text);
  return pid > 0 && isAlive(pid) ? pid : undefined;
}

/** Takes a recording's folder for this process; the process that has it where another does. The lock of one that died is taken over. */
export function lockFolder(folder: string): { readonly release: () => void } | { readonly takenBy: number } {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, LOCK);
  for (;;) {
    try {
      const descriptor = openSync(file, "wx");
      writeSync(descriptor, String(process.pid));
      closeSync(descriptor);
      return { release: () => rmSync(file, { force: true }) };
    } catch (failure) {
      if ((failure as NodeJS.ErrnoException).code !== "EEXIST") throw failure;
    }
    const pid = lockHolder(folder);
    if (pid !== undefined && pid !== process.pid) return { takenBy: pid };
    rmSync(file, { force: true });
  }
}
