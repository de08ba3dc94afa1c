import type { Reporter, TestCase, TestModule } from "vitest/node";
import type { Figure } from "../../packages/testkit/src/figure.ts";
import type { TestOutcome } from "./summary.ts";

export interface Outcomes {
  readonly tests: TestOutcome[];
  readonly brokenFiles: string[];
  strayErrors: number;
}

/** Collects what a run gave; the usual reporter beside it shows it as it happens. */
export function makeOutcomeReporter(): { reporter: Reporter; outcomes: Outcomes } {
  const outcomes: Outcomes = { tests: [], brokenFiles: [], strayErrors: 0 };
  const reporter: Reporter = {
    onTestRunEnd(modules, unhandledErrors) {
      outcomes.strayErrors = unhandledErrors.length;
      for (const module of modules) collect(module, outcomes);
    },
  };
  return { reporter, outcomes };
}

function collect(module: TestModule, outcomes: Outcomes): void {
  const tests = [...module.children.allTests()].map((test) => outcomeOf(test, module.relativeModuleId));
  outcomes.tests.push(...tests);
  // A file that throws as it loads, or in a hook, has failed although none of its tests says so.
  if (module.state() === "failed" && !tests.some((test) => test.state === "failed")) {
    outcomes.brokenFiles.push(module.relativeModuleId);
  }
}

function outcomeOf(test: TestCase, file: string): TestOutcome {
  const result = test.result();
  // Pending at the end of a run: it was never finished, which is no success.
  const state = result.state === "pending" ? "failed" : result.state;
  const note = result.state === "skipped" ? result.note : undefined;
  const { figures = [] } = test.meta() as { readonly figures?: readonly Figure[] };
  const found = test.annotations().map(({ message }) => message);
  return { name: test.fullName, file, state, tags: test.tags, note, figures, found };
}
