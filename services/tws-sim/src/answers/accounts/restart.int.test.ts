import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { join } from "node:path";
import { micros, money } from "@bowline/kernel";
import { afterEach, describe, expect, it } from "vitest";
import type { SimulatorOptions } from "../../simulator.ts";
import { aSimulator } from "../../test-simulator.ts";
import { type AccountClient, aFolder, anAccountClient, CASH, MARGIN, twoAccountsFile } from "./test-accounts.ts";

/** Opens a simulator and plays so many steps for every line that it is told; answers each with the port. */
const PROGRAM = `
import { createInterface } from "node:readline";
import { openSimulator } from ${JSON.stringify(join(import.meta.dirname, "../../simulator.ts"))};
const opened = await openSimulator({ ...JSON.parse(process.argv[1]), onNotice() {} });
if (!opened.ok) throw new Error(opened.error);
for await (const steps of createInterface(process.stdin)) {
  for (let step = 0; step < Number(steps); step++) await opened.value.world.beginStep();
  console.log(opened.value.server.port);
}
`;

let child: ChildProcess | undefined;
afterEach(() => void child?.kill("SIGKILL"));

type Remote = { play(steps: number): Promise<number>; kill(): Promise<void> };

function aSimulatorOfItsOwn(options: Partial<SimulatorOptions>): Remote {
  const running = spawn(process.execPath, ["--input-type=module", "-e", PROGRAM, JSON.stringify(options)], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  child = running;
  const lines = createInterface(running.stdout)[Symbol.asyncIterator]();
  return {
    play: async (steps) => {
      running.stdin.write(`${steps}\n`);
      return Number((await lines.next()).value);
    },
    kill: async () => {
      running.kill("SIGKILL");
      await once(running, "exit");
    },
  };
}

/** Everything that is asked again after the restart. */
async function picture({ api, heard }: AccountClient): Promise<readonly string[]> {
  [MARGIN, CASH].forEach((accountId, index) => {
    api.reqAccountUpdatesMulti(10 + index, accountId, "", false);
    api.reqPnL(20 + index, accountId, "");
  });
  api.reqPositions();
  api.reqAllOpenOrders();
  api.reqCompletedOrders(false);
  api.reqExecutions(30, {});
  return heard();
}

describe("a simulator whose process is killed", () => {
  it("finds each account, its positions, its day's P&L and its order ids as they were", async () => {
    const options: Partial<SimulatorOptions> = {
      market: { seed: 7, groups: { banks: ["BAC", "GS"], tech: ["MSFT"] }, sessions: 2, minutes: 1 },
      host: "127.0.0.1",
      port: 0,
      accountId: undefined,
      cash: money(micros("1000000")),
      directory: aFolder(),
      marketFile: twoAccountsFile(),
    };
    const remote = aSimulatorOfItsOwn(options);
    const client = await anAccountClient(await remote.play(1));
    await client.trade(client.nextValidId, "GS", { account: MARGIN, totalQuantity: 30 });
    await client.trade(12, "GS", { account: CASH, totalQuantity: 20 });
    // The second session: P&L of the day counts from the close between.
    await remote.play(13);
    await client.trade(13, "GS", { account: CASH, action: "SELL", totalQuantity: 5 });
    await client.trade(14, "BAC", { account: MARGIN, orderType: "LMT", lmtPrice: 1, tif: "GTC" });
    await remote.play(2);
    await client.heard();
    const before = await picture(client);
    expect(before.filter((text) => text.startsWith("position "))).toEqual([
      `position ${MARGIN} GS 30`,
      `position ${CASH} GS 15`,
    ]);
    const [daily = 0, unrealized] =
      before
        .find((text) => text.startsWith("pnl 20 "))
        ?.split(" ")
        .slice(2)
        .map(Number) ?? [];
    expect(daily).not.toBe(unrealized);
    client.close();
    await remote.kill();
    const again = await aSimulator(options);
    const restarted = await anAccountClient(again.server.port);
    expect(restarted.nextValidId).toBe(15);
    expect(await picture(restarted)).toEqual(before);
  });
});
