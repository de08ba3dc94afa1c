import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EventName, Forex, Option, OptionType, SecType } from "@stoqey/ib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { conIdOf } from "../../instruments/instrument.ts";
import { openSimulator } from "../../simulator.ts";
import { stock } from "../../test-client.ts";
import { aDataClient, aSimulator } from "../../test-simulator.ts";

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
    for (const rule of [32, 67, 635, 2806]) api.reqMarketRule(rule);
    expect((await client.told()).map((text) => text.slice(0, 60))).toEqual([
      'marketRule 32 [{"lowEdge":0,"increment":0.01}]',
      'marketRule 67 [{"lowEdge":0,"increment":0.25}]',
      'marketRule 635 [{"lowEdge":0,"increment":0.0001}]',
      'marketRule 2806 [{"lowEdge":0,"increment":0.25}]',
    ]);
    api.reqMarketRule(9999);
    await client.saw("info 321");
  });
});

const callOnSpy = (expiry: string): Option => new Option("SPY", expiry, 440, OptionType.Call);

describe("contracts that are no stocks", () => {
  it("are described, each in the message of its kind, and have a price that stands still", async () => {
    const client = await aDataClient(await aSimulator());
    const { api } = client;
    const told: string[] = [];
    for (const event of [EventName.contractDetails, EventName.bondContractDetails])
      api.on(event as EventName.contractDetails, (id, { contract, marketName, minTick }) => {
        const { secType, symbol, localSymbol, lastTradeDateOrContractMonth: date } = contract;
        told.push([event, id, secType, symbol, localSymbol, date, marketName, minTick].join(" "));
      });
    const spyCall = callOnSpy("20260116");
    api.reqContractDetails(1, spyCall);
    api.reqContractDetails(2, { symbol: "ES", secType: SecType.FUT, lastTradeDateOrContractMonth: "202503" });
    api.reqContractDetails(3, new Forex("USD", "EUR"));
    api.reqContractDetails(4, { symbol: "BTC", secType: SecType.CRYPTO, exchange: "PAXOS" });
    api.reqContractDetails(5, { symbol: "US064159KJ44", secType: SecType.BOND });
    api.reqContractDetails(6, { conId: 416_904 });
    api.reqContractDetails(7, callOnSpy("20260117"));
    const ends = (await client.told()).filter((text) => !text.startsWith("details "));
    expect(ends.at(-1)).toMatch(/^error 7 200 /);
    expect(told).toEqual([
      "contractDetails 1 OPT SPY SPY   260116C00440000 20260116 SPY 0.01",
      "contractDetails 2 FUT ES ESH5 20250321 ES 0.25",
      "contractDetails 3 CASH EUR EUR.USD  EUR.USD 0.00005",
      "contractDetails 4 CRYPTO BTC BTC.USD  BTC 0.25",
      "bondContractDetails 5 BOND US064159KJ44   US064159KJ44 0.001",
      "contractDetails 6 IND SPX SPX  SPX 0.01",
    ]);
    api.reqMktData(8, spyCall, "", true, false);
    const snapshot = (await client.told()).map((text) => text.split(" ").slice(0, 4).join(" "));
    expect(snapshot.filter((text) => !text.startsWith("tickSize"))).toEqual([
      "marketDataType 8 1",
      "tickPrice 8 1 72.49",
      "tickPrice 8 2 72.51",
      "tickPrice 8 4 72.5",
      "tickSnapshotEnd 8",
    ]);
    api.reqMktData(9, spyCall, "", false, false);
    api.reqHistoricalData(10, spyCall, "", "1 D", "5 mins" as never, "TRADES" as never, 1, 1, false);
    expect((await client.told()).map((text) => text.slice(0, 12))).toEqual(["error 9 354 ", "error 10 162"]);
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
