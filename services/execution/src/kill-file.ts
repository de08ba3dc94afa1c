import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { KILL_LEVELS, type KillLevel } from "@bowline/contracts";

/** A file that stops all sending while it is there: the way that needs nothing but a shell. */
export type KillFile = {
  /**
   * Asked right before every write. A folder that does not tell counts as one with the file. Only a file that says FLATTEN lets orders
   * go, and only those that the gate closes positions with.
   */
  forbids(closes: boolean): boolean;
  stop(): void;
};

/** Its name in the data folder of execution. */
const NAME = "KILL";
const LOOK_EVERY_MS = 100;

/** `onFound` is called when the file appears, and again when it changes, with the level that its first word names. */
export function watchKillFile(folder: string, onFound: (level: KillLevel) => void): KillFile {
  const file = join(folder, NAME);
  let known: number | undefined;
  const look = (): void => {
    const changedMs = changeOf(file);
    if (changedMs !== undefined && changedMs !== known) onFound(levelIn(file));
    known = changedMs;
  };
  look();
  const timer = setInterval(look, LOOK_EVERY_MS);
  const forbids = (closes: boolean): boolean =>
    changeOf(file) !== undefined && !(closes && levelIn(file) === "FLATTEN");
  return { forbids, stop: () => clearInterval(timer) };
}

/** When it was last changed; `undefined` where there is none. */
function changeOf(file: string): number | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  } catch {
    return 0;
  }
}

/** The mildest where it says nothing, or nothing that is known. */
function levelIn(file: string): KillLevel {
  try {
    const [word = ""] = readFileSync(file, "utf8").trim().split(/\s/);
    return KILL_LEVELS.find((level) => level === word.toUpperCase()) ?? "STOP";
  } catch {
    return "STOP";
  }
}
