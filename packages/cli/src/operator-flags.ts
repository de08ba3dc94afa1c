import { userInfo } from "node:os";
import { GLOBAL_SCOPE, isScope, type TradingState } from "@bowline/contracts";
import type { Command } from "commander";
import { CommandFailure, usageFailure } from "./command.ts";
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
    .option("--scope <scope>", `${GLOBAL_SCOPE}, a symbol, account:DU1, group:tech or strategy:demo`, GLOBAL_SCOPE)
    .option("--reason <text>", "why, for the record", "by hand")
    .option("--by <name>", "who", userInfo().username)
    .option("--json", "print JSON");

/** The scope that was typed; `symbol:AAPL` is AAPL. One that nothing could be of must not look like one that was obeyed: a usage failure. */
export function scopeOf({ scope }: Pick<OperatorFlags, "scope">): string {
  const meant =
    scope.startsWith(SYMBOL) && !scope.slice(SYMBOL.length).includes(":") ? scope.slice(SYMBOL.length) : scope;
  if (isScope(meant)) return meant;
  throw usageFailure(
    `NOT DONE: --scope ${JSON.stringify(scope)} is no scope: ${GLOBAL_SCOPE}, a symbol, account:NAME, group:NAME or strategy:NAME`,
    "  to stop everything: ./bowline kill",
  );
}

const SYMBOL = "symbol:";

/** The state that a flag names, out of those that it may. Throws a usage failure. */
export function stateOf<S extends TradingState>(to: string, offered: readonly S[]): S {
  const state = offered.find((one) => one === to.toUpperCase());
  if (state === undefined) throw usageFailure(`--to: ${to} is none of ${offered.join(", ")}`);
  return state;
}

/** The command is not in the journal: nobody obeys it. That must not look like anything else. */
export function notJournaled(failure: unknown): never {
  const why = failure instanceof Error ? failure.message : String(failure);
  throw new CommandFailure(
    `NOT DONE: ${why}\n  where NATS has users, BOWLINE_NATS_USER=operator and BOWLINE_NATS_PASSWORD_FILE name yours`,
  );
}
