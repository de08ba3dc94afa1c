import { GLOBAL_SCOPE } from "@bowline/contracts";
import { type KillDoor, openKillDoor } from "./kill-door.ts";
import { type KillFile, watchKillFile } from "./kill-file.ts";
import type { Kill, KillSwitch } from "./kill-switch.ts";
import type { WriteAheadLog } from "./log/write-ahead-log.ts";

/** The ways to kill that need no NATS: the loopback door, and the KILL file. */
export type LocalKills = { readonly door: KillDoor; readonly file: KillFile };

export type LocalKillsOptions = {
  readonly folder: string;
  readonly port: number;
  readonly kill: KillSwitch;
  readonly log: WriteAheadLog;
  /** Cancels what the kill asks for; returns how many cancels went out. */
  enforce(kill: Kill, way: "LOOPBACK" | "FILE"): number;
  onFailure(failure: unknown): void;
};

/** Open before anything else runs: a kill holds also while the process still waits for NATS. */
export async function openLocalKills(options: LocalKillsOptions): Promise<LocalKills> {
  const { folder, port, kill, log } = options;
  const press = (pressed: Kill, way: "LOOPBACK" | "FILE"): number => {
    kill.press(pressed, way);
    const cancels = options.enforce(pressed, way);
    try {
      logKills(log, kill);
    } catch (failure) {
      options.onFailure(failure);
    }
    return cancels;
  };
  return {
    door: await openKillDoor({
      folder,
      port,
      kills: kill.kills,
      press: (pressed) => press(pressed, "LOOPBACK"),
    }),
    file: watchKillFile(
      folder,
      (level) => void press({ scope: GLOBAL_SCOPE, level, reason: "a KILL file", by: "file" }, "FILE"),
    ),
  };
}

/** What is killed, and what not any more, is in the write-ahead log when this returns. */
export function logKills(log: WriteAheadLog, kill: KillSwitch): void {
  for (const record of kill.unlogged(log.kills())) log.append(record);
}
