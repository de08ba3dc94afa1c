import { micros, money } from "@bowline/kernel";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeSyntheticMarket } from "@bowline/matching";
import { BarSizeSetting, WhatToShow } from "@stoqey/ib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openSimulator, type Simulator, type SimulatorOptions } from "./simulator.ts";
import { connectClient, order, stock } from "./test-client.ts";
import { aClient, aSimulator as aNewSimulator, atEnd, dollars } from "./test-simulator.ts";

let directory = "";

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "bowline-sim-"));
});
afterEach(() => {
  rmSync(directory, { recursive: true });
});

const SHORT = { seed: 7, groups: { banks: ["BAC", "GS"], tech: ["MSFT"] }, sessions: 2, minutes: 2 };
const aSimulator = (wish: Partial<SimulatorOptions> = {}): Promise<Simulator> =>
  aNewSimulator({ market: SHORT, ...wish });

const market = makeSyntheticMarket(SHORT);
const stepOf = (step: number, symbol: string) => market.step(0, step).find((one) => one.symbol === symbol)!;

describe("a client of the simulated TWS", () => {
  it("is greeted with its account, its next order id and the state of the farms", async () => {
    const simulator = await aSimulator();
    const client = await connectClient(simulator.server.port);
    atEnd(client.close);
    await client.saw("info 2158");
    expect(client.lines.slice(0, 2)).toEqual(["accounts DU1234567", "nextValidId 1"]);
    client.api.reqCurrentTime();
    expect(await client.saw("time")).toBe(`time ${market.sessions()[0]!.openUs / 1e6}`);
  });

  it("is turned away when its id is in use", async () => {
    const simulator = await aSimulator();
    await aClient(simulator, 5);
    const second = await connectClient(simulator.server.port, 5);
    atEnd(second.close);
    expect(await second.saw("info 326")).toContain("client id is already in use");
  });

  it("learns what an instrument is, and that there is none", async () => {
    const client = await aClient(await aSimulator());
    client.api.reqContractDetails(1, stock("GS"));
    client.api.reqContractDetails(2, stock("ZZZ"));
    expect(await client.told()).toEqual([
      expect.stringMatching(/^details 1 GS 0.01$/),
      "detailsEnd 1",
      "error 2 200 No security definition has been found for the request",
    ]);
  });

  it("gets ticks and the 5-second bar of every step, symbols by the alphabet", async () => {
    const simulator = await aSimulator();
    const client = await aClient(simulator);
    ["MSFT", "BAC", "GS"].forEach((symbol, index) => {
      client.api.reqMktData(10 + index, stock(symbol), "", false, false);
      client.api.reqRealTimeBars(20 + index, stock(symbol), 5, WhatToShow.TRADES, true);
    });
    const standing = await client.told();
    expect(standing.map((text) => text.split(" ").slice(0, 3).join(" "))).toEqual(
      [10, 11, 12].flatMap((reqId) => [`tickGeneric ${reqId} 49`, `tickPrice ${reqId} 9`]),
    );
    expect(simulator.world.isWatched()).toBe(true);
    const report = await simulator.world.beginStep();
    expect(report).toEqual({
      simUs: market.sessions()[0]!.openUs + 5_000_000,
      sessionDate: "2024-03-04",
      sessionIndex: 0,
      stepIndex: 0,
      isLastOfSession: false,
      done: false,
    });
    const told = await client.told();
    const bac = stepOf(0, "BAC");
    expect(told.filter((text) => text.includes(" 11 ") || text.startsWith("bar 21"))).toEqual([
      `tickPrice 11 1 ${dollars(bac.bidPx)}`,
      `tickSize 11 0 ${dollars(bac.bidQty)}`,
      `tickPrice 11 2 ${dollars(bac.askPx)}`,
      `tickSize 11 3 ${dollars(bac.askQty)}`,
      `tickPrice 11 4 ${dollars(bac.closePx)}`,
      `tickSize 11 5 ${dollars(bac.volume)}`,
      `tickSize 11 8 ${dollars(bac.volume)}`,
      `tickPrice 11 14 ${dollars(bac.openPx)}`,
      `tickPrice 11 6 ${dollars(bac.highPx)}`,
      `tickPrice 11 7 ${dollars(bac.lowPx)}`,
      `bar 21 ${market.sessions()[0]!.openUs / 1e6} ${[bac.openPx, bac.highPx, bac.lowPx, bac.closePx, bac.volume, bac.wapPx].map(dollars).join(" ")} ${bac.tradeCount}`,
    ]);
    expect(told.filter((text) => text.startsWith("bar")).map((text) => text.split(" ")[1])).toEqual(["21", "22", "20"]);
    await simulator.world.resendStep();
    expect(await client.told()).toEqual(told);
  });

  it("gets the minutes before a time", async () => {
    const client = await aClient(await aSimulator());
    const seconds = market.sessions()[0]!.openUs / 1e6;
    client.api.reqHistoricalData(
      1,
      stock("GS"),
      "",
      "180 S",
      BarSizeSetting.MINUTES_ONE,
      WhatToShow.TRADES,
      1,
      2,
      false,
    );
    const told = await client.told();
    const bars = market.history("GS", market.sessions()[0]!.openUs, 3);
    expect(told.slice(0, 3).map((text) => text.split(" ").slice(2, 8))).toEqual(
      bars.map((bar) =>
        [bar.closeUs / 1e6 - 60, ...[bar.openPx, bar.highPx, bar.lowPx, bar.closePx, bar.volume].map(dollars)].map(
          String,
        ),
      ),
    );
    expect(bars.at(-1)!.closeUs / 1e6).toBeLessThan(seconds);
  });

  it("buys, sees its execution, commission, position and account, and finds all of it again", async () => {
    const simulator = await aSimulator();
    const client = await aClient(simulator);
    await simulator.world.beginStep();
    client.api.reqAccountUpdates(true, "DU1234567");
    client.api.reqPositions();
    expect(await client.told()).toEqual(
      expect.arrayContaining([
        "account TotalCashBalance 1000000.00 USD",
        "account NetLiquidation 1000000.00 USD",
        "accountEnd",
        "positionEnd",
      ]),
    );
    client.api.placeOrder(1, stock("GS"), order({ orderRef: "entry" }));
    const { askPx, closePx } = stepOf(0, "GS");
    const told = await client.told();
    const cash = (1_000_000 - (askPx / 1e6) * 100 - 1).toFixed(2);
    expect(told.filter((text) => !text.startsWith("account "))).toEqual([
      "openOrder 1 GS BUY MKT 100 entry PreSubmitted",
      "orderStatus 1 PreSubmitted 0 100 0",
      `execDetails -1 GS BOT 100 ${dollars(askPx)} entry`,
      "position GS 100",
      "openOrder 1 GS BUY MKT 100 entry Filled",
      `orderStatus 1 Filled 100 0 ${dollars(askPx)}`,
      "openOrder 1 GS BUY MKT 100 entry Filled",
      "commission 1 -",
      `portfolio GS 100 ${dollars(closePx)} ${dollars(closePx) * 100}`,
      "accountEnd",
    ]);
    expect(told).toContain(`account TotalCashBalance ${cash} BASE`);
    client.api.reqExecutions(4, {});
    client.api.reqCompletedOrders(false);
    client.api.reqPositions();
    client.api.reqAccountSummary(9, "All", "TotalCashValue,NetLiquidation");
    expect(await client.told()).toEqual([
      `execDetails 4 GS BOT 100 ${dollars(askPx)} entry`,
      "commission 1 -",
      "execDetailsEnd 4",
      "completed GS entry Filled Filled Size: 100",
      "completedEnd",
      "position GS 100",
      "positionEnd",
      expect.stringMatching(/^summary 9 NetLiquidation /),
      `summary 9 TotalCashValue ${cash}`,
      "summaryEnd 9",
    ]);
  });

  it("places a bracket that works when its last order transmits, and cancels it", async () => {
    const simulator = await aSimulator();
    const client = await aClient(simulator);
    await simulator.world.beginStep();
    const { bidPx } = stepOf(0, "MSFT");
    const at = (times: number): number => Math.round((bidPx / 1e6) * times * 100) / 100;
    client.api.placeOrder(1, stock("MSFT"), order({ orderType: "LMT", lmtPrice: at(0.9), transmit: false }));
    client.api.placeOrder(
      2,
      stock("MSFT"),
      order({ action: "SELL", orderType: "STP", auxPrice: at(0.8), parentId: 1, tif: "GTC", transmit: false }),
    );
    client.api.placeOrder(
      3,
      stock("MSFT"),
      order({ action: "SELL", orderType: "LMT", lmtPrice: at(1.1), parentId: 1, tif: "GTC" }),
    );
    const told = await client.told();
    expect(told.filter((text) => text.startsWith("orderStatus"))).toEqual([
      "orderStatus 1 Submitted 0 100 0",
      "orderStatus 2 PreSubmitted 0 100 0",
      "orderStatus 3 PreSubmitted 0 100 0",
    ]);
    client.api.reqAllOpenOrders();
    expect((await client.told()).filter((text) => text.startsWith("openOrder"))).toEqual([
      "openOrder 1 MSFT BUY LMT 100  Submitted",
      "openOrder 2 MSFT SELL STP 100  PreSubmitted",
      "openOrder 3 MSFT SELL LMT 100  PreSubmitted",
      "openOrderEnd",
    ]);
    client.api.cancelOrder(1);
    expect(await client.told()).toEqual([
      "orderStatus 1 Cancelled 0 100 0",
      "error 1 202 Order Canceled - reason:",
      "orderStatus 2 Cancelled 0 100 0",
      "error 2 202 Order Canceled - reason:The parent order was cancelled",
      "orderStatus 3 Cancelled 0 100 0",
      "error 3 202 Order Canceled - reason:The parent order was cancelled",
    ]);
  });

  it("hears of its own orders only, and sees all of them when it asks", async () => {
    const simulator = await aSimulator();
    const [one, two] = [await aClient(simulator, 1), await aClient(simulator, 2)];
    await simulator.world.beginStep();
    one.api.placeOrder(1, stock("GS"), order({ orderType: "LMT", lmtPrice: 1, orderRef: "one" }));
    await one.told();
    two.api.reqOpenOrders();
    two.api.reqAllOpenOrders();
    expect(await two.told()).toEqual([
      "openOrderEnd",
      "openOrder 1 GS BUY LMT 100 one Submitted",
      "orderStatus 1 Submitted 0 100 0",
      "openOrderEnd",
    ]);
  });

  it("sees DAY orders expire at the end of the session, then the next session begin", async () => {
    const simulator = await aSimulator();
    const client = await aClient(simulator);
    await simulator.world.beginStep();
    client.api.placeOrder(1, stock("GS"), order({ orderType: "LMT", lmtPrice: 1 }));
    await client.told();
    let report = await simulator.world.beginStep();
    while (!report.isLastOfSession) report = await simulator.world.beginStep();
    expect(report.stepIndex).toBe(23);
    await simulator.world.endOfSession();
    expect(await client.told()).toEqual([
      "error 1 202 Order Canceled - reason:Expired at the end of the session",
      "orderStatus 1 Cancelled 0 100 0",
    ]);
    expect(await simulator.world.beginStep()).toMatchObject({ sessionDate: "2024-03-05", stepIndex: 0, done: false });
    while (!(await simulator.world.beginStep()).isLastOfSession);
    expect(await simulator.world.beginStep()).toMatchObject({ sessionIndex: 1, stepIndex: 23, done: true });
    expect(simulator.world.progress()).toEqual({ steps: 48, begun: 48 });
  });
});

