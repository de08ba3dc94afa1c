import type { Command } from "commander";
import { journalCommand } from "@bowline/service-kit/operator";
import { CommandFailure, printJson, printLine } from "../command.ts";
import { withRunning } from "../connection.ts";
import { addOperatorFlags, type OperatorFlags } from "../operator-flags.ts";

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

/** The command is not in the journal: nobody obeys it. That must not look like anything else. */
function notJournaled(failure: unknown): never {
  const why = failure instanceof Error ? failure.message : String(failure);
  throw new CommandFailure(
    `NOT DONE: ${why}\n  where NATS has users, BOWLINE_NATS_USER=operator and BOWLINE_NATS_PASSWORD_FILE name yours`,
  );
}
