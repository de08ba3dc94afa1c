import { createConnection } from "node:net";
import { BarSizeSetting, WhatToShow } from "@stoqey/ib";
import { describe, expect, it } from "vitest";
import { stock, type TestClient } from "../test-client.ts";
import { aDataClient, aSimulator, openUs, play } from "../test-simulator.ts";

const bars = ({ api }: TestClient, reqId: number, what: WhatToShow = WhatToShow.TRADES, duration = "60 S"): void =>
  void api.reqHistoricalData(reqId, stock("GS"), "", duration, BarSizeSetting.SECONDS_FIVE, what, 1, 2, false);
const errorsOf = (told: readonly string[]): string[] => told.filter((text) => text.startsWith("error"));
const PACED = "162 Historical Market Data Service error message:Historical data request pacing violation";

describe("the pace of messages", () => {
  it("above 50 in a second is error 100, and after the third the client is cut", async () => {
    const simulator = await aSimulator();
    const client = await aDataClient(simulator);
    const other = await aDataClient(simulator, 2);
    for (let index = 0; index < 200; index++) client.api.reqIds();
    await client.saw("disconnected");
    expect(client.lines.filter((text) => text.startsWith("info 100"))).toEqual(
      [1, 2, 3].map((k) => `info 100 Max rate of messages per second has been exceeded:max=50 rec=51 (${k})`),
    );
    expect(await other.told()).toEqual([]);
    expect(simulator.desk.clients.has(2)).toBe(true);
  });

  it("may drop what came too fast, and never cut", async () => {
    const simulator = await aSimulator({ switches: { messagesPerSecond: 10, rateViolations: 0, overRate: "drop" } });
    const client = await aDataClient(simulator);
    for (let index = 0; index < 40; index++) client.api.reqPositions();
    await client.saw("info 100");
    const answers = (await client.told()).filter((text) => text === "positionEnd").length;
    expect(answers).toBeGreaterThan(30);
    expect(answers).toBeLessThan(40);
  });

  it("holds for a client of any kind: bytes alone", async () => {
    const simulator = await aSimulator({ switches: { messagesPerSecond: 5, rateViolations: 1 } });
    const socket = createConnection(simulator.server.port, "127.0.0.1");
    const frame = (...fields: string[]): Buffer => {
      const body = Buffer.from(`${fields.join("\0")}\0`);
      const head = Buffer.alloc(4);
      head.writeUInt32BE(body.length);
      return Buffer.concat([head, body]);
    };
    const hello = Buffer.from("v157..193");
    const length = Buffer.alloc(4);
    length.writeUInt32BE(hello.length);
    let text = "";
    socket.on("data", (chunk) => (text += chunk.toString("latin1")));
    const ended = new Promise((resolve) => socket.once("close", resolve));
    socket.write(Buffer.concat([Buffer.from("API\0"), length, hello]));
    socket.write(Buffer.concat([frame("71", "2", "9", ""), ...Array.from({ length: 8 }, () => frame("49", "1"))]));
    await ended;
    expect(text).toContain(
      "4\u00002\u0000-1\u0000100\u0000Max rate of messages per second has been exceeded:max=5 rec=6 (1)\u0000",
    );
    expect(text.split(`\0${Math.floor(openUs / 1e6)}\0`).length - 1).toBe(5);
  });
});

describe("lines of market data", () => {
  it("are counted by instrument, over all clients and kinds", async () => {
    const simulator = await aSimulator({ switches: { marketDataLines: 2 } });
    const [one, two] = [await aDataClient(simulator), await aDataClient(simulator, 2)];
    one.api.reqMktData(1, stock("GS"), "", false, false);
    one.api.reqRealTimeBars(2, stock("GS"), 5, WhatToShow.TRADES, true);
    await one.told();
    two.api.reqRealTimeBars(1, stock("MSFT"), 5, WhatToShow.TRADES, true);
    two.api.reqMktData(2, stock("BAC"), "", false, false);
    two.api.reqRealTimeBars(3, stock("BAC"), 5, WhatToShow.TRADES, true);
    two.api.reqMktData(4, stock("BAC"), "", true, false);
    expect(errorsOf(await two.told())).toEqual([
      "error 2 101 Max number of tickers has been reached.",
      "error 3 101 Max number of tickers has been reached.",
    ]);
    two.api.cancelRealTimeBars(1);
    two.api.reqMktData(5, stock("BAC"), "", false, false);
    two.api.cancelRealTimeBars(1);
    expect(errorsOf(await two.told())).toEqual(["error 1 300 Can't find EId with tickerId:1"]);
  });

  it("of real-time bars may be begun so often only", async () => {
    const client = await aDataClient(await aSimulator({ switches: { realTimeBarsPerTenMinutes: 2 } }));
    ["GS", "MSFT", "BAC"].forEach((symbol, index) =>
      client.api.reqRealTimeBars(index, stock(symbol), 5, WhatToShow.TRADES, true),
    );
    expect(errorsOf(await client.told())).toEqual([
      "error 2 420 Invalid Real-time Query:Historical data request pacing violation",
    ]);
  });
});

describe("the pacing of history", () => {
  it("refuses the same again, too many for one contract, and too many at all", async () => {
    const simulator = await aSimulator({ switches: { historyPerTenMinutes: 9 } });
    const client = await aDataClient(simulator);
    await play(simulator, 24);
    bars(client, 1);
    bars(client, 2);
    for (let index = 0; index < 5; index++) bars(client, 10 + index, WhatToShow.TRADES, `${61 + index} S`);
    bars(client, 20, WhatToShow.BID_ASK);
    bars(client, 21, WhatToShow.BID_ASK, "61 S");
    bars(client, 22, WhatToShow.MIDPOINT);
    expect(errorsOf(await client.told())).toEqual([`error 2 ${PACED}`, `error 14 ${PACED}`, `error 22 ${PACED}`]);
    // A minute and more is not paced.
    client.api.reqHistoricalData(
      30,
      stock("GS"),
      "",
      "1 D",
      BarSizeSetting.MINUTES_ONE,
      WhatToShow.TRADES,
      1,
      2,
      false,
    );
    expect(errorsOf(await client.told())).toEqual([]);
    client.api.reqHistoricalTicks(
      31,
      stock("GS"),
      "",
      "20240304 09:31:00 US/Eastern",
      5,
      WhatToShow.TRADES,
      true,
      false,
    );
    expect(errorsOf(await client.told())).toEqual([`error 31 ${PACED}`]);
  });

  it("allows so many that are kept up to date", async () => {
    const client = await aDataClient(await aSimulator({ switches: { historyOpen: 1 } }));
    for (const reqId of [1, 2]) {
      client.api.reqHistoricalData(
        reqId,
        stock("GS"),
        "",
        "1 D",
        BarSizeSetting.MINUTES_FIVE,
        WhatToShow.TRADES,
        1,
        2,
        true,
      );
    }
    expect(errorsOf(await client.told())).toEqual([`error 2 ${PACED}`]);
  });

  it("may be counted in simulated time", async () => {
    const simulator = await aSimulator({ switches: { limitClock: "simulated" } });
    const client = await aDataClient(simulator);
    await play(simulator, 1);
    bars(client, 1);
    expect(errorsOf(await client.told())).toEqual([]);
    await play(simulator, 2);
    bars(client, 2);
    expect(errorsOf(await client.told())).toEqual([`error 2 ${PACED}`]);
    await play(simulator, 1);
    bars(client, 3);
    expect(errorsOf(await client.told())).toEqual([]);
  });
});
