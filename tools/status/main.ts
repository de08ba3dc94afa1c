import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { coverageByComponent, coverageSummary } from "./coverage.ts";
import { COVERAGE_FILE, statusPage } from "./page.ts";
import { shortfalls } from "./render.ts";

const ROOT = join(import.meta.dirname, "../..");

const summary = coverageSummary.parse(JSON.parse(readFileSync(join(ROOT, "coverage/coverage-summary.json"), "utf8")));
const coverages = coverageByComponent(summary, ROOT);
mkdirSync(join(ROOT, "docs"), { recursive: true });
writeFileSync(join(ROOT, COVERAGE_FILE), `${JSON.stringify(coverages, undefined, 2)}\n`);
writeFileSync(join(ROOT, "docs/status.md"), statusPage(ROOT));
console.log("docs/status.md is written");
for (const line of shortfalls(coverages)) console.log(line);
if (shortfalls(coverages).length > 0) process.exitCode = 1;
