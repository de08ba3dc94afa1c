import type { Figure } from "../../packages/testkit/src/figure.ts";
import { FLOORS } from "./floors.ts";
import { type Named, numbersIn } from "./named-rows.ts";
import { runsIn, type Tier } from "./tiers.ts";

export interface TestOutcome {
  readonly name: string;
  readonly file: string;
  readonly state: "passed" | "failed" | "skipped";
  readonly tags: readonly string[];
  /** What the test said as it skipped itself. */
  readonly note?: string | undefined;
  /** What it measured, by `figure` of the testkit. */
  readonly figures?: readonly Figure[];
  /** What it found that no test demands. */
  readonly found?: readonly string[];
}

export interface RunOutcome {
  readonly tests: readonly TestOutcome[];
  /** Files that did not load, and errors outside of any test: each counts as a failure. */
  readonly brokenFiles: readonly string[];
  readonly strayErrors: number;
  readonly tier: Tier;
  /** What the run stood on, printed as it is: versions, sample data. */
  readonly ground: Readonly<Record<string, string>>;
}

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export function countsOf({ tests, brokenFiles, strayErrors }: Failures): Counts {
  const count = (state: TestOutcome["state"]): number => tests.filter((test) => test.state === state).length;
  return {
    passed: count("passed"),
    failed: count("failed") + brokenFiles.length + strayErrors,
    skipped: count("skipped"),
  };
}

/** A run that ran nothing has shown nothing. */
export const hasSucceeded = (counts: Counts): boolean => counts.failed === 0 && counts.passed > 0;

/** The end of a run's output; its last line is `N passed, N failed, N skipped` and nothing else. */
export function renderSummary(outcome: RunOutcome): string[] {
  const { passed, failed, skipped } = countsOf(outcome);
  return [
    `tests run: ${passed + failed} (tier ${outcome.tier})`,
    ...failuresOf(outcome),
    ...skipsOf(outcome),
    `fault rows covered: ${numbersNamed(outcome, "fault") || "none"}`,
    `pitfalls covered: ${numbersNamed(outcome, "pitfall") || "none"}`,
    `constants: ${pairs(FLOORS)}`,
    `ground: ${pairs(outcome.ground)}`,
    `${passed} passed, ${failed} failed, ${skipped} skipped`,
  ];
}

type Failures = Pick<RunOutcome, "tests" | "brokenFiles" | "strayErrors">;

export function failuresOf({ tests, brokenFiles, strayErrors }: Failures): string[] {
  return [
    ...tests.filter((test) => test.state === "failed").map((test) => `failed: ${test.file}: ${test.name}`),
    ...brokenFiles.map((file) => `failed: ${file}: the file did not load`),
    ...(strayErrors > 0 ? [`failed: ${strayErrors} errors outside of any test; they stand above`] : []),
  ];
}

/** One line a reason: how many, and which where they are few. */
function skipsOf({ tests, tier }: RunOutcome): string[] {
  const byReason = Map.groupBy(
    tests.filter((test) => test.state === "skipped"),
    (test) => reasonOf(test, tier),
  );
  return [...byReason].map(([reason, skipped]) => {
    const names = skipped.length <= 3 ? `: ${skipped.map((test) => test.name).join("; ")}` : "";
    return `skipped ${skipped.length}, ${reason}${names}`;
  });
}

/** A test that needs something from the environment names it, at the latest in its title. */
const NEEDED = /\bBOWLINE_[A-Z_]+\b/;

function reasonOf({ name, note, tags }: TestOutcome, tier: Tier): string {
  const tag = tags.find((name) => !runsIn(tier, name));
  if (tag !== undefined) return `runs with ./bowline test --${tag}`;
  const needed = NEEDED.exec(name)?.[0];
  return note ?? (needed === undefined ? "not selected, or no reason given" : `needs ${needed}`);
}

/** Only passed tests count. */
function numbersNamed({ tests }: RunOutcome, what: Named): string {
  const rows = tests.filter((test) => test.state === "passed").flatMap((test) => numbersIn(test.name, what));
  return [...new Set(rows)].toSorted((a, b) => a - b).join(", ");
}

const pairs = (values: Readonly<Record<string, unknown>>): string =>
  Object.entries(values)
    .map(([key, value]) => `${key}=${String(value)}`)
    .join(" ");
