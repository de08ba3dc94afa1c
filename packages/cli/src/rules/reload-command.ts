import { userInfo } from "node:os";
import type { Command } from "commander";
import { printJson, printLine } from "../command.ts";
import { addConnectionFlags, type ConnectionFlags, withRunning } from "../connection.ts";
import { linesOf, putIntoForce } from "./put-into-force.ts";

type Flags = ConnectionFlags & {
  readonly groups?: string;
  readonly strict?: boolean;
  readonly reason: string;
  readonly by: string;
  readonly json?: boolean;
};

export function addReload(command: Command): void {
  addConnectionFlags(command.command("reload"))
    .description("put a changed strategy file into force, without a restart; one that does not hold changes nothing")
    .argument("<file>", "the strategy file")
    .option("--groups <file>", "ticker groups (default: those of the running service)")
    .option("--strict", "fail on warnings too")
    .option("--reason <text>", "why, for the record", "by hand")
    .option("--by <name>", "who", userInfo().username)
    .option("--json", "print JSON")
    .action(async (file: string, { groups, strict, reason, by, json, ...connection }: Flags) => {
      const put = await withRunning(connection, "rules-reload", async ({ bus }) =>
        putIntoForce(bus, { file, groups, strict, reason, by }),
      );
      if (json === true) printJson({ file, ...put });
      else for (const line of linesOf(put)) printLine(line);
    });
}
