import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { type CliOptions, startVitest } from "vitest/node";
import { makeOutcomeReporter } from "./outcome-reporter.ts";
import { countsOf, hasSucceeded, renderSummary } from "./summary.ts";
import { tagsFilterOf, type Tier, tierOf } from "./tiers.ts";

const ROOT = join(import.meta.dirname, "../..");

/**
 * `./bowline test [--all | --soak] [--coverage] [-t NAME] [FILTER...]`: unit tests first, then integration, then end to end; a filter is a
 * part of a file's path, a name a part of a test's. Prints the summary, whose last line is `N passed, N failed, N skipped`.
 * Answers the exit code: 0 where something ran and nothing failed.
 */
export async function runTests(args: readonly string[]): Promise<number> {
  const request = parseArgs(args);
  if (typeof request === "string") {
    process.stderr.write(`test: ${request}\n`);
    return 2;
  }
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
  const outcome = { ...outcomes, tier, ground: groundOf() };
  process.stdout.write(`\n${renderSummary(outcome).join("\n")}\n`);
  return hasSucceeded(countsOf(outcome)) ? 0 : 1;
}

interface Request {
  readonly tier: Tier;
  readonly filters: readonly string[];
  readonly namePattern: string | undefined;
  readonly coverage: boolean;
}

/** A text is what is wrong with the arguments. */
function parseArgs(args: readonly string[]): Request | string {
  let tier = tierOf(process.env["BOWLINE_TEST_TIER"]);
  let namePattern: string | undefined;
  let coverage = false;
  const filters: string[] = [];
  for (let index = 0; index < args.length; index++) {
    const arg = args[index] ?? "";
    if (arg === "--all") tier = "all";
    else if (arg === "--soak") tier = "soak";
    else if (arg === "--coverage") coverage = true;
    else if (arg === "-t") {
      namePattern = args[++index];
      if (namePattern === undefined) return "-t needs a part of a test's name";
    } else if (arg.startsWith("-")) return `${arg} is no option; there are --all, --soak, --coverage and -t NAME`;
    else filters.push(arg);
  }
  return { tier, filters, namePattern, coverage };
}

function groundOf(): Record<string, string> {
  const sample = process.env["BOWLINE_SAMPLE_DATA"];
  return {
    node: process.version,
    natsServer: natsVersion(),
    sampleData: sample === undefined || sample === "" ? "unset" : existsSync(sample) ? "present" : "missing",
  };
}

function natsVersion(): string {
  const program = process.env["BOWLINE_NATS_SERVER"] ?? "nats-server";
  try {
    return /v[\d.]+/.exec(execFileSync(program, ["--version"], { encoding: "utf8" }))?.[0] ?? "unknown";
  } catch {
    return "none";
  }
}
