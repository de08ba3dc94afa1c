import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MarketDataType, TickByTickDataType, WhatToShow } from "@stoqey/ib";
import { describe, expect, it } from "vitest";
import { changeSwitches } from "./permissions.ts";
import { stock, type TestClient } from "../../test-client.ts";
import { aDataClient, aSimulator, dollars, market, openUs, play, stepOf } from "../../test-simulator.ts";

const begin = (told: readonly string[], beginning: string): string[] =>
  told.filter((text) => text.startsWith(beginning));
const startSeconds = openUs / 1e6;

describe("ticks", () => {
  it("tell a subscriber in the middle of a day all that is known, and a snapshot ends", async () => {
    const simulator = await aSimulator();
    const client = await aDataClient(simulator);
    await play(simulator, 24);
    client.api.reqMktData(1, stock("GS"), "", true, false);
    const told = await client.told();
    const steps = Array.from({ length: 24 }, (_, step) => stepOf(step, "GS"));
    const high = Math.max(...steps.map(({ highPx }) => highPx));
    const volume = steps.reduce((sum, step) => sum + step.volume, 0);
    expect(told.slice(0, 3)).toEqual(["marketDataType 1 1", "tickReqParams 1 0 9c0001 3", "tickGeneric 1 49 0"]);
    expect(told).toEqual(
      expect.arrayContaining([
        `tickPrice 1 1 ${dollars(steps[23]!.bidPx)}`,
        `tickPrice 1 2 ${dollars(steps[23]!.askPx)}`,
        `tickPrice 1 6 ${dollars(high)}`,
        `tickPrice 1 14 ${dollars(steps[0]!.openPx)}`,
        `tickPrice 1 9 ${dollars(market.history("GS", openUs, 1)[0]!.closePx)}`,
        `tickSize 1 8 ${dollars(volume)}`,
      ]),
    );
    expect(told.at(-1)).toBe("tickSnapshotEnd 1");
    await play(simulator, 1);
    expect(await client.told()).toEqual([]);
  });

  it("carry the generic ones that were asked for", async () => {
    const simulator = await aSimulator();
    const client = await aDataClient(simulator);
    client.api.reqMktData(1, stock("MSFT"), "104,165,221,233,236,293,294,295,318,375,411", false, false);
    const standing = await client.told();
    for (const type of [15, 16, 17, 18, 19, 20]) expect(begin(standing, `tickPrice 1 ${type} `).length).toBe(1);
    expect(begin(standing, "tickSize 1 21 ").length).toBe(1);
    expect(begin(standing, "tickGeneric 1 46 3").length).toBe(1);
    expect(begin(standing, "tickSize 1 89 ").length).toBe(1);
    const volatility = Number(begin(standing, "tickGeneric 1 23 ")[0]!.split(" ")[3]);
    expect(volatility).toBeGreaterThan(0.05);
    expect(volatility).toBeLessThan(1);
    expect(begin(standing, "tickGeneric 1 58 ").length).toBe(1);
    await play(simulator, 2);
    const told = await client.told();
    const [first, second] = [stepOf(0, "MSFT"), stepOf(1, "MSFT")];
    const volume = dollars(first.volume + second.volume);
    const [price, size, time, total, average, single] = begin(told, "tickString 1 48 ")
      .at(-1)!
      .split(" ")[3]!
      .split(";");
    expect([price, size, time, total, single].map(String)).toEqual([
      String(dollars(second.closePx)),
      String(dollars(second.volume)),
      String((startSeconds + 10) * 1000 - 1),
      String(volume),
      "false",
    ]);
    expect(Number(average)).toBeCloseTo(
      (dollars(first.wapPx) * first.volume + dollars(second.wapPx) * second.volume) / (first.volume + second.volume),
      4,
    );
    expect(begin(told, "tickString 1 77 ").length).toBe(2);
    expect(told).toContain(`tickGeneric 1 54 ${first.tradeCount + second.tradeCount}`);
    expect(told).toContain(`tickGeneric 1 55 ${first.tradeCount + second.tradeCount}`);
    expect(told).toContain(`tickGeneric 1 56 ${volume}`);
    expect(told).toContain(`tickPrice 1 57 ${dollars(second.closePx)}`);
    expect(begin(told, "tickPrice 1 37 ").length).toBe(2);
    expect(told).toContain(`tickString 1 45 ${startSeconds + 10}`);
  });

  it("are refused with TWS's codes", async () => {
    const client = await aDataClient(await aSimulator());
    const { api } = client;
    api.reqMktData(1, stock("ZZZZ"), "", false, false);
    api.reqMktData(2, { ...stock("AAPL"), currency: "" }, "", false, false);
    api.reqMktData(3, stock("AAPL"), "", false, false);
    api.reqMktData(4, stock("GS"), "7777", false, false);
    api.reqMktData(5, stock("GS"), "233", true, false);
    api.reqMktData(6, stock("GS"), "", false, false);
    api.reqMktData(6, stock("GS"), "", false, false);
    api.cancelMktData(6);
    api.cancelMktData(6);
    api.cancelMktDepth(7, false);
    api.reqMktDepth(8, stock("GS"), 5, false);
    expect(begin(await client.told(), "error").map((text) => text.slice(0, 75))).toEqual([
      "error 1 200 No security definition has been found for the request",
      "error 2 200 The contract description specified for AAPL is ambiguous.",
      "error 3 354 Requested market data is not subscribed.",
      "error 4 321 Error validating request.-'bN' : cause - Incorrect generic tick list of".slice(0, 75),
      "error 5 321 Error validating request.-'bN' : cause - Snapshot market data s".slice(0, 75),
      "error 6 102 Duplicate ticker ID.",
      "error 6 300 Can't find EId with tickerId:6",
      "error 7 310 Can't find the subscribed market depth with tickerId:7",
      "error 8 10092 Deep market data is not supported for this combination of security type/exchange".slice(0, 75),
    ]);
  });

  it("come late, under their delayed numbers, where only delayed data is there", async () => {
    const simulator = await aSimulator({ switches: { marketDataPermission: "delayed", delayMinutes: 1 } });
    const client = await aDataClient(simulator);
    client.api.reqMktData(1, stock("GS"), "", false, false);
    client.api.reqMarketDataType(MarketDataType.DELAYED);
    client.api.reqMktData(2, stock("GS"), "", false, false);
    const told = await client.told();
    expect(begin(told, "error")).toEqual([
      expect.stringMatching(/^error 1 10089 Requested market data requires additional subscription for API\./),
      "error 2 10167 Requested market data is not subscribed. Displaying delayed market data.",
    ]);
    expect(told).toContain("marketDataType 2 3");
    expect(begin(told, "tickPrice 2 75 ").length).toBe(1);
    await play(simulator, 12);
    await client.told();
    await play(simulator, 1);
    const [bid] = begin(await client.told(), "tickPrice 2 66 ");
    expect(bid).toBe(`tickPrice 2 66 ${dollars(stepOf(0, "GS").bidPx)}`);
    client.api.reqMktData(3, stock("GS"), "", true, false);
    expect(await client.told()).toEqual(
      expect.arrayContaining([
        `tickPrice 3 66 ${dollars(stepOf(0, "GS").bidPx)}`,
        `tickPrice 3 72 ${dollars(stepOf(0, "GS").highPx)}`,
        "tickGeneric 3 90 0",
      ]),
    );
  });

  it("tell when a halt begins and when it ends", async () => {
    const directory = mkdtempSync(join(tmpdir(), "bowline-halts-"));
    const marketFile = join(directory, "market.yaml");
    const event = "{ symbol: GS, session: 0, minute: 1, haltMinutes: 5 }";
    writeFileSync(marketFile, `market: { events: [${event}] }\nborrow: { none: [BAC] }\n`);
    const simulator = await aSimulator({ marketFile });
    rmSync(directory, { recursive: true });
    const client = await aDataClient(simulator);
    client.api.reqMktData(1, stock("GS"), "", false, false);
    client.api.reqMktData(2, stock("BAC"), "236", false, false);
    const standing = await client.told();
    expect(standing).toEqual(expect.arrayContaining(["tickGeneric 2 46 1", "tickSize 2 89 0"]));
    const seen: string[] = [];
    for (let step = 0; step < 120; step++) {
      await play(simulator, 1);
      seen.push(...begin(await client.told(), "tickGeneric"));
    }
    expect(seen).toEqual(["tickGeneric 1 49 1", "tickGeneric 1 49 0"]);
  });

  it("follow the permission", async () => {
    const simulator = await aSimulator({ switches: { marketDataPermission: "none" } });
    const client = await aDataClient(simulator);
    const ask = (reqId: number, generic: string): void =>
      void client.api.reqMktData(reqId, stock("GS"), generic, false, false);
    ask(1, "");
    client.api.reqMarketDataType(MarketDataType.DELAYED_FROZEN);
    ask(2, "");
    expect(await client.told()).toEqual([
      "error 1 354 Requested market data is not subscribed.",
      "error 2 10168 Requested market data is not subscribed. Delayed market data is not enabled.",
    ]);
    changeSwitches(simulator.desk, { marketDataPermission: "partial" });
    client.api.reqMarketDataType(MarketDataType.REALTIME);
    ask(3, "233");
    expect((await client.told())[0]).toMatch(/^error 3 10090 Part of requested market data is not subscribed\./);
    changeSwitches(simulator.desk, { marketDataPermission: "delayed", notSubscribedCode: 354 });
    ask(4, "");
    expect((await client.told())[0]).toBe(
      "error 4 354 Requested market data is not subscribed.Delayed market data is available.",
    );
  });

  it("are told as frozen when the session is over and frozen ones were asked for", async () => {
    const simulator = await aSimulator({ market: { seed: 7, sessions: 1, minutes: 1 } });
    const client = await aDataClient(simulator);
    await play(simulator, 12);
    client.api.reqMarketDataType(MarketDataType.FROZEN);
    client.api.reqMktData(1, stock("GS"), "", true, false);
    expect((await client.told())[0]).toBe("marketDataType 1 2");
  });

  it("stop for a competing session and go on after it", async () => {
    const simulator = await aSimulator();
    const client = await aDataClient(simulator);
    client.api.reqMktData(1, stock("GS"), "", false, false);
    await client.told();
    changeSwitches(simulator.desk, { competingSession: true });
    client.api.reqMktData(2, stock("GS"), "", false, false);
    client.api.reqTickByTickData(3, stock("GS"), TickByTickDataType.Last, 0, false);
    expect(await client.told()).toEqual(
      [1, 2, 3].map((reqId) => `error ${reqId} 10197 No market data during competing live session`),
    );
    await play(simulator, 1);
    expect(await client.told()).toEqual([]);
    changeSwitches(simulator.desk, { competingSession: false });
    await play(simulator, 1);
    expect(begin(await client.told(), "tickPrice 1 1 ").length).toBe(1);
  });
});

