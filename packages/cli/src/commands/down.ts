import { existsSync } from "node:fs";
import type { Command } from "commander";
import { CommandFailure, printJson, printLine } from "../command.ts";
import { isAlive, readRunFile, runFilePath } from "../run-file.ts";

const PATIENCE_MS = 15_000;

export function configure(command: Command): void {
  command.option("--json", "print JSON").action(async (flags: { json?: boolean }) => {
    const run = readRunFile();
    if (run === undefined) throw new CommandFailure(`nothing runs here: ${runFilePath()} names no living system`);
    process.kill(run.pid, "SIGTERM");
    const untilMs = performance.now() + PATIENCE_MS;
    while (isAlive(run.pid)) {
      if (performance.now() > untilMs)
        throw new CommandFailure(`process ${run.pid} does not end; its log is in ${run.runDir}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    if (flags.json === true) printJson({ stopped: run.kind, pid: run.pid });
    else printLine(existsSync(run.runDir) ? `stopped; its state is in ${run.runDir}` : "stopped");
  });
}
