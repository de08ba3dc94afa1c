import { existsSync } from "node:fs";
import { join } from "node:path";
import { keyFilesIn, makeSigner, type SignEntry } from "@bowline/signing";
import { CommandFailure } from "./command.ts";
import type { RunFile } from "./run-file.ts";

type Run = Pick<RunFile, "runDir"> | undefined;

/** The file with this operator's private key: BOWLINE_SIGNING_KEY_FILE, else the one of what runs in this folder. */
export function operatorKeyFile(run: Run, env: NodeJS.ProcessEnv = process.env): string | undefined {
  const named = env["BOWLINE_SIGNING_KEY_FILE"];
  if (named !== undefined && named !== "") return named;
  const found = run === undefined ? undefined : keyFilesIn(join(run.runDir, "keys")).signing.operator;
  return found !== undefined && existsSync(found) ? found : undefined;
}

/** What lets trading go on, or limits be raised, is signed. Throws where there is no key. */
export function needOperatorKey(run: Run): string {
  const file = operatorKeyFile(run);
  if (file === undefined)
    throw new CommandFailure(
      "NOT DONE: this must be signed, and there is no key here\n  BOWLINE_SIGNING_KEY_FILE names the file with the operator's private key",
    );
  return file;
}

/** Signs where it can: a kill goes without, and is flagged. */
export function operatorSign(run: Run): SignEntry | undefined {
  const file = operatorKeyFile(run);
  return file === undefined ? undefined : makeSigner("operator", file);
}