describe("the wire log", () => {
  const linesOf = async (wireLogData: boolean): Promise<readonly Record<string, unknown>[]> => {
    const wireLogFile = join(directory, `wire-${wireLogData}.jsonl`);
    const simulator = await aSimulator({ wireLogFile, wireLogData });
    const client = await aClient(simulator);
    await simulator.world.beginStep();
    client.api.reqMktData(1, stock("GS"), "", false, false);
    client.api.placeOrder(1, stock("GS"), order({ orderRef: "abc" }));
    await client.told();
    return readFileSync(wireLogFile, "utf8")
      .trim()
      .split("\n")
      .map((text) => JSON.parse(text) as Record<string, unknown>);
  };

  it("writes what passes, decoded, but market data, to a file", async () => {
    const lines = await linesOf(false);
    expect(lines.find(({ name }) => name === "placeOrder")).toMatchObject({
      direction: "in",
      connectionId: 1,
      clientId: 1,
      wallMs: expect.any(Number) as number,
      message: { orderId: 1, contract: { symbol: "GS" }, order: { orderRef: "abc", totalQty: 100_000_000 } },
    });
    expect(lines.find(({ name }) => name === "nextValidId")).toMatchObject({
      direction: "out",
      message: { orderId: 1 },
    });
    expect(lines.filter(({ error }) => error !== undefined)).toEqual([]);
    expect(lines.some(({ name }) => name === "execDetails")).toBe(true);
    expect(lines.some(({ name }) => name === "tickPrice")).toBe(false);
  });

  it("writes market data too where that is wanted", async () => {
    const lines = await linesOf(true);
    expect(lines.find(({ name }) => name === "tickPrice")).toMatchObject({
      direction: "out",
      message: { reqId: 1, tickType: 1, px: expect.any(Number) as number },
    });
  });
});

