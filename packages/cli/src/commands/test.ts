import { spawnSync } from "node:child_process";
import { join } from "node:path";
import type { Command } from "commander";
import { ROOT } from "../runner/home.ts";

export function configure(command: Command): void {
  command
    .argument(
      "[args...]",
      "--all, --soak, --coverage, -t NAME, parts of files' paths; or --tws HOST:PORT [--symbol SPY] [--account DU…]: the scenarios for any TWS",
    )
    .allowUnknownOption()
    .helpOption(false)
    .action((args: readonly string[]) => {
      const run = spawnSync(process.execPath, [join(ROOT, "tools/test-run.ts"), ...args], {
        cwd: ROOT,
        stdio: "inherit",
      });
      process.exitCode = run.status ?? 1;
    });
}
