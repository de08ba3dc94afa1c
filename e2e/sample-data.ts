import { existsSync } from "node:fs";
import { join } from "node:path";

/** Folder of real minute files, or `undefined`: then the tests that need it skip and say so. */
export const sampleMinutes = (): string | undefined => {
  const root = process.env["BOWLINE_SAMPLE_DATA"];
  if (root === undefined || root === "") return undefined;
  const folder = join(root, "us-equities/minute");
  return existsSync(folder) ? folder : undefined;
};

export const NEEDS_SAMPLE =
  "needs real minute files: set BOWLINE_SAMPLE_DATA to the folder that holds us-equities/minute";
