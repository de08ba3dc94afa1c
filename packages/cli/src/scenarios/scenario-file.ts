import { sessionOf } from "@bowline/calendar";
import { type ConfigError, type ParsedYaml, parseYaml, type z } from "@bowline/config";
import { type Result, err, ok } from "@bowline/kernel";
import { showTime } from "./scenario-parts.ts";
import { type Step, fileSchema } from "./scenario-schema.ts";

export type { Expectation, ExpectedOrder, GivenPrediction, Step } from "./scenario-schema.ts";

type ScenarioFile = z.output<typeof fileSchema>;

const DEFAULTS = {
  date: "2024-03-04",
  equity: 1_000_000_000_000,
  symbols: { AAPL: 100_000_000 } as Readonly<Record<string, number>>,
  spread: 20_000,
  range: 200_000,
  volume: 12_000,
};

/** Where a scenario stands at its beginning: what the file does not say is filled in. */
export type Given = typeof DEFAULTS & Partial<Pick<ScenarioFile["given"], "previousClose" | "history">>;

export type Place = Pick<ConfigError, "file" | "line" | "column">;

export type Scenario = {
  readonly name: string;
  readonly given: Given;
  readonly steps: readonly (Step & { readonly place: Place; readonly expectPlaces: readonly Place[] })[];
  readonly place: Place;
};

/** Scenarios from YAML text, or every finding with file, line and column. */
export function parseScenarios(text: string, file: string): Result<readonly Scenario[], readonly ConfigError[]> {
  const parsed = parseYaml(text, file, fileSchema);
  if (!parsed.ok) return parsed;
  const scenarios = parsed.value.value.scenarios.map((_, index) => scenarioAt(parsed.value, index));
  const findings = scenarios.flatMap((one, index) => findingsOf(one, ["scenarios", index], parsed.value));
  return findings.length > 0 ? err(findings) : ok(scenarios);
}

function scenarioAt({ value, locate }: ParsedYaml<ScenarioFile>, index: number): Scenario {
  const { name, given: own, steps } = value.scenarios[index] as ScenarioFile["scenarios"][number];
  const placeOf = (...path: readonly PropertyKey[]): Place => ({ file: "", ...locate(["scenarios", index, ...path]) });
  return {
    name,
    given: { ...DEFAULTS, ...value.given, ...own } as Given,
    place: placeOf(),
    steps: steps.map((one, at) => ({
      ...one,
      place: placeOf("steps", at),
      expectPlaces: (one.expect ?? []).map((_, item) => placeOf("steps", at, "expect", item)),
    })),
  };
}

function findingsOf(
  { given: { date, symbols: known }, steps }: Scenario,
  path: readonly PropertyKey[],
  { errorAt }: ParsedYaml<unknown>,
): readonly ConfigError[] {
  const session = sessionOf(date);
  const closes = session === undefined ? 0 : OPEN_MINUTE + (session.closeUs - session.openUs) / 60_000_000;
  return steps.flatMap((one, index) => {
    const at = [...path, "steps", index];
    const before = steps[index - 1]?.at ?? OPEN_MINUTE - 1;
    const named = [...Object.keys(one.prices ?? {}), ...(one.prediction ?? []).flatMap((each) => each.symbol ?? [])];
    const expected = (one.expect ?? []).flatMap((each) => each.symbol ?? []);
    return [
      ...(one.at <= before ? [errorAt([...at, "at"], "is not after the step before, or lies before the open")] : []),
      ...(one.at >= closes ? [errorAt([...at, "at"], `lies after the close at ${showTime(closes)} on ${date}`)] : []),
      ...[...named, ...expected]
        .filter((name) => !(name in known))
        .map((name) => errorAt(at, `\`${name}\` is not given: ${Object.keys(known).join(", ")}`)),
    ];
  });
}

/** US equities open then on every trading day. */
export const OPEN_MINUTE = 570;
