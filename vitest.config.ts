import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { LongestFirst } from "./tools/test-run/longest-first.ts";
import { TAGS } from "./tools/test-run/tiers.ts";

/**
 * The projects run one after the other: what is quick and near the code first, so that a failure is seen at its rung.
 * `./bowline test` leaves out what its tier has no time for; plain vitest runs whatever it is asked for.
 * The groups count from 1: vitest puts group 0 last where a project has one worker.
 */
export default defineConfig({
  test: {
    pool: "forks",
    maxWorkers: availableParallelism(),
    // A forgotten `only` would pass for a whole run.
    allowOnly: false,
    tags: TAGS,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["packages/*/src/**/*.test.ts", "services/*/src/**/*.test.ts", "tools/**/*.test.ts"],
          exclude: ["**/*.int.test.ts", "**/node_modules/**"],
          testTimeout: 20_000,
          // Units change nothing outside themselves: one process for many files, so that what they share is loaded once.
          isolate: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: "int",
          include: ["packages/*/src/**/*.int.test.ts", "services/*/src/**/*.int.test.ts", "tools/**/*.int.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // Processes that wait for one another half of the time.
          maxWorkers: availableParallelism() + 1,
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          // The simulator alone with real clients: its market runs on while they ask, so nothing heavy may run beside it.
          name: "sim",
          include: ["e2e/simulator/**/*.test.ts", "e2e/tws/**/*.test.ts"],
          testTimeout: 300_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
          sequence: { groupOrder: 3 },
        },
      },
      {
        extends: true,
        test: {
          // Containers: an image is built, and the minute until all are healthy is for a machine that does nothing else.
          name: "compose",
          include: ["e2e/compose.test.ts"],
          testTimeout: 300_000,
          hookTimeout: 120_000,
          maxWorkers: 1,
          sequence: { groupOrder: 4 },
        },
      },
      {
        extends: true,
        test: {
          name: "e2e",
          include: ["e2e/*.test.ts"],
          exclude: ["e2e/compose.test.ts"],
          testTimeout: 300_000,
          hookTimeout: 120_000,
          // Whole systems, each with its own processes. A third of them wait for a clock most of the time: one of those beside two that
          // work, on two cores. What waits longest starts first.
          maxWorkers: 3,
          sequence: { groupOrder: 5 },
        },
      },
    ],
    coverage: {
      provider: "v8",
      include: ["packages/*/src/**/*.ts", "services/*/src/**/*.ts"],
      exclude: ["**/gen/**", "**/*.test.ts", "**/test-*.ts", "**/testing/**", "packages/testkit/**"],
      // A service, and the CLI, run as processes: what they ran is counted when they exit. One that was killed leaves nothing.
      autoAttachSubprocess: true,
      reporter: ["text-summary", "json-summary"],
      reportsDirectory: "coverage",
    },
  },
});
