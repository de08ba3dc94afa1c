import { existsSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { CommandFailure } from "../command.ts";

/** The checkout that this program belongs to. */
export const ROOT = resolve(import.meta.dirname, "../../../..");

/** Where a running system leaves its address, and demos their reports: `.bowline` in the working folder. */
export const homeFolder = (env: NodeJS.ProcessEnv = process.env): string => resolve(env["BOWLINE_HOME"] ?? ".bowline");

/** The nats-server: BOWLINE_NATS_SERVER, else the toolchain's, else one on the PATH. */
export function natsServerProgram(env: NodeJS.ProcessEnv = process.env): string {
  const named = env["BOWLINE_NATS_SERVER"];
  if (named !== undefined && named !== "") return named;
  const folders = [join(ROOT, ".toolchain/bin"), ...(env["PATH"] ?? "").split(delimiter)];
  const found = folders.map((folder) => join(folder, "nats-server")).find((path) => existsSync(path));
  if (found !== undefined) return found;
  throw new CommandFailure(
    "no nats-server: start through ./bowline, which fetches one, or set BOWLINE_NATS_SERVER to its path",
  );
}
