import { FLOORS } from "./floors.ts";
import { countsOf, failuresOf, type TestOutcome } from "./summary.ts";

type ScenarioOutcome = {
  readonly tests: readonly TestOutcome[];
  readonly brokenFiles: readonly string[];
  readonly strayErrors: number;
  /** Address, account and symbol. */
  readonly where: string;
};

/** The end of a run against a TWS: what failed, what was left out, and what was found that no test demands. */
export function renderScenarios(outcome: ScenarioOutcome): string[] {
  const { tests, where } = outcome;
  const { passed, failed, skipped } = countsOf(outcome);
  return [
    `scenarios: ${tests.length} (at least ${FLOORS.twsScenarios}), against ${where}`,
    ...failuresOf(outcome),
    ...tests.flatMap(({ name, state, note }) =>
      state === "skipped" ? [`skipped: ${name}: ${note ?? "not selected"}`] : [],
    ),
    ...tests.flatMap(({ name, found = [] }) => found.map((text) => `found: ${name}: ${text}`)),
    `${passed} passed, ${failed} failed, ${skipped} skipped`,
  ];
}
