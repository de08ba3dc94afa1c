import { userInfo } from "node:os";
import type { Command } from "commander";
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
    .option("--scope <scope>", "global, or one symbol", "global")
    .option("--reason <text>", "why, for the record", "by hand")
    .option("--by <name>", "who", userInfo().username)
    .option("--json", "print JSON");
