import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { coverageByComponent, coverageSummary } from "./coverage.ts";
import { renderStatus, shortfalls } from "./render.ts";

const ROOT = join(import.meta.dirname, "../..");

const summary = coverageSummary.parse(JSON.parse(readFileSync(join(ROOT, "coverage/coverage-summary.json"), "utf8")));
const coverages = coverageByComponent(summary, ROOT);
mkdirSync(join(ROOT, "docs"), { recursive: true });
writeFileSync(join(ROOT, "docs/status.md"), renderStatus(coverages));
console.log("docs/status.md is written");
for (const line of shortfalls(coverages)) console.log(line);
if (shortfalls(coverages).length > 0) process.exitCode = 1;
