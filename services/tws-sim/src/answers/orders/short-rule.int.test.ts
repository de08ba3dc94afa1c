import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { order, stock } from "../../test-client.ts";
import { aClient, aSimulator, atEnd, play } from "../../test-simulator.ts";

/** GS falls by a sixth in the second minute: from then on its short sales are restricted. */
const FALLEN_AFTER_STEPS = 26;

async function sellShort(switches: string) {
  const folder = mkdtempSync(join(tmpdir(), "bowline-short-"));
  atEnd(() => rmSync(folder, { recursive: true }));
  const [marketFile, switchesFile] = [join(folder, "market.yaml"), join(folder, "switches.yaml")];
  const fall = "{ symbol: GS, session: 0, minute: 1, jump: -0.16 }";
  writeFileSync(marketFile, `market: { shortSaleRule: true, events: [${fall}] }\n`);
  writeFileSync(switchesFile, switches);
  const simulator = await aSimulator({ marketFile, switchesFile });
  const client = await aClient(simulator);
  await play(simulator, FALLEN_AFTER_STEPS);
  await client.told();
  client.api.placeOrder(1, stock("GS"), order({ action: "SELL" as never, orderType: "MKT" as never }));
  return client.told();
}
const executions = (told: readonly string[]): readonly string[] =>
  told.filter((text) => text.startsWith("execDetails"));

describe("a short sale at the market of what fell by more than a tenth", () => {
  it("waits above the bid where rule 201 is worked", async () => {
    const told = await sellShort("shortSaleRule: HOLD\n");
    expect(told.some((text) => text.startsWith("orderStatus 1 "))).toBe(true);
    expect(executions(told)).toEqual([]);
  });

  it("is filled at once where it is not", async () => {
    expect(executions(await sellShort("shortSaleRule: OFF\n"))).toHaveLength(1);
  });
});
