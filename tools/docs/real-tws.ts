import { type ListedScenario, SCENARIOS, SIMULATOR_RUN } from "../../e2e/tws/list.ts";
import { opening, sections, table } from "./markdown.ts";

const NEVER = "never";

/** What was run against a real TWS, said first and plainly. */
function realRuns(scenarios: readonly ListedScenario[]): string {
  const { all, seen } = realTwsRuns(scenarios);
  if (seen === 0)
    return `**None of these ${all} scenarios was ever run on a real TWS.** All of them pass on the simulator, which was written from IB's documents and the sources of its clients: where the simulator is wrong, they are wrong with it.`;
  return `${seen} of these ${all} scenarios passed on a real TWS; the other ${all - seen} were never run on one.`;
}

/** How many scenarios there are, and how many of them passed on a real TWS. */
export function realTwsRuns(scenarios: readonly ListedScenario[] = SCENARIOS): {
  readonly all: number;
  readonly seen: number;
} {
  return { all: scenarios.length, seen: scenarios.filter(({ realTws }) => realTws !== undefined).length };
}

export function renderRealTws(): string {
  const scenarios: readonly ListedScenario[] = SCENARIOS;
  return sections([
    opening("Scenarios for any TWS", "e2e/tws/list.ts"),
    realRuns(scenarios),
    `\`./bowline test --tws HOST:PORT\` runs them against any TWS or IB Gateway with a paper account; the tests of this repository
run the same files against \`./bowline sim\`. How, and what it does to the account: \`docs/how-to/test-against-your-tws.md\`.
"Open session" means the regular hours of the stock, as TWS tells them: outside of them the scenario is skipped.`,
    table(
      ["scenario", "what it does, and what must hold", "needs", "last noted run: simulator", "real TWS"],
      scenarios.map(({ name, does, needs = "", realTws = NEVER }) => [name, does, needs, SIMULATOR_RUN, realTws]),
    ),
  ]);
}
