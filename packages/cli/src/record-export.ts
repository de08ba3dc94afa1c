import { existsSync } from "node:fs";
import { join } from "node:path";
import { usageFailure } from "./command.ts";

/** The journal in a folder that `demo --record` or `backtest --record` made. Throws where the folder is none. */
export function recordExport(folder: string): string {
  const file = join(folder, "export.jsonl");
  if (existsSync(file)) return file;
  throw usageFailure(`${file}: no such file; --record names a folder that \`demo --record\` made`);
}
