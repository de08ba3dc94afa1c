import { WhatToShow } from "@stoqey/ib";
import { afterEach, expect, it } from "vitest";
import { serveHttp } from "../http.ts";
import { stock } from "../test-client.ts";
import { aDataClient, aSimulator } from "../test-simulator.ts";

let close: () => Promise<void> = async () => undefined;
afterEach(() => close());

it("switches are told and changed on the control port, while clients are there", async () => {
  const simulator = await aSimulator();
  const served = await serveHttp({
    host: "127.0.0.1",
    port: 0,
    simulator,
    notReady: () => [],
    isFinished: () => false,
  });
  if (!served.ok) throw new Error(served.error);
  close = served.value.close;
  const url = `http://127.0.0.1:${served.value.port}/sim/switches`;
  const change = (body: object): Promise<Response> =>
    fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
  const client = await aDataClient(simulator);
  client.api.reqMktData(1, stock("GS"), "", false, false);
  await client.told();
  expect(await (await change({ competingSession: true })).json()).toMatchObject({ competingSession: true });
  expect(await client.told()).toEqual(["error 1 10197 No market data during competing live session"]);
  await change({ competingSession: false, historySameSeconds: 0 });
  for (const reqId of [2, 3]) {
    client.api.reqHistoricalTicks(reqId, stock("GS"), "", "20240304-14:30:00", 1, WhatToShow.TRADES, true, true);
    expect((await client.told())[0]).toMatch(/^historicalTicksLast /);
  }
  await change({ historySameSeconds: 15 });
  client.api.reqHistoricalTicks(4, stock("GS"), "", "20240304-14:30:00", 1, WhatToShow.TRADES, true, true);
  expect((await client.told())[0]).toMatch(/^error 4 162 .*pacing violation$/);
  expect((await change({ competingSession: "perhaps" })).status).toBe(400);
  expect(await (await fetch(url)).json()).toMatchObject({ competingSession: false, marketDataLines: 100 });
});
