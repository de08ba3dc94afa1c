import { spawnSync } from "node:child_process";
import { join } from "node:path";
import type { Command } from "commander";
import { ROOT } from "../runner/home.ts";

export function configure(command: Command): void {
  command
    .argument(
      "[rows...]",
      "rows of the fault matrix such as 7 or 6-11, pitfalls such as p9 or p1-13; all where left out",
    )
    .option("--list", "name the tests and rehearsals, run nothing")
    .action((rows: readonly string[], { list }: { readonly list?: boolean }) => {
      const args = [join(ROOT, "tools/faults/main.ts"), ...rows, ...(list === true ? ["--list"] : [])];
      const run = spawnSync(process.execPath, args, { cwd: ROOT, stdio: "inherit" });
      process.exitCode = run.status ?? 1;
    });
}
