import { micros, money } from "@bowline/kernel";
import { EventName, type IBApi, Instrument, LocationCode, OptionExerciseAction, ScanCode, SecType } from "@stoqey/ib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openSimulator, type Simulator } from "../../simulator.ts";
import { connectClient, stock, type TestClient } from "../../test-client.ts";

let simulator: Simulator;
let client: TestClient;

beforeEach(async () => {
  const opened = await openSimulator({
    market: { seed: 7, groups: { tech: ["AAPL", "MSFT", "TSLA"] }, sessions: 1, minutes: 2 },
    host: "127.0.0.1",
    port: 0,
    accountId: "DU1234567",
    cash: money(micros("1000000")),
    onNotice: () => undefined,
  });
  if (!opened.ok) throw new Error(opened.error);
  simulator = opened.value;
  client = await connectClient(simulator.server.port, 30_123);
  await client.told();
});
afterEach(async () => {
  client.close();
  await simulator.server.close();
});

/** What an event tells, once it comes. */
const heard = (event: EventName, ask: (api: IBApi) => unknown): Promise<readonly unknown[]> =>
  new Promise((resolve) => {
    client.api.once(event as EventName.connected, ((...args: unknown[]) => resolve(args)) as never);
    ask(client.api);
  });

const refused = async (ask: (api: IBApi) => unknown): Promise<readonly string[]> => {
  ask(client.api);
  return client.told();
};

describe("services beside trading", () => {
  it("knows no branding, no family and no soft dollars of its user", async () => {
    expect(await heard(EventName.userInfo, (api) => api.reqUserInfo(5))).toEqual([5, ""]);
    expect(await heard(EventName.familyCodes, (api) => api.reqFamilyCodes())).toEqual([
      [{ accountID: "*", familyCode: "" }],
    ]);
    expect(await heard(EventName.softDollarTiers, (api) => api.reqSoftDollarTiers(6))).toEqual([6, []]);
  });

  it("names the news that come with every account, and has none of a simulated company", async () => {
    const [providers] = await heard(EventName.newsProviders, (api) => api.reqNewsProviders());
    expect(providers).toContainEqual({ providerCode: "BRFG", providerName: "Briefing.com General Market Columns" });
    const asked = (api: IBApi) => api.reqHistoricalNews(7, 265_598, "BRFG", "2024-03-01 00:00:00", "", 10);
    expect(await heard(EventName.historicalNewsEnd, asked)).toEqual([7, false]);
  });

  it("refuses what needs a subscription, each with its code", async () => {
    expect(await refused((api) => api.reqWshMetaData(8))).toEqual(["error 8 10276 News feed is not allowed."]);
    expect(await refused((api) => api.reqWshEventData(9, 8314))).toEqual(["error 9 10276 News feed is not allowed."]);
    expect(await refused((api) => api.reqNewsArticle(10, "BRFG", "BRFG$1"))).toEqual([
      "error 10 10172 Failed to request news article.",
    ]);
    expect(await refused((api) => api.reqFundamentalData(11, stock("AAPL"), "ReportSnapshot"))).toEqual([
      "error 11 430 We are sorry, but fundamentals data for the security specified is not available.",
    ]);
  });

  it("names no exchange with market depth", async () => {
    expect(await heard(EventName.mktDepthExchanges, (api) => api.reqMktDepthExchanges())).toEqual([[]]);
  });

  it("refuses an advisor's data to who is none", async () => {
    client.api.requestFA(1);
    expect(await client.saw("info 321")).toBe(
      "info 321 Error validating request.-'bN' : cause - FA data operations ignored for non FA customers.",
    );
  });
});

