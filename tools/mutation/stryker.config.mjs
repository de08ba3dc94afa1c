/**
 * What of packages/risk its own tests would not notice if it were other than it is: `pnpm mutation`. Takes an hour and
 * is no part of CI; what did not change since the last run is not run again. A folder: `pnpm mutation --mutate 'packages/risk/src/checks/*.ts'`.
 */
export default {
  packageManager: "pnpm",
  plugins: ["@stryker-mutator/vitest-runner"],
  testRunner: "vitest",
  vitest: { configFile: "tools/mutation/vitest.config.ts", related: false },
  // Nothing to rewrite: types are erased, not compiled, and TypeScript 7 has no API for it.
  tsconfigFile: "none",
  coverageAnalysis: "perTest",
  ignoreStatic: true,
  mutate: ["packages/risk/src/**/*.ts", "!packages/risk/src/**/*.test.ts", "!packages/risk/src/test-*.ts"],
  ignorePatterns: [".toolchain", "docs", "e2e", "services", "deploy"],
  concurrency: 1,
  incremental: true,
  incrementalFile: "coverage/mutation/incremental.json",
  tempDirName: "coverage/mutation/sandbox",
  reporters: ["clear-text", "json", "progress-append-only"],
  jsonReporter: { fileName: "coverage/mutation/report.json" },
  clearTextReporter: { reportTests: false, allowColor: false },
  thresholds: { high: 90, low: 85, break: 85 },
};