describe("real-time bars", () => {
  it("are of trades or of quotes", async () => {
    const simulator = await aSimulator();
    const client = await aDataClient(simulator);
    [WhatToShow.TRADES, WhatToShow.MIDPOINT, WhatToShow.BID, WhatToShow.ASK].forEach((what, index) =>
      client.api.reqRealTimeBars(index, stock("GS"), 5, what, true),
    );
    client.api.reqRealTimeBars(9, stock("GS"), 5, WhatToShow.BID_ASK, true);
    client.api.reqRealTimeBars(8, stock("AAPL"), 5, WhatToShow.TRADES, true);
    client.api.reqRealTimeBars(0, stock("GS"), 5, WhatToShow.TRADES, true);
    expect((await client.told()).map((text) => text.split(" ").slice(0, 3).join(" "))).toEqual([
      "error 9 420",
      "error 8 420",
      "error 0 102",
    ]);
    await play(simulator, 1);
    const step = stepOf(0, "GS");
    const flat = (price: number): string => Array.from({ length: 4 }, () => dollars(price)).join(" ");
    expect(begin(await client.told(), "bar")).toEqual([
      `bar 0 ${startSeconds} ${[step.openPx, step.highPx, step.lowPx, step.closePx, step.volume, step.wapPx].map(dollars).join(" ")} ${step.tradeCount}`,
      `bar 1 ${startSeconds} ${flat((step.bidPx + step.askPx) / 2)} -1 -1 -1`,
      `bar 2 ${startSeconds} ${flat(step.bidPx)} -1 -1 -1`,
      `bar 3 ${startSeconds} ${flat(step.askPx)} -1 -1 -1`,
    ]);
  });
});

