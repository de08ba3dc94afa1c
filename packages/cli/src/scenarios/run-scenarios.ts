import { ConfigFailure, adviceFor, readTextFile, withCaret } from "@bowline/config";
import { readStrategy } from "@bowline/rules";
import type { Asked } from "@bowline/strategy/machine";
import { type Difference, judgeScenario } from "./judge-scenario.ts";
import { playScenario } from "./play-scenario.ts";
import { type Place, type Scenario, parseScenarios } from "./scenario-file.ts";

export type Judged = { readonly name: string; readonly place: Place; readonly differences: readonly Difference[] };

/** `follow.yaml` → `follow.scenarios.yaml`. */
export const scenariosBeside = (strategyFile: string): string =>
  `${strategyFile.replace(/\.ya?ml$/, "")}.scenarios.yaml`;

/**
 * Plays every scenario of a file against a strategy; throws ConfigFailure with every finding in one of the two files. `onAsked` sees
 * every evaluation of a rule.
 */
export function runScenarios(
  strategyFile: string,
  scenariosFile: string,
  onAsked?: (asked: Asked) => void,
): readonly Judged[] {
  const strategy = readStrategy(strategyFile);
  const text = readTextFile(scenariosFile, "a file with scenarios");
  const parsed = parseScenarios(text, scenariosFile);
  if (!parsed.ok) throw new ConfigFailure(parsed.error.map((error) => withCaret(error, text)));
  const unknown = parsed.value.flatMap((scenario) => unknownRules(scenario, strategy.rules));
  if (unknown.length > 0)
    throw new ConfigFailure(unknown.map((found) => withCaret({ ...found, file: scenariosFile }, text)));
  return parsed.value.map((scenario) => ({
    name: scenario.name,
    place: scenario.place,
    differences: judgeScenario(scenario, playScenario(strategy, scenario, onAsked)),
  }));
}

function unknownRules({ steps }: Scenario, rules: readonly { readonly id: string }[]) {
  const known = rules.map(({ id }) => id);
  return steps.flatMap(({ expect, expectPlaces }) =>
    (expect ?? []).flatMap((each, index) => {
      const rule =
        each.is === "fires"
          ? each.fires
          : each.is === "blocked"
            ? each.blocked
            : each.is === "denied"
              ? each.denied
              : undefined;
      const place = expectPlaces[index];
      if (rule === undefined || known.includes(rule) || place === undefined) return [];
      return [{ ...place, path: "", message: `the strategy has no rule \`${rule}\`; ${adviceFor(rule, known)}` }];
    }),
  );
}
