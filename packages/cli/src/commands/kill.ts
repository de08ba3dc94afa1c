import type { Command } from "commander";
import { GLOBAL_SCOPE, type KillLevel, KILL_LEVELS, type TradingState } from "@bowline/contracts";
import { note, printJson, printLine, usageFailure } from "../command.ts";
import { confirmAccount, CONFIRMATION } from "../kill/confirm-account.ts";
import { type Kill, press, type Pressed, stopsEverything } from "../kill/press.ts";
import { addOperatorFlags, type OperatorFlags, scopeOf, stateOf } from "../operator-flags.ts";
import { lookUpScope } from "../scope/look-up-scope.ts";
import { killWarning } from "../scope/scope-warning.ts";

type KillFlags = OperatorFlags & {
  readonly level: string;
  readonly to?: string;
  readonly flatten?: boolean;
  readonly confirm?: string;
  readonly dataDir?: string;
};

/** What the level asks for is done all the same. FLATTENING comes of the level FLATTEN alone. */
const OFFERED_STATES = ["REDUCING", "HALTED", "LOCKED"] as const satisfies readonly TradingState[];
type State = (typeof OFFERED_STATES)[number] | "FLATTENING";

const ACCOUNT = "account";

export function configure(command: Command): void {
  addOperatorFlags(command)
    .option("--level <level>", `${KILL_LEVELS.join(", ")}: what is done besides stopping`, "STOP")
    .option("--flatten", "close the positions of the scope: short for --level FLATTEN")
    .option("--to <state>", `${OFFERED_STATES.join(", ")}: the state that the scope goes down to (default: HALTED)`)
    .option("--confirm <words>", `with --scope ${ACCOUNT}, instead of typing it: "${CONFIRMATION}"`)
    .option("--data-dir <folder>", "data folder of execution (default: of what runs in this folder)")
    .action(async (given: KillFlags) => {
      const { reason, by, json, dataDir } = given;
      const scope = scopeOf(given);
      const { level, state } = wishOf(given, scope);
      const kill = { scope: scope === ACCOUNT ? GLOBAL_SCOPE : scope, level, state, reason, by };
      const way = { flags: given, ...(dataDir === undefined ? {} : { folder: dataDir }) };
      const pressed = scope === ACCOUNT ? await pressForAccount(kill, way, given.confirm) : await press(kill, way);
      if (json !== true) printLine(render(pressed, state));
      const look = await lookUpScope(given, kill.scope);
      const warning = killWarning(look, stopsEverything(pressed));
      if (json === true) printJson({ ...pressed, scopeLook: look, ...(warning === undefined ? {} : { warning }) });
      if (warning !== undefined) note(warning);
      // A script that mistyped a name must not take it for a kill that stopped what it meant.
      if (look.is === "unknown" || pressed.level !== level) process.exitCode = 1;
    });
}

type Way = Parameters<typeof press>[1];

/** Stops everything at once, and asks then whether orders made by hand are to go as well. */
async function pressForAccount(kill: Kill, way: Way, confirm: string | undefined): Promise<Pressed> {
  const stopped = await press({ ...kill, level: "STOP" }, way);
  note(`everything is stopped at once: ${MEANS[kill.state as State]}`);
  if (await confirmAccount(confirm)) return press(kill, way);
  note(`NOT DONE: no order is canceled, as nobody said ${CONFIRMATION}`);
  return stopped;
}

function wishOf({ level: wanted, flatten, to }: KillFlags, scope: string): Pick<Kill, "level"> & { state: State } {
  const level = levelOf(flatten === true ? flattened(wanted) : wanted, scope);
  return { level, state: level === "FLATTEN" ? flattening(to) : stateOf(to ?? "HALTED", OFFERED_STATES) };
}

/** The whole account, orders made by hand among them, is a scope of its own. */
function levelOf(wanted: string, scope: string): KillLevel {
  const level = KILL_LEVELS.find((one) => one === wanted.toUpperCase());
  if (level === undefined) throw usageFailure(`--level: ${wanted} is none of ${KILL_LEVELS.join(", ")}`);
  if (scope === ACCOUNT && level === "STOP") return "CANCEL_ACCOUNT";
  if ((level === "CANCEL_ACCOUNT") !== (scope === ACCOUNT))
    throw usageFailure(
      "CANCEL_ACCOUNT cancels every order of the account, also those made by hand in TWS: it wants --scope account, and no other level",
    );
  return level;
}

function flattened(level: string): string {
  if (level === "STOP" || level.toUpperCase() === "FLATTEN") return "FLATTEN";
  throw usageFailure(`--flatten is a level of its own: leave --level ${level} out`);
}

function flattening(to: string | undefined): State {
  if (to === undefined) return "FLATTENING";
  throw usageFailure("--to: what is flattened goes to FLATTENING, and to HALTED when everything is closed");
}

const MEANS: Readonly<Record<State, string>> = {
  REDUCING: "only what takes from a position from here on",
  HALTED: "no approval and no sending from here on",
  FLATTENING:
    "no order of a strategy from here on; the gate closes the positions, and the scope is HALTED then: `./bowline status` shows how far it is",
  LOCKED: "no approval and no sending from here on; two resumes lift it",
};

const render = ({ level, scope, ways }: Pressed, state: State): string =>
  [
    `killed (${scope}, ${level}): ${scope === GLOBAL_SCOPE ? "" : `for ${scope} alone: `}${MEANS[state]}`,
    ...ways.map(({ way, done, detail }) => `  ${way}: ${done ? "" : "NOT DONE: "}${detail}`),
  ].join("\n");
