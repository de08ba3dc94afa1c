import { userInfo } from "node:os";
import { GLOBAL_SCOPE } from "@bowline/contracts";
import type { Command } from "commander";
import { CommandFailure } from "./command.ts";
import { addConnectionFlags, type ConnectionFlags } from "./connection.ts";

export type OperatorFlags = ConnectionFlags & {
  readonly scope: string;
  readonly reason: string;
  readonly by: string;
  readonly json?: boolean;
};

/** What every command of the operator says of itself. */
export const addOperatorFlags = (command: Command): Command =>
  addConnectionFlags(command)
    .option("--scope <scope>", `${GLOBAL_SCOPE}, or one symbol`, GLOBAL_SCOPE)
    .option("--reason <text>", "why, for the record", "by hand")
    .option("--by <name>", "who", userInfo().username)
    .option("--json", "print JSON");

/** The command is not in the journal: nobody obeys it. That must not look like anything else. */
export function notJournaled(failure: unknown): never {
  const why = failure instanceof Error ? failure.message : String(failure);
  throw new CommandFailure(
    `NOT DONE: ${why}\n  where NATS has users, BOWLINE_NATS_USER=operator and BOWLINE_NATS_PASSWORD_FILE name yours`,
  );
}
