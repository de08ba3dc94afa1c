import type { Command } from "commander";
import { setUpJournal } from "@bowline/service-kit/journal-setup";
import { printJson, printLine, wholeNumber } from "../command.ts";
import { addConnectionFlags, type ConnectionFlags, withRunning } from "../connection.ts";

type ApplyFlags = ConnectionFlags & { readonly ticks?: boolean; readonly wait: number; readonly json?: boolean };

export function configure(command: Command): void {
  addConnectionFlags(command.command("apply"))
    .description(
      "create or update every stream, the lease buckets and the snapshot store; a new journal gets its generation",
    )
    .option("--ticks", "keep raw ticks too, as lock-step needs it")
    .option("--wait <seconds>", "how long to wait for the server", wholeNumber("--wait"), 30)
    .option("--json", "print JSON")
    .action(async ({ wait, ticks = false, ...flags }: ApplyFlags) => {
      const connection = { ...flags, connectMs: wait * 1000 };
      const generation = await withRunning(connection, "streams", async ({ bus }) => setUpJournal(bus, { ticks }));
      if (flags.json === true) printJson({ generation });
      else printLine(`streams applied; generation ${generation}`);
    });
}
