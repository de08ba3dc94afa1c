import { shares, us } from "@bowline/kernel";
import { expect, test } from "vitest";
import { judgeScenario } from "./judge-scenario.ts";
import { timeOf } from "./play-scenario.ts";
import { parseScenarios, type Scenario } from "./scenario-file.ts";
import type { SeenAll } from "./seen.ts";

function scenarioWith(expected: string): Scenario {
  const text = `scenarios:\n  - name: one\n    steps:\n      - at: "10:00"\n        expect: ${expected}\n`;
  const parsed = parseScenarios(text, "x.yaml");
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value[0] as Scenario;
}

/** At ten a rule fired, was not blocked, and left five shares. */
function seenIn(scenario: Scenario): SeenAll {
  const atUs = us(timeOf(scenario, 600));
  const about = { atUs, symbol: "AAPL" };
  return {
    acts: [{ is: "firing", ...about, rule: "buy", triggerKey: "t", orders: [] }],
    fills: [],
    changes: [],
    verdicts: [],
    positions: [{ ...about, quantity: shares(5) }],
  };
}

const judge = (expected: string): readonly string[] => {
  const scenario = scenarioWith(expected);
  return judgeScenario(scenario, seenIn(scenario)).map((one) => `${one.expected} | ${one.seen}`);
};

test.each([
  ["[{ fires: buy }, { position: 5 }]", []],
  ["nothing", ["nothing else | AAPL: buy fires"]],
  ["[{ fires: buy }, { fires: buy }]", ["buy fires | buy was not asked"]],
  ["[{ fires: buy }, { position: 6 }]", ["a position of 6 | a position of 5"]],
  ["[{ fires: sell }]", ["sell fires | sell was not asked", "nothing else | AAPL: buy fires"]],
  ["[{ fires: buy }, { blocked: buy, by: spread }]", ["buy is blocked by spread | buy was not asked"]],
  ["[{ fires: buy }, { filled: ENTRY, price: 100 }]", ["ENTRY is filled at 100 | no such fill"]],
  ["[{ fires: buy }, { replaced: STOP, stop: 99 }]", ["STOP is changed stop 99 | no such change"]],
])("of what came about, %s differs in %j", (expected, differences) => expect(judge(expected)).toEqual(differences));
