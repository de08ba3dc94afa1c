import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type RunningSim, runSim, type SimOptions } from "./sim.ts";
import { connectClient, order, stock } from "./test-client.ts";

const cleanUps: (() => unknown)[] = [];
let directory = "";

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "bowline-sim-"));
});
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
  rmSync(directory, { recursive: true });
});

async function aSim(wish: SimOptions): Promise<RunningSim> {
  const sim = await runSim({ port: 0, controlPort: 0, leadMs: 100, symbols: ["IBM"], minutes: 1, ...wish });
  if (!sim.ok) throw new Error(sim.error);
  cleanUps.push(() => sim.value.stop());
  return sim.value;
}

const ask = async (sim: RunningSim, path: string, body?: object): Promise<unknown> => {
  const post = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body ?? {}) };
  const response = await fetch(`http://127.0.0.1:${sim.controlPort}${path}`, body === undefined ? undefined : post);
  return response.json();
};

describe("a TWS by itself", () => {
  it("plays its sessions in time, whoever listens, and skips the nights", async () => {
    const sim = await aSim({ speed: 1000, sessions: 2 });
    const client = await connectClient(sim.port);
    cleanUps.push(client.close);
    client.api.reqMktData(1, stock("IBM"), "", false, false);
    await client.saw("tickPrice 1 1");
    await sim.finished;
    expect(await ask(sim, "/progress")).toEqual({
      stepsDone: 24,
      stepsTotal: 24,
      sessionDate: "2024-03-05",
      finished: true,
    });
    expect(sim.sessionDates).toEqual(["2024-03-04", "2024-03-05"]);
  });

  it("fills a market order between two steps", async () => {
    const sim = await aSim({ speed: 20, sessions: 1 });
    const client = await connectClient(sim.port);
    cleanUps.push(client.close);
    client.api.placeOrder(1, stock("IBM"), order({ orderRef: "early" }));
    expect(await client.saw("execDetails")).toContain("IBM BOT 100");
  });

  it("goes on where a life before it stood, with the time that has passed", async () => {
    const first = await aSim({ speed: 200, sessions: 1, directory });
    const client = await connectClient(first.port);
    client.api.placeOrder(1, stock("IBM"), order({ orderRef: "kept" }));
    await client.saw("execDetails");
    client.close();
    await first.stop();
    const second = await aSim({ speed: 200, sessions: 1, directory });
    const again = await connectClient(second.port);
    cleanUps.push(again.close);
    again.api.reqExecutions(1, {});
    expect(await again.saw("execDetails 1 ")).toContain("IBM BOT 100");
    await second.finished;
    expect(await ask(second, "/sim")).toMatchObject({ begun: 12, steps: 12, silenced: false });
  });

  it("does faults on demand over HTTP, and says what is wrong with a request", async () => {
    const sim = await aSim({ speed: 1, sessions: 1 });
    const client = await connectClient(sim.port);
    cleanUps.push(client.close);
    expect(await ask(sim, "/sim/faults", { fault: "hide-execution", nth: 0 })).toMatchObject({
      error: expect.stringContaining("nth") as string,
    });
    expect(await ask(sim, "/sim/faults", { fault: "bust-execution" })).toEqual({ error: "nothing was executed yet" });
    expect(await ask(sim, "/sim/faults", { fault: "silence" })).toEqual({ done: "both" });
    expect(await ask(sim, "/sim")).toMatchObject({ silenced: true, position: null, clients: [1] });
    expect(await ask(sim, "/sim/faults", { fault: "unsilence" })).toEqual({ done: "cut" });
    await client.saw("disconnected");
    const metrics = await fetch(`http://127.0.0.1:${sim.controlPort}/metrics`);
    expect(await metrics.text()).toContain('bowline_sim_open_orders{service="tws-sim"} 0');
  });

  it("has the accounts that are named, a client that sees every order, and refuses orders where it is read only", async () => {
    const accountIds = ["DU7", "DU8"];
    const sim = await aSim({ accountIds, masterClientId: 3 });
    expect(sim.accountIds).toEqual(accountIds);
    const [mine, master] = [await connectClient(sim.port, 1), await connectClient(sim.port, 3)];
    cleanUps.push(mine.close, master.close);
    mine.api.placeOrder(1, stock("IBM"), order({ account: "DU8", orderRef: "seen", orderType: "LMT", lmtPrice: 1 }));
    expect(await master.saw("openOrder")).toContain("seen");
    expect(await ask(sim, "/sim/accounts")).toMatchObject(accountIds.map((accountId) => ({ account: { accountId } })));
    const deaf = await connectClient((await aSim({ isReadOnly: true })).port);
    cleanUps.push(deaf.close);
    deaf.api.placeOrder(1, stock("IBM"), order({}));
    expect(await deaf.saw("error 1 321")).toContain("Read-Only mode");
  });

  it("names a control port that is taken", async () => {
    const { port } = await aSim({ sessions: 1 });
    const sim = await runSim({ port: 0, controlPort: port, sessions: 1 });
    expect(!sim.ok && sim.error).toBe(`port ${port} on 127.0.0.1 is in use: give another one for HTTP`);
  });

  it("names a folder that is not there", async () => {
    const sim = await runSim({ port: 0, data: join(directory, "none"), symbols: ["IBM"] });
    expect(!sim.ok && sim.error).toBe(
      `${join(directory, "none")}: no such folder; --data names the folder of the CSV files`,
    );
  });
});
