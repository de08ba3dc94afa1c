import { join } from "node:path";
import { type CliOptions, startVitest } from "vitest/node";
import { makeOutcomeReporter, type Outcomes } from "./outcome-reporter.ts";
import type { TestRequest } from "./request.ts";
import { tagsFilterOf } from "./tiers.ts";

const ROOT = join(import.meta.dirname, "../..");

/** Runs what was asked for, and gives what came of it. */
export async function runVitest(request: Omit<TestRequest, "tws">): Promise<Outcomes> {
  const { tier, filters, namePattern, coverage } = request;
  process.env["BOWLINE_TEST_TIER"] = tier; // The tests' own processes read it there.
  const { reporter, outcomes } = makeOutcomeReporter();
  const options: CliOptions = {
    root: ROOT,
    run: true,
    watch: false,
    reporters: ["default", reporter],
    tagsFilter: tagsFilterOf(tier),
  };
  if (namePattern !== undefined) options.testNamePattern = namePattern;
  if (coverage) {
    options.coverage = { enabled: true };
    // Vite's text of a module maps back to other places than Node's own, and what tests and processes ran would be merged wrongly.
    options.experimental = { viteModuleRunner: false };
  }
  const vitest = await startVitest("test", [...filters], options);
  await vitest.close();
  return outcomes;
}
