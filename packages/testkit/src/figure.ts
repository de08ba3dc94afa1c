import { TestRunner } from "vitest";

/** Something that a test measured. */
export type Figure = {
  /** What was measured, such as "noticed after". */
  readonly what: string;
  readonly value: number;
  /** "s", "ms", or what was counted. */
  readonly unit: string;
};

/** Where a test's figures stand for the reporters of its run. */
type WithFigures = { figures?: Figure[] };

/** Reports what the running test measured: `./bowline faults` shows it beside the row that the test names. Throws outside of a test. */
export function figure(what: string, value: number, unit: string): void {
  const test = TestRunner.getCurrentTest();
  if (test === undefined) throw new Error(`a figure outside of a test: ${what}`);
  const meta = test.meta as WithFigures;
  meta.figures = [...(meta.figures ?? []), { what, value, unit }];
}
