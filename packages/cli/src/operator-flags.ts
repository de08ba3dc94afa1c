import { userInfo } from "node:os";
import type { Command } from "commander";
import { journalCommand, type OperatorCommand } from "@bowline/service-kit/operator";
import { CommandFailure, printJson, printLine } from "./command.ts";
import { addConnectionFlags, type ConnectionFlags, withRunning } from "./connection.ts";

type OperatorFlags = ConnectionFlags & {
  readonly scope: string;
  readonly reason: string;
  readonly by: string;
  readonly json?: boolean;
};

/** A command of the operator: one entry in the journal, acknowledged before this says so. */
export function configureOperator(command: Command, kind: OperatorCommand["kind"], done: string): void {
  addConnectionFlags(command)
    .option("--scope <scope>", "global, or one symbol", "global")
    .option("--reason <text>", "why, for the record", "by hand")
    .option("--by <name>", "who", userInfo().username)
    .option("--json", "print JSON")
    .action(async ({ scope, reason, by, json, ...flags }: OperatorFlags) => {
      const entry = await withRunning(flags, kind, async ({ bus }) =>
        journalCommand(bus, { kind, scope, reason, by }).catch(notJournaled),
      );
      if (json === true) printJson({ seq: entry.seq, ...entry.event });
      else printLine(`${done} (${scope}), entry ${entry.seq}`);
    });
}

/** The command is not in the journal: nobody obeys it. That must not look like anything else. */
function notJournaled(failure: unknown): never {
  const why = failure instanceof Error ? failure.message : String(failure);
  throw new CommandFailure(
    `NOT DONE: ${why}\n  where NATS has users, BOWLINE_NATS_USER=operator and BOWLINE_NATS_PASSWORD_FILE name yours`,
  );
}
