import { readFileSync } from "node:fs";
import { join } from "node:path";
import { realTwsRuns } from "../docs/real-tws.ts";
import { readRecord } from "../faults/record.ts";
import type { Coverage } from "./coverage.ts";
import { missedIn, unseenIn } from "./missed.ts";
import { renderStatus } from "./render.ts";

/** Coverage as it was last measured, from the root. */
export const COVERAGE_FILE = "docs/status.json";

/** docs/status.md, from the last coverage and what faults and benches last showed. */
export function statusPage(root: string): string {
  const read = (file: string): string => readFileSync(join(root, file), "utf8");
  const record = readRecord(root);
  return renderStatus(JSON.parse(read(COVERAGE_FILE)) as readonly Coverage[], {
    missed: missedIn(record, read("docs/performance.md")),
    unseen: unseenIn(record),
    realTws: realTwsRuns(),
  });
}
