import type { Command } from "commander";
import { journalCommand } from "@bowline/service-kit/operator";
import { printJson, printLine } from "../command.ts";
import { withRunning } from "../connection.ts";
import { addOperatorFlags, notJournaled, type OperatorFlags } from "../operator-flags.ts";

/** Only the journal takes a resume, acknowledged before this says so. */
export function configure(command: Command): void {
  addOperatorFlags(command).action(async ({ scope, reason, by, json, ...flags }: OperatorFlags) => {
    const kind = "control.resume" as const;
    const entry = await withRunning(flags, kind, async ({ bus }) =>
      journalCommand(bus, { kind, scope, reason, by }).catch(notJournaled),
    );
    if (json === true) printJson({ seq: entry.seq, ...entry.event });
    else printLine(`resumed: trading may go on (${scope}), entry ${entry.seq}`);
  });
}
