import { afterEach, describe, expect, it } from "vitest";
import { runSim } from "../sim.ts";
import { connectClient, order, stock } from "../test-client.ts";
import type { SimStatus } from "./status.ts";

const EVIL = "<script>alert(1)</script>";
const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

/** A simulator whose market goes on, and one client of it. */
async function aServedSim() {
  const sim = await runSim({ port: 0, controlPort: 0, leadMs: 100, symbols: ["IBM"], speed: 20 });
  if (!sim.ok) throw new Error(sim.error);
  cleanUps.push(() => sim.value.stop());
  const client = await connectClient(sim.value.port, 5);
  cleanUps.push(client.close);
  const url = `http://127.0.0.1:${sim.value.controlPort}`;
  const status = async (): Promise<SimStatus> => (await (await fetch(`${url}/sim/status`)).json()) as SimStatus;
  const fault = (body: object): Promise<Response> =>
    fetch(`${url}/sim/faults`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  return { url, client, status, fault };
}

describe("the status of a simulator over HTTP", () => {
  it("tells of a client, of the order that waits and of the one that was filled", async () => {
    const { client, status } = await aServedSim();
    client.api.reqMktData(1, stock("IBM"), "", false, false);
    client.api.placeOrder(1, stock("IBM"), order({ orderRef: EVIL }));
    client.api.placeOrder(2, stock("IBM"), order({ orderRef: "waits", orderType: "LMT", lmtPrice: 1.5 }));
    await client.saw("execDetails");
    await client.saw("openOrder 2");
    const now = await status();
    expect(now.session).toMatchObject({ date: "2024-03-04", number: 1, sessions: 1, steps: 4680 });
    expect(now.clients).toMatchObject([
      { clientId: 5, serverVersion: expect.any(Number), subscriptions: { ticks: 1 } },
    ]);
    expect(now.clients[0]?.received).toBeGreaterThanOrEqual(3);
    expect(now.clients[0]?.sent).toBeGreaterThan(5);
    expect(now.openOrders).toMatchObject({ count: 1, newest: [{ orderRef: "waits", orderId: 2, lmtPx: "1.5" }] });
    expect(now.executions.newest.map(({ orderRef }) => orderRef)).toContain(EVIL);
    expect(now.accounts).toMatchObject([
      { accountId: "DU1234567", positions: [{ symbol: "IBM", positionQty: "100" }] },
    ]);
  });

  it("tells of faults until they are over, and of switches that were changed", async () => {
    const { url, client, status, fault } = await aServedSim();
    expect((await status()).faults).toEqual([]);
    await fault({ fault: "reject-orders", code: 201, times: 1, symbol: "IBM" });
    await fault({ fault: "swallow-orders", times: 2 });
    await fault({ fault: "race-cancels", times: 3 });
    await fault({ fault: "messages", name: "orderStatus", how: "drop", times: 4 });
    await fault({ fault: "hide-execution", nth: 2 });
    await fault({ fault: "stop-data", symbols: ["IBM"] });
    await fault({ fault: "refuse-logins", code: 326, times: 2 });
    await fault({ fault: "slow", delayMs: 50 });
    expect((await status()).faults).toEqual([
      { fault: "refuse-logins", detail: "2 more with 326" },
      { fault: "slow", detail: "50 ms" },
      { fault: "stop-data", detail: "IBM" },
      { fault: "messages", detail: "drop orderStatus, 4 more" },
      { fault: "reject-orders", detail: "1 more of IBM with 201" },
      { fault: "swallow-orders", detail: "2 more" },
      { fault: "race-cancels", detail: "3 more" },
      { fault: "hide-execution", detail: "2 from now" },
    ]);
    await fault({ fault: "clear" });
    // What hides an execution lasts, as its happening does.
    expect((await status()).faults).toEqual([{ fault: "hide-execution", detail: "2 from now" }]);
    await fault({ fault: "server-lost" });
    await fault({ fault: "silence", direction: "writing" });
    expect((await status()).faults.slice(0, 2)).toEqual([
      { fault: "silence", detail: "writing" },
      { fault: "server-lost", detail: "" },
    ]);
    await fault({ fault: "clear" });
    await client.saw("disconnected");
    const body = JSON.stringify({ delayMinutes: 10 });
    await fetch(`${url}/sim/switches`, { method: "POST", headers: { "content-type": "application/json" }, body });
    expect((await status()).switches).toEqual([{ name: "delayMinutes", value: 10, default: 15 }]);
  });

  it("is served as a page, with nothing in it that came from a client, and as JSON that no browser takes for one", async () => {
    const { url, client } = await aServedSim();
    client.api.placeOrder(1, stock("IBM"), order({ orderRef: EVIL }));
    await client.saw("execDetails");
    const page = await fetch(`${url}/`);
    expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(await page.text()).not.toContain(EVIL);
    const status = await fetch(`${url}/sim/status`);
    expect(status.headers.get("content-type")).toMatch(/^application\/json/);
    expect(status.headers.get("x-content-type-options")).toBe("nosniff");
    expect(await status.text()).toContain(EVIL);
  });
});
