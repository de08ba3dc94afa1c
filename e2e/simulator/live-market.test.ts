import { BarSizeSetting, type Contract, MarketDataType, TickByTickDataType, WhatToShow } from "@stoqey/ib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type LiveMarket, openLiveMarket } from "./live.ts";
import { barOf, dollars, OPEN, stepOf, stepsOf, stockOf } from "./market.ts";
import { connectRecorder, type Recorder, type Told } from "./recorder.ts";
import { clockOf, dayTicks, opening, quoteTicks } from "./told-ticks.ts";

/** What goes on until it is cancelled, held against the market's own steps. */
let live: LiveMarket;
const recorders: Recorder[] = [];
const aapl: Contract = stockOf("AAPL");

beforeAll(async () => {
  live = await openLiveMarket(4);
});
afterAll(() => {
  for (const { close } of recorders) close();
  live?.close();
});

/** A client of its own for each test: they run at the same time, as each waits for steps. */
async function aRecorder(clientId: number): Promise<Recorder> {
  const recorder = await connectRecorder(live.sim.port, clientId);
  recorders.push(recorder);
  return recorder;
}

/** Makes a call right after a step; what it leads to at once, and with the step after. */
async function followed(
  recorder: Recorder,
  call: () => void,
): Promise<{ step: number; first: readonly Told[]; later: readonly Told[] }> {
  const step = await live.nextStep();
  const first = await recorder.asked(call);
  const next = await live.nextStep();
  expect(next).toBe(step + 1);
  // What the step brought came before the answer to the fence.
  const before = recorder.taken();
  const later = [...before, ...(await recorder.asked(() => undefined))];
  return { step, first, later };
}

async function previousClose(recorder: Recorder): Promise<number> {
  const bars = await recorder.asked(
    (api) => void api.reqHistoricalData(9, aapl, "", "2 D", BarSizeSetting.DAYS_ONE, WhatToShow.TRADES, 1, 1, false),
  );
  expect(bars.map(([, , date]) => date).slice(0, 2)).toEqual(["20240301", "20240304"]);
  return Number(bars[0]?.[6]);
}

describe.concurrent("reqMktData", () => {
  it("tells what is known, then what each step brings, until cancelMktData", async () => {
    const recorder = await aRecorder(101);
    const close = await previousClose(recorder);
    const { step, first, later } = await followed(recorder, () => recorder.api.reqMktData(10, aapl, "", false, false));
    expect(first).toEqual([...opening(10), ...quoteTicks(10, step), ...dayTicks(10, step, close)]);
    expect(later).toEqual(quoteTicks(10, step + 1));
    expect((await followed(recorder, () => recorder.api.cancelMktData(10))).later).toEqual([]);
    expect(await recorder.asked((api) => void api.cancelMktData(10))).toEqual([
      ["error", "Can't find EId with tickerId:10", 300, 10],
    ]);
  });

  it("as a snapshot ends with it", async () => {
    const recorder = await aRecorder(102);
    const close = await previousClose(recorder);
    const { step, first, later } = await followed(recorder, () => recorder.api.reqMktData(11, aapl, "", true, false));
    const expected = [...opening(11), ...quoteTicks(11, step), ...dayTicks(11, step, close)];
    expect(first).toEqual([...expected, ["tickSnapshotEnd", 11]]);
    expect(later).toEqual([]);
  });

  it("of delayed data is live where the account may see that", async () => {
    const recorder = await aRecorder(103);
    recorder.api.reqMarketDataType(MarketDataType.DELAYED);
    const [told] = await recorder.asked((api) => void api.reqMktData(12, aapl, "", false, false));
    expect(told).toEqual(["marketDataType", 12, 1]);
    await recorder.asked((api) => void api.cancelMktData(12).reqMarketDataType(MarketDataType.REALTIME));
  });

  it("with generic ticks tells marks, counts and real-time volume of each step", async () => {
    const recorder = await aRecorder(104);
    const generic = "221,233,293,318,375";
    const { step, later } = await followed(recorder, () => recorder.api.reqMktData(13, aapl, generic, false, false));
    await recorder.asked((api) => void api.cancelMktData(13));
    const index = step + 1;
    const { bidPx, askPx, closePx, volume, tradeCount } = stepOf("AAPL", index);
    const day = stepsOf("AAPL", 0, index + 1);
    const told = new Map(later.map(([event, , type, value]) => [`${event} ${String(type)}`, value]));
    const mark = [bidPx, askPx, closePx].toSorted((a, b) => a - b)[1] ?? 0;
    expect(told.get("tickPrice 37")).toBe(dollars(mark));
    expect(told.get("tickPrice 57")).toBe(dollars(closePx));
    expect(told.get("tickGeneric 54")).toBe(day.reduce((sum, one) => sum + one.tradeCount, 0));
    const parts = String(told.get("tickString 48")).split(";");
    expect(told.get("tickString 77")).toBe(told.get("tickString 48"));
    expect(parts.slice(0, 4)).toEqual([
      ...[closePx, volume].map((micros) => String(dollars(micros))),
      // Inside the step, so that a minute made of these ticks has it where the step's bar is.
      String(Number(clockOf(index)) * 1000 - 1),
      String(barOf(day).volume),
    ]);
    const value = day.reduce((sum, one) => sum + dollars(one.wapPx) * dollars(one.volume), 0);
    expect(Number(parts[4])).toBeCloseTo(value / barOf(day).volume, 4);
    expect(parts.slice(5)).toEqual([String(tradeCount === 1)]);
  });

  it("refuses a number that is in use", async () => {
    const recorder = await aRecorder(105);
    await recorder.asked((api) => void api.reqMktData(14, aapl, "", false, false));
    const told = await recorder.asked((api) => void api.reqMktData(14, aapl, "", false, false));
    expect(told).toEqual([["error", "Duplicate ticker ID.", 102, 14]]);
    await recorder.asked((api) => void api.cancelMktData(14));
  });
});

