import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SecType } from "@stoqey/ib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { conIdOf } from "../instruments/instrument.ts";
import { openSimulator } from "../simulator.ts";
import { stock } from "../test-client.ts";
import { aDataClient, aSimulator } from "../test-simulator.ts";

let directory = "";
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "bowline-reference-"));
});
afterEach(() => rmSync(directory, { recursive: true }));

describe("contract details", () => {
  it("come for every instrument of the catalogue, by any of its names", async () => {
    const client = await aDataClient(await aSimulator());
    const { api } = client;
    api.reqContractDetails(1, stock("NVDA"));
    api.reqContractDetails(2, { conId: conIdOf("KO") });
    api.reqContractDetails(3, { localSymbol: "BRK B", secType: SecType.STK, currency: "USD" });
    api.reqContractDetails(4, { symbol: "TSLA", secType: SecType.STK });
    api.reqContractDetails(5, { symbol: "TSLA", secType: SecType.FUT });
    expect(await client.told()).toEqual([
      "details 1 NVDA 0.01",
      "detailsEnd 1",
      "details 2 KO 0.01",
      "detailsEnd 2",
      "details 3 BRK B 0.01",
      "detailsEnd 3",
      "details 4 TSLA 0.01",
      "details 4 TSLA 0.01",
      "detailsEnd 4",
      "error 5 200 No security definition has been found for the request",
    ]);
  });
});

describe("what is around a contract", () => {
  it("is found by a part of its name, with its price increments, exchanges and no options", async () => {
    const client = await aDataClient(await aSimulator());
    const { api } = client;
    api.reqMatchingSymbols(1, "GOOG");
    api.reqMarketRule(26);
    api.reqMarketRule(557);
    api.reqSmartComponents(2, "9c0001");
    api.reqSecDefOptParams(3, "GS", "", SecType.STK, conIdOf("GS"));
    const [samples, cents, below, , end] = await client.told();
    expect(JSON.parse(samples!.slice("symbolSamples 1 ".length))).toMatchObject([
      { contract: { symbol: "GOOG", conId: conIdOf("GOOG"), primaryExch: "NASDAQ", currency: "USD" } },
      { contract: { symbol: "GOOGL" } },
    ]);
    expect(cents).toBe('marketRule 26 [{"lowEdge":0,"increment":0.01}]');
    expect(below).toBe('marketRule 557 [{"lowEdge":0,"increment":0.0001},{"lowEdge":1,"increment":0.01}]');
    expect(end).toBe("securityDefinitionOptionParameterEnd 3");
    api.reqMarketRule(9999);
    await client.saw("info 321");
  });
});

describe("a user's files", () => {
  it("replace instruments, set switches, and are refused with file and line", async () => {
    const instruments = join(directory, "mine.yaml");
    writeFileSync(
      instruments,
      "mode: replace\ninstruments:\n  - { symbol: GS, name: Own, primaryExchange: NYSE, conId: 42 }\n",
    );
    const switches = join(directory, "switches.yaml");
    writeFileSync(switches, "marketDataLines: 1\n");
    const simulator = await aSimulator({ instrumentsFile: instruments, switchesFile: switches });
    const client = await aDataClient(simulator);
    client.api.reqContractDetails(1, { conId: 42 });
    client.api.reqContractDetails(2, stock("NVDA"));
    expect((await client.told()).map((text) => text.slice(0, 14))).toEqual([
      "details 1 GS 0",
      "detailsEnd 1",
      "error 2 200 No",
    ]);
    expect(simulator.desk.data.switches().marketDataLines).toBe(1);
    writeFileSync(switches, "marketDataLine: 1\n");
    const refused = await openSimulator({
      market: { seed: 1 },
      host: "127.0.0.1",
      port: 0,
      accountId: "DU1234567",
      cash: 1 as never,
      switchesFile: switches,
      onNotice: () => undefined,
    });
    expect(refused).toEqual({
      ok: false,
      error: expect.stringMatching(/switches\.yaml:1:\d+: marketDataLine: /) as string,
    });
  });
});