describe("tick by tick", () => {
  type Wish = readonly [reqId: number, symbol: string, type: TickByTickDataType, past?: number];
  const ask = ({ api }: TestClient, ...[reqId, symbol, type, past = 0]: Wish) =>
    api.reqTickByTickData(reqId, stock(symbol), type, past, false);

  it("tells every trade of a step, whose sum is the step", async () => {
    const simulator = await aSimulator();
    const client = await aDataClient(simulator);
    ask(client, 1, "GS", TickByTickDataType.AllLast);
    ask(client, 2, "MSFT", TickByTickDataType.BidAsk);
    ask(client, 3, "BAC", TickByTickDataType.MidPoint);
    expect(await client.told()).toEqual([]);
    await play(simulator, 2);
    const told = await client.told();
    const trades = begin(told, "tickByTickAllLast 1 2 ").map((text) => text.split(" "));
    const steps = [stepOf(0, "GS"), stepOf(1, "GS")];
    const volume = steps.reduce((sum, step) => sum + step.volume, 0);
    expect(trades.reduce((sum, parts) => sum + Number(parts[5]), 0)).toBeCloseTo(dollars(volume), 6);
    expect(Number(trades[0]![4])).toBe(dollars(steps[0]!.openPx));
    expect(Number(trades.at(-1)![4])).toBe(dollars(steps[1]!.closePx));
    expect(trades.every((parts) => Number(parts[3]) >= startSeconds && Number(parts[3]) < startSeconds + 10)).toBe(
      true,
    );
    const [, , , bid, ask1] = begin(told, "tickByTickBidAsk 2 ").at(-1)!.split(" ").map(Number);
    expect([bid, ask1]).toEqual([dollars(stepOf(1, "MSFT").bidPx), dollars(stepOf(1, "MSFT").askPx)]);
    const mid = begin(told, "tickByTickMidPoint 3 ").at(-1);
    const last = stepOf(1, "BAC");
    expect(mid === undefined ? undefined : Number(mid.split(" ")[3])).toBeCloseTo(
      dollars((last.bidPx + last.askPx) / 2),
      6,
    );
    client.api.cancelTickByTickData(1);
    client.api.cancelTickByTickData(1);
    expect(await client.told()).toEqual(["error 1 300 Can't find EId with tickerId:1"]);
    await play(simulator, 1);
    expect(begin(await client.told(), "tickByTickAllLast")).toEqual([]);
  });

  it("begins with past ticks where some were asked for", async () => {
    const simulator = await aSimulator({ switches: { tickByTickSameSeconds: 0 } });
    const client = await aDataClient(simulator);
    await play(simulator, 3);
    ask(client, 1, "GS", TickByTickDataType.Last, 5);
    ask(client, 2, "GS", TickByTickDataType.BidAsk, 5);
    ask(client, 3, "GS", TickByTickDataType.MidPoint, 2);
    const told = await client.told();
    expect(told.map((text) => text.split(" ")[0])).toEqual([
      "historicalTicksLast",
      "historicalTicksBidAsk",
      // Then the quote that stands: nothing may move for long.
      "tickByTickBidAsk",
      "historicalTicks",
      "tickByTickMidPoint",
    ]);
    expect(told[2]!.split(" ").slice(3, 5).map(Number)).toEqual([
      dollars(stepOf(2, "GS").bidPx),
      dollars(stepOf(2, "GS").askPx),
    ]);
    const page = JSON.parse(told[0]!.split(" ").slice(2, -1).join(" ")) as { price: number }[];
    expect(page.length).toBe(5);
    expect(page.at(-1)!.price).toBe(dollars(stepOf(2, "GS").closePx));
    expect(told[0]!.endsWith("true")).toBe(true);
  });

  it("is limited to a few streams, and to one request for an instrument in 15 seconds", async () => {
    const simulator = await aSimulator({ switches: { tickByTickStreams: 2 } });
    const client = await aDataClient(simulator);
    ask(client, 1, "GS", TickByTickDataType.Last);
    ask(client, 2, "GS", TickByTickDataType.BidAsk);
    ask(client, 3, "MSFT", TickByTickDataType.Last);
    ask(client, 4, "BAC", TickByTickDataType.Last);
    ask(client, 1, "BAC", TickByTickDataType.Last);
    client.api.reqTickByTickData(6, stock("BAC"), "Every" as never, 0, false);
    expect((await client.told()).map((text) => text.split(" ").slice(0, 3).join(" "))).toEqual([
      "error 2 10189",
      "error 4 10190",
      "error 1 102",
      "error 6 10189",
    ]);
  });
});
