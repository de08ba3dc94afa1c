import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { ConfigFailure, readTextFile, nearestWord } from "@bowline/config";
import { parseScript, type Script } from "@bowline/rehearsal";
import { usageFailure } from "../command.ts";
import { ROOT } from "../runner/home.ts";

const FOLDER = join(ROOT, "rehearse");

/** Names of the scripts that ship, by the alphabet. */
export const scriptNames = (): readonly string[] =>
  readdirSync(FOLDER)
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => basename(file, ".yaml"))
    .sort();

/** A script that ships, by its name, or one of the user's, by its path. Throws with file, line and column. */
export function readScript(nameOrFile: string): Script {
  const isPath = nameOrFile.endsWith(".yaml") || nameOrFile.endsWith(".yml");
  const names = scriptNames();
  if (!isPath && !names.includes(nameOrFile)) {
    const near = nearestWord(nameOrFile, names);
    throw usageFailure(
      `${nameOrFile}: no such rehearsal${near === undefined ? "" : `; did you mean ${near}?`}`,
      "  ./bowline rehearse --list names them all; a file of your own ends in .yaml",
    );
  }
  const file = isPath ? nameOrFile : join(FOLDER, `${nameOrFile}.yaml`);
  const script = parseScript(readTextFile(file, "a rehearsal"), file);
  if (!script.ok) throw new ConfigFailure(script.error);
  return script.value;
}