describe("groups of windows", () => {
  it("are seven, and show nobody's choice at first", async () => {
    expect(await heard(EventName.displayGroupList, (api) => api.queryDisplayGroups(14))).toEqual([14, "1|2|3|4|5|6|7"]);
    expect(await heard(EventName.displayGroupUpdated, (api) => api.subscribeToGroupEvents(15, 3))).toEqual([
      15,
      "none",
    ]);
  });

  it("tell every client that listens what one of them shows, and no longer who stopped", async () => {
    const other = await connectClient(simulator.server.port, 2);
    const seen: unknown[][] = [];
    other.api.on(EventName.displayGroupUpdated, (...args) => void seen.push(args));
    other.api.subscribeToGroupEvents(16, 3);
    other.api.subscribeToGroupEvents(17, 4);
    await other.told();
    await heard(EventName.displayGroupUpdated, (api) => api.subscribeToGroupEvents(15, 3));
    expect(await heard(EventName.displayGroupUpdated, (api) => api.updateDisplayGroup(15, "756733@SMART"))).toEqual([
      15,
      "756733@SMART",
    ]);
    await client.told();
    client.api.unsubscribeFromGroupEvents(15);
    expect(await refused((api) => api.updateDisplayGroup(15, "8314@SMART"))).toEqual([
      "error 15 300 Can't find EId with tickerId:15",
    ]);
    await other.told();
    other.close();
    expect(seen).toEqual([
      [16, "none"],
      [17, "none"],
      [16, "756733@SMART"],
    ]);
  });

  it("end at the seventh", async () => {
    expect(await refused((api) => api.subscribeToGroupEvents(15, 8))).toEqual([
      "error 15 321 Error validating request.-'bN' : cause - Invalid group id 8",
    ]);
  });
});

describe("options", () => {
  it("are not there: what needs one is told so", async () => {
    const option = { ...stock("AAPL"), secType: SecType.OPT };
    const none = "200 No security definition has been found for the request";
    expect(await refused((api) => api.calculateImpliedVolatility(18, option, 4, 190))).toEqual([`error 18 ${none}`]);
    expect(await refused((api) => api.calculateOptionPrice(19, option, 0.2, 190))).toEqual([`error 19 ${none}`]);
    expect(
      await refused((api) => api.exerciseOptions(20, option, OptionExerciseAction.LAPSE, 1, "DU1234567", 0)),
    ).toEqual([`error 20 ${none}`]);
  });
});

describe("a scanner", () => {
  it("tells its parameters as XML", async () => {
    const [xml] = await heard(EventName.scannerParameters, (api) => api.reqScannerParameters());
    expect(String(xml).startsWith('<?xml version="1.0" encoding="UTF-8"?>')).toBe(true);
    expect(xml).toContain("<scanCode>MOST_ACTIVE</scanCode>");
  });

  it("ranks stocks by the shares traded so far, and says when there is nothing", async () => {
    await simulator.world.beginStep();
    const rows: string[] = [];
    client.api.on(EventName.scannerData, (_id, _rank, { contract }) => rows.push(contract.symbol ?? ""));
    const scan = (scanCode: ScanCode, numberOfRows: number) => ({
      instrument: Instrument.STK,
      locationCode: LocationCode.STK_US,
      scanCode,
      numberOfRows,
    });
    expect(
      await heard(EventName.scannerDataEnd, (api) => api.reqScannerSubscription(12, scan(ScanCode.MOST_ACTIVE, 2))),
    ).toEqual([12]);
    const { timeline } = simulator.exchange;
    const byVolume = ["AAPL", "MSFT", "TSLA"].toSorted((a, b) => timeline.volumeOf(b) - timeline.volumeOf(a));
    expect(rows).toEqual(byVolume.slice(0, 2));
    expect(await refused((api) => api.reqScannerSubscription(13, scan(ScanCode.HOT_BY_OPT_VOLUME, 5)))).toEqual([
      "error 13 165 Historical Market Data Service query message:no items retrieved",
    ]);
    expect(await refused((api) => api.cancelScannerSubscription(12))).toEqual([
      "error 12 162 Historical Market Data Service error message:API scanner subscription cancelled: 12",
    ]);
  });
});
