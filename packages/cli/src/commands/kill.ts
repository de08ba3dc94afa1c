import type { Command } from "commander";
import { GLOBAL_SCOPE, type KillLevel, OFFERED_KILL_LEVELS } from "@bowline/contracts";
import { printJson, printLine, usageFailure } from "../command.ts";
import { addOperatorFlags, type OperatorFlags } from "../operator-flags.ts";
import { press, type Pressed } from "../kill/press.ts";

type KillFlags = OperatorFlags & { readonly level: string; readonly dataDir?: string };

const ACCOUNT = "account";

export function configure(command: Command): void {
  addOperatorFlags(command)
    .option("--level <level>", `${OFFERED_KILL_LEVELS.join(", ")}: what is done besides stopping`, "STOP")
    .option("--data-dir <folder>", "data folder of execution (default: of what runs in this folder)")
    .action(async ({ level: wanted, scope, reason, by, json, dataDir, ...flags }: KillFlags) => {
      const level = levelOf(wanted, scope);
      const pressed = await press(
        { scope: scope === ACCOUNT ? GLOBAL_SCOPE : scope, level, reason, by },
        { flags, ...(dataDir === undefined ? {} : { folder: dataDir }) },
      );
      if (json === true) printJson(pressed);
      else printLine(render(pressed));
    });
}

/** The whole account, orders made by hand among them, wants to be said twice. */
function levelOf(wanted: string, scope: string): KillLevel {
  const level = OFFERED_KILL_LEVELS.find((one) => one === wanted.toUpperCase());
  if (level === undefined) throw usageFailure(`--level: ${wanted} is none of ${OFFERED_KILL_LEVELS.join(", ")}`);
  if ((level === "CANCEL_ACCOUNT") !== (scope === ACCOUNT))
    throw usageFailure(
      "CANCEL_ACCOUNT cancels every order of the account, also those made by hand in TWS: it wants --level CANCEL_ACCOUNT --scope account, both",
    );
  return level;
}

const render = ({ level, scope, ways }: Pressed): string =>
  [
    `killed (${scope}, ${level}): no approval and no sending from here on`,
    ...ways.map(({ way, done, detail }) => `  ${way}: ${done ? "" : "NOT DONE: "}${detail}`),
  ].join("\n");
