import type { Command } from "commander";
import { GLOBAL_SCOPE, type TradingState } from "@bowline/contracts";
import { parseMicros, type Qty, qty } from "@bowline/kernel";
import { journalCommand } from "@bowline/service-kit/operator";
import { makeSigner } from "@bowline/signing";
import { CommandFailure, note, printJson, printLine } from "../command.ts";
import { withRunning } from "../connection.ts";
import { needOperatorKey } from "../operator-key.ts";
import { addOperatorFlags, notJournaled, type OperatorFlags, scopeOf, stateOf } from "../operator-flags.ts";
import { lookUpResumed } from "../scope/look-up-scope.ts";
import { resumeWarning } from "../scope/scope-warning.ts";

type Flags = OperatorFlags & { readonly position?: string; readonly to: string };

const OFFERED_STATES = ["ACTIVE", "REDUCING", "HALTED"] as const satisfies readonly TradingState[];

/** Only the journal takes a resume, acknowledged before this says so. */
export function configure(command: Command): void {
  addOperatorFlags(command).option(
    "--position <shares>",
    "with --scope SYMBOL: what the broker holds, signed; a difference that nothing explains is taken as right if it still holds that",
  );
  command.option("--to <state>", `${OFFERED_STATES.join(", ")}: how far up`, "ACTIVE");
  command.action(async ({ reason, by, json, position, to, ...flags }: Flags) => {
    const scope = scopeOf(flags);
    const state = stateOf(to, OFFERED_STATES);
    const kind = "control.resume" as const;
    const taken = position === undefined ? {} : { positionQty: positionOf(position, scope) };
    const { entry, look } = await withRunning(flags, kind, async ({ bus, run }) => {
      const sign = makeSigner("operator", needOperatorKey(run));
      const resume = { kind, scope, reason, by, ...(state === "ACTIVE" ? {} : { state }), ...taken };
      const entry = await journalCommand(bus, resume, sign).catch(notJournaled);
      return { entry, look: await lookUpResumed(bus, scope) };
    });
    const warning = resumeWarning(look);
    if (warning !== undefined) note(warning);
    if (look.is === "unknown") process.exitCode = 1;
    if (json === true)
      printJson({ seq: entry.seq, ...entry.event, scopeLook: look, ...(warning === undefined ? {} : { warning }) });
    else if (warning === undefined)
      printLine(
        `resumed (${scope}), entry ${entry.seq}: the gate lets trading go on once its books are the broker's, within a minute or not at all; \`./bowline status\` shows it`,
      );
  });
}

function positionOf(text: string, scope: string): Qty {
  const quantity = parseMicros(text);
  if (scope === GLOBAL_SCOPE) throw new CommandFailure("--position is of one symbol: add --scope SYMBOL");
  if (quantity === undefined) throw new CommandFailure(`--position ${text}: a number of shares, such as 100 or -50`);
  return qty(quantity);
}
