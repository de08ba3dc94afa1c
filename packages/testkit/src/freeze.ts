import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/**
 * Stops a process by SIGSTOP and returns when all of its threads stand: the signal reaches them one after the other, and until then it
 * may still answer. Busy for the moment that takes; `process.kill(pid, "SIGCONT")` lets it go on. Throws where there is no such process.
 */
export function freeze(pid: number): void {
  process.kill(pid, "SIGSTOP");
  const tasks = `/proc/${pid}/task`;
  if (!existsSync(tasks)) return;
  const stands = (task: string): boolean => /\) [tT] /.test(readFileSync(join(tasks, task, "stat"), "utf8"));
  while (!readdirSync(tasks).every(stands));
}
