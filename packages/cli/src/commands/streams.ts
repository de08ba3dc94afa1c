import type { Command } from "commander";
import { setUpJournal } from "@bowline/service-kit/journal-setup";
import { printJson, printLine } from "../command.ts";
import { addConnectionFlags, type ConnectionFlags, withRunning } from "../connection.ts";

export function configure(command: Command): void {
  addConnectionFlags(command.command("apply"))
    .description(
      "create or update every stream, the lease buckets and the snapshot store; a new journal gets its generation",
    )
    .option("--ticks", "keep raw ticks too, as lock-step needs it")
    .option("--json", "print JSON")
    .action(async (flags: ConnectionFlags & { ticks?: boolean; json?: boolean }) => {
      const generation = await withRunning(flags, "streams", async ({ bus }) =>
        setUpJournal(bus, { ticks: flags.ticks === true }),
      );
      if (flags.json === true) printJson({ generation });
      else printLine(`streams applied; generation ${generation}`);
    });
}