describe.concurrent("reqRealTimeBars", () => {
  it.each([
    [WhatToShow.TRADES, 20],
    [WhatToShow.BID, 21],
  ])("of %s tells each step's bar, until cancelRealTimeBars", async (what, id) => {
    const recorder = await aRecorder(id);
    const { step, first, later } = await followed(recorder, () =>
      recorder.api.reqRealTimeBars(id, aapl, 5, what, true),
    );
    expect(first).toEqual([]);
    const { openPx, highPx, lowPx, closePx, volume, wapPx, tradeCount, bidPx } = stepOf("AAPL", step + 1);
    const trades = [openPx, highPx, lowPx, closePx, volume, wapPx].map(dollars);
    const bid = [bidPx, bidPx, bidPx, bidPx].map(dollars);
    const bar = what === WhatToShow.TRADES ? [...trades, tradeCount] : [...bid, -1, -1, -1];
    expect(later).toEqual([["realtimeBar", id, OPEN + (step + 1) * 5, ...bar]]);
    expect((await followed(recorder, () => recorder.api.cancelRealTimeBars(id))).later).toEqual([]);
  });
});

describe.concurrent("reqHistoricalData that is kept up to date", () => {
  it("tells the newest bar as it grows", async () => {
    const recorder = await aRecorder(106);
    const { step, first, later } = await followed(recorder, () =>
      recorder.api.reqHistoricalData(
        ...([30, aapl, "", "60 S", BarSizeSetting.SECONDS_FIVE, WhatToShow.TRADES, 1, 2, true] as const),
      ),
    );
    await recorder.asked((api) => void api.cancelHistoricalData(30));
    const [mark, now] = first.slice(-2);
    expect(mark?.[2]).toMatch(/^finished-/);
    expect(now?.slice(0, 3)).toEqual(["historicalDataUpdate", 30, String(OPEN + step * 5)]);
    const { openPx, highPx, lowPx, closePx, volume, wapPx, tradeCount } = stepOf("AAPL", step + 1);
    const prices = [openPx, highPx, lowPx, closePx].map(dollars);
    const date = String(OPEN + (step + 1) * 5);
    expect(later).toEqual([["historicalDataUpdate", 30, date, ...prices, dollars(volume), tradeCount, dollars(wapPx)]]);
  });
});

describe.concurrent("reqTickByTickData", () => {
  it.each([
    [TickByTickDataType.AllLast, 2],
    [TickByTickDataType.Last, 1],
  ])("of %s tells the trades that make the step's bar", async (type, kind) => {
    const recorder = await aRecorder(50 + kind);
    const { step, later } = await followed(recorder, () => recorder.api.reqTickByTickData(40, aapl, type, 0, false));
    await recorder.asked((api) => void api.cancelTickByTickData(40));
    expect(later.length).toBeGreaterThan(0);
    const prices = later.map(([, , , , price]) => Number(price));
    const volume = later.reduce((sum, told) => sum + Number(told[5]), 0);
    expect({
      ...{ open: prices[0], high: Math.max(...prices), low: Math.min(...prices), close: prices.at(-1), volume },
    }).toEqual(barOf(stepsOf("AAPL", step + 1, 1)));
    for (const told of later) {
      const attributes = { pastLimit: false, unreported: false };
      expect(told.slice(0, 3)).toEqual(["tickByTickAllLast", 40, kind]);
      expect(told.slice(6)).toEqual([attributes, expect.stringMatching(/^[A-Z]+$/), expect.any(String)]);
      expect(Math.floor((Number(told[3]) - OPEN) / 5)).toBe(step + 1);
    }
  });

  it("of quotes ends the step with its quote", async () => {
    const recorder = await aRecorder(107);
    const { step, later } = await followed(recorder, () =>
      recorder.api.reqTickByTickData(41, aapl, TickByTickDataType.BidAsk, 0, false),
    );
    await recorder.asked((api) => void api.cancelTickByTickData(41));
    const { bidPx, askPx, bidQty, askQty } = stepOf("AAPL", step + 1);
    const last = later.at(-1);
    const quote = [bidPx, askPx, bidQty, askQty].map(dollars);
    const attributes = { bidPastLow: false, askPastHigh: false };
    expect(last).toEqual(["tickByTickBidAsk", 41, last?.[2], ...quote, attributes]);
    expect(Math.floor((Number(last?.[2]) - OPEN) / 5)).toBe(step + 1);
  });

  it("of midpoints ends the step in its middle", async () => {
    const recorder = await aRecorder(108);
    const { step, later } = await followed(recorder, () =>
      recorder.api.reqTickByTickData(42, aapl, TickByTickDataType.MidPoint, 0, false),
    );
    await recorder.asked((api) => void api.cancelTickByTickData(42));
    const { bidPx, askPx } = stepOf("AAPL", step + 1);
    const last = later.at(-1);
    expect(last).toEqual(["tickByTickMidPoint", 42, last?.[2], dollars((bidPx + askPx) / 2)]);
  });
});
