import { afterAll, afterEach, beforeAll, it } from "vitest";
import { openTarget } from "./open-target.ts";
import { type Need, type ScenarioName, SCENARIOS } from "./list.ts";
import { playScenario } from "./play-scenario.ts";
import { openTws, type Tws } from "./tws.ts";

/**
 * What holds of any TWS or gateway with a paper account. `./bowline test --tws HOST:PORT` runs this file against one;
 * without an address it runs against a simulator of its own.
 */
let tws: Tws | undefined;
const theTws = (): Tws => {
  if (tws === undefined) throw new Error("no TWS");
  return tws;
};
beforeAll(async () => {
  const target = await openTarget();
  tws = await openTws(target);
  // A simulator that was just started opens its session in a moment.
  while (target.isOwn && !(await tws.isOpen())) await new Promise((resolve) => setTimeout(resolve, 100));
});
afterEach(() => tws?.trader.restore());
afterAll(() => tws?.close());

type Listed = { readonly name: ScenarioName; readonly needs?: Need };

// A title of more than 40 letters would be cut.
it.for<Listed>(SCENARIOS)("$name", async ({ name, needs }, context) => {
  const { isOpen, target } = theTws();
  if (needs === "open session" && !(await isOpen()))
    return context.skip(`the regular session of ${target.symbol} is closed`);
  await playScenario(name, theTws(), (text) => void context.annotate(text));
});
