import type { Command } from "commander";
import { GLOBAL_SCOPE, type KillLevel, KILL_LEVELS, type TradingState } from "@bowline/contracts";
import { printJson, printLine, usageFailure } from "../command.ts";
import { addOperatorFlags, type OperatorFlags, scopeOf, stateOf } from "../operator-flags.ts";
import { press, type Pressed } from "../kill/press.ts";

type KillFlags = OperatorFlags & {
  readonly level: string;
  readonly to?: string;
  readonly flatten?: boolean;
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
    .option("--data-dir <folder>", "data folder of execution (default: of what runs in this folder)")
    .action(async ({ level: wanted, flatten, to, reason, by, json, dataDir, ...flags }: KillFlags) => {
      const scope = scopeOf(flags);
      const level = levelOf(flatten === true ? flattened(wanted) : wanted, scope);
      const state = level === "FLATTEN" ? flattening(to) : stateOf(to ?? "HALTED", OFFERED_STATES);
      const pressed = await press(
        { scope: scope === ACCOUNT ? GLOBAL_SCOPE : scope, level, state, reason, by },
        { flags, ...(dataDir === undefined ? {} : { folder: dataDir }) },
      );
      if (json === true) printJson(pressed);
      else printLine(render(pressed, state));
    });
}

/** The whole account, orders made by hand among them, wants to be said twice. */
function levelOf(wanted: string, scope: string): KillLevel {
  const level = KILL_LEVELS.find((one) => one === wanted.toUpperCase());
  if (level === undefined) throw usageFailure(`--level: ${wanted} is none of ${KILL_LEVELS.join(", ")}`);
  if ((level === "CANCEL_ACCOUNT") !== (scope === ACCOUNT))
    throw usageFailure(
      "CANCEL_ACCOUNT cancels every order of the account, also those made by hand in TWS: it wants --level CANCEL_ACCOUNT --scope account, both",
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
    `killed (${scope}, ${level}): ${MEANS[state]}`,
    ...ways.map(({ way, done, detail }) => `  ${way}: ${done ? "" : "NOT DONE: "}${detail}`),
  ].join("\n");