describe("a restart after a kill", () => {
  it("finds orders, executions, ids, time and position as they were, and the order that was told last", async () => {
    const first = await aSimulator({ directory });
    const client = await aClient(first);
    await first.world.beginStep();
    client.api.placeOrder(1, stock("GS"), order({ orderRef: "one" }));
    client.api.placeOrder(2, stock("BAC"), order({ orderType: "LMT", lmtPrice: 1, tif: "GTC", orderRef: "two" }));
    await client.told();
    await first.world.beginStep();

    // Nothing is closed or saved here: as after a kill, the directory is all that is left.
    const second = await aSimulator({ directory });
    expect(second.world.position()).toEqual({ sessionIndex: 0, stepIndex: 1 });
    expect(second.world.nowUs()).toBe(first.world.nowUs());
    expect(second.exchange.broker.account()).toEqual(first.exchange.broker.account());
    expect(second.exchange.broker.executions()).toEqual(first.exchange.broker.executions());
    const again = await connectClient(second.server.port);
    atEnd(again.close);
    expect(again.nextValidId).toBe(3);
    await again.told();
    again.api.reqAllOpenOrders();
    expect(await again.told()).toEqual([
      "openOrder 2 BAC BUY LMT 100 two Submitted",
      "orderStatus 2 Submitted 0 100 0",
      "openOrderEnd",
    ]);
  });

  it("goes on in the next session after a kill between two", async () => {
    const first = await aSimulator({ directory });
    while (!(await first.world.beginStep()).isLastOfSession);
    await first.world.endOfSession();
    const second = await aSimulator({ directory });
    expect(second.world.position()).toEqual({ sessionIndex: 0, stepIndex: 23 });
    expect(await second.world.beginStep()).toMatchObject({ sessionIndex: 1, stepIndex: 0 });
    expect((await aSimulator({ directory })).world.position()).toEqual({ sessionIndex: 1, stepIndex: 0 });
  });

  it("refuses the state of another market, and a port that is taken, and says what to do", async () => {
    const first = await aSimulator({ directory });
    const options = {
      host: "127.0.0.1",
      port: 0,
      accountId: "DU1234567",
      cash: money(micros("1000000")),
      onNotice: () => undefined,
    };
    const other = await openSimulator({
      ...options,
      market: { seed: 8, groups: SHORT.groups, sessions: 2, minutes: 2 },
      directory,
    });
    expect(!other.ok && other.error).toContain("holds the state of another simulation");
    const taken = await openSimulator({ ...options, market: { seed: 8 }, port: first.server.port });
    expect(!taken.ok && taken.error).toContain(`port ${first.server.port} on 127.0.0.1 is in use`);
  });
});
