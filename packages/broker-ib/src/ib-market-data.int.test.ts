import { encode, type WireSession } from "@bowline/tws-wire";
import { afterEach, describe, expect, it } from "vitest";
import type { IbSession } from "./index.ts";
import { endSessions, fresh, session, theTws } from "./test-session.ts";

afterEach(endSessions);

async function subscribed(wire: WireSession, ib: IbSession) {
  ib.subscribe("AAPL");
  const ticks = await theTws().next("reqMktData");
  const bars = await theTws().next("reqRealTimeBars");
  return { v: wire.serverVersion, ticks: ticks.reqId, bars: bars.reqId };
}

describe("market data", () => {
  it("come as ticks and bars of their symbol, a side that is gone as one", async () => {
    await fresh();
    const { ib, heard, wire } = await session();
    const { v, ticks, bars } = await subscribed(wire, ib);
    wire.send(encode.tickPrice(v, { reqId: ticks, tickType: 1, px: 99_990_000, qty: 300_000_000 }));
    wire.send(encode.tickPrice(v, { reqId: ticks, tickType: 2, px: -1_000_000 }));
    wire.send(encode.tickPrice(v, { reqId: ticks, tickType: 9, px: 99_000_000 }));
    wire.send(encode.tickSize(v, { reqId: ticks, tickType: 8, qty: 1_000_000 }));
    wire.send(encode.tickGeneric(v, { reqId: ticks, tickType: 49, valueMicros: 2_000_000 }));
    wire.send(encode.tickGeneric(v, { reqId: ticks, tickType: 49, valueMicros: -1_000_000 }));
    wire.send(encode.tickPrice(v, { reqId: 99, tickType: 1, px: 1_000_000 }));
    wire.send(
      encode.realtimeBar(v, {
        reqId: bars,
        startEpochSeconds: 1_704_205_800,
        bar: {
          openPx: 1_000_000,
          highPx: 2_000_000,
          lowPx: 1_000_000,
          closePx: 1_500_000,
          volumeQty: 0,
          wapPx: 0,
          count: 0,
        },
      }),
    );
    await ib.fence();
    expect(heard.ticks).toEqual([
      { symbol: "AAPL", field: "BID_SIZE", value: 300_000_000 },
      { symbol: "AAPL", field: "BID", value: 99_990_000 },
      { symbol: "AAPL", field: "ASK", value: 0 },
      { symbol: "AAPL", field: "VOLUME", value: 1_000_000 },
      { symbol: "AAPL", field: "HALTED", value: 2 },
    ]);
    expect(heard.bars).toEqual([
      {
        symbol: "AAPL",
        closeUs: 1_704_205_805_000_000,
        openPx: 1_000_000,
        highPx: 2_000_000,
        lowPx: 1_000_000,
        closePx: 1_500_000,
        volume: 0,
        tradeCount: 0,
      },
    ]);
  });

  it("are asked for again after a data loss, each once", async () => {
    await fresh();
    const { ib, heard, wire } = await session();
    const { v } = await subscribed(wire, ib);
    for (const code of [1100, 1101]) wire.send(encode.errorMessage(v, { id: -1, code, text: "connectivity" }));
    await ib.fence();
    expect(heard.lines).toEqual(["LOST", "RESTORED_DATA_LOST"]);
    ib.resubscribe();
    await ib.fence();
    const types = theTws()
      .heard.map((m) => m.type)
      .filter((type) => /MktData|RealTimeBars/.test(type));
    expect(types).toEqual([
      "reqMktData",
      "reqRealTimeBars",
      "reqMktData",
      "reqRealTimeBars",
      "cancelMktData",
      "cancelRealTimeBars",
    ]);
  });

  it("that TWS refuses for their pace are asked for again, later each time, until it takes them", async () => {
    await fresh();
    const { ib, heard, wire } = await session({ pacingRetryMs: 10 });
    const { v, bars } = await subscribed(wire, ib);
    wire.send(encode.errorMessage(v, { id: bars, code: 420, text: "Invalid Real-time Query:Pacing violation" }));
    const again = await theTws().next("reqRealTimeBars");
    expect(again).toMatchObject({ contract: { symbol: "AAPL" } });
    expect(again.reqId).not.toBe(bars);
    const startedMs = performance.now();
    wire.send(encode.errorMessage(v, { id: again.reqId, code: 420, text: "Invalid Real-time Query:Pacing violation" }));
    const third = await theTws().next("reqRealTimeBars");
    expect(performance.now() - startedMs).toBeGreaterThanOrEqual(19);
    const bar = { openPx: 1e6, highPx: 1e6, lowPx: 1e6, closePx: 1e6, volumeQty: 1e6, wapPx: 1e6, count: 1 };
    wire.send(encode.realtimeBar(v, { reqId: third.reqId, startEpochSeconds: 1_704_205_800, bar }));
    await ib.fence();
    expect(heard.bars).toMatchObject([{ symbol: "AAPL", closePx: 1_000_000 }]);
    expect(heard.notices).toHaveLength(2);
  });

  it("are not asked for again by a session that ended, or that asked for everything anew", async () => {
    await fresh();
    const { ib, wire } = await session({ pacingRetryMs: 10 });
    const { v, bars } = await subscribed(wire, ib);
    wire.send(encode.errorMessage(v, { id: bars, code: 420, text: "Invalid Real-time Query:Pacing violation" }));
    await ib.fence();
    ib.resubscribe();
    await new Promise((resolve) => setTimeout(resolve, 50));
    await ib.fence();
    const asked = theTws().heard.filter(({ type }) => type === "reqRealTimeBars");
    expect(asked).toHaveLength(2);
  });

  it("that TWS refuses are reported with their symbol; warnings and farms are notices", async () => {
    await fresh();
    const { ib, heard, wire } = await session();
    const { v, ticks } = await subscribed(wire, ib);
    wire.send(encode.errorMessage(v, { id: ticks, code: 354, text: "not subscribed" }));
    wire.send(encode.errorMessage(v, { id: ticks, code: 10_167, text: "delayed" }));
    wire.send(encode.errorMessage(v, { id: -1, code: 2104, text: "farm is OK" }));
    wire.send(encode.errorMessage(v, { id: -1, code: 1102, text: "restored" }));
    await ib.fence();
    expect(heard.notices).toEqual([
      "354 AAPL ticks: not subscribed",
      "10167 AAPL ticks: delayed",
      "2104 farm is OK",
      "1102 restored",
    ]);
    expect(heard.lines).toEqual(["RESTORED_DATA_KEPT"]);
  });
});
