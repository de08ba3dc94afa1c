import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { EXIT_USAGE, parseRequest } from "./request.ts";
import { countsOf, hasSucceeded, renderSummary } from "./summary.ts";
import { runVitest } from "./vitest-run.ts";

/**
 * `./bowline test [--all | --soak] [--coverage] [-t NAME] [FILTER...]`: unit tests first, then integration, then end to end; a filter is a
 * part of a file's path, a name a part of a test's. `--tws HOST:PORT [--symbol SYMBOL] [--account ID]` runs the scenarios for any TWS
 * instead. Prints the summary, whose last line is `N passed, N failed, N skipped`.
 * Answers the exit code: 0 where something ran and nothing failed.
 */
export async function runTests(args: readonly string[]): Promise<number> {
  const request = parseRequest(args);
  if (typeof request === "string") {
    process.stderr.write(`test: ${request}\n`);
    return EXIT_USAGE;
  }
  if (request.tws !== undefined) {
    const { runScenarios } = await import("./tws-run.ts");
    return runScenarios(request, request.tws);
  }
  const outcomes = await runVitest(request);
  const outcome = { ...outcomes, tier: request.tier, ground: groundOf() };
  process.stdout.write(`\n${renderSummary(outcome).join("\n")}\n`);
  return hasSucceeded(countsOf(outcome)) ? 0 : 1;
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
