import { type Contract, type HistoricalTickBidAsk, type HistoricalTickLast, WhatToShow } from "@stoqey/ib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ACCOUNT_CALLS } from "./account-calls.ts";
import { type Context, knowStock, testCalls } from "./calls.ts";
import { HISTORY_CALLS } from "./history-calls.ts";
import { barOf, dollars, OPEN, STEP_SECONDS, stepOf, stepsOf, stockOf, SYMBOLS } from "./market.ts";
import { connectRecorder } from "./recorder.ts";
import { REFERENCE_CALLS } from "./reference-calls.ts";
import { SESSION_CALLS, SIDE_CALLS } from "./session-calls.ts";
import { type SimProcess, startSim } from "./sim-process.ts";

/** After two minutes of market nothing changes any more: every answer is known to the last field. */
let sim: SimProcess;
let context: Context;
const contextNow = (): Context => context;
const SPEED = 100;
const aapl: Contract = stockOf("AAPL");

beforeAll(async () => {
  sim = await startSim(["--symbols", SYMBOLS.join(","), "--minutes", "2", "--speed", String(SPEED)]);
  await sim.post("/sim/switches", { historySameSeconds: 0, historyPerContract: 0, messagesPerSecond: 0 });
  await sim.noticed("the last session has ended");
  const recorder = await connectRecorder(sim.port, 30_123);
  context = { recorder, accountId: sim.accountId, aapl: await knowStock(recorder, "AAPL") };
});
afterAll(() => context?.recorder.close());

describe("a client that connects", () => {
  it("is told its account, its next order id and the state of IB's farms", () => {
    expect(context.recorder.greeting).toEqual([
      ["managedAccounts", "DU1234567"],
      ["nextValidId", 1],
      ["info", "Market data farm connection is OK:usfarm", 2104],
      ["info", "HMDS data farm connection is OK:ushmds", 2106],
      ["info", "Sec-def data farm connection is OK:secdefil", 2158],
    ]);
  });

  it("is told the simulated time, which passes at the speed that was asked for", async () => {
    const timeNow = async (): Promise<number> => {
      const told = context.recorder.sees(([event]) => event === "currentTime");
      context.recorder.api.reqCurrentTime();
      return Number((await told)[1]);
    };
    const startMs = performance.now();
    const first = await timeNow();
    const second = await timeNow();
    const passed = ((performance.now() - startMs) / 1000) * SPEED;
    expect(first).toBeGreaterThanOrEqual(OPEN + 120);
    expect(second - first).toBeGreaterThanOrEqual(0);
    expect(second - first).toBeLessThanOrEqual(Math.ceil(passed));
  });
});

testCalls("calls that need no market", SESSION_CALLS, contextNow);
testCalls("calls about news, scanners and depth", SIDE_CALLS, contextNow);
testCalls("calls about instruments", REFERENCE_CALLS, contextNow);
testCalls("calls about the past", HISTORY_CALLS, contextNow);
testCalls("calls about an account that did nothing", ACCOUNT_CALLS, contextNow);

describe("reqHeadTimestamp", () => {
  it("tells one moment in both formats", async () => {
    const headIn = async (format: number): Promise<string> => {
      const told = await context.recorder.asked(
        (api) => void api.reqHeadTimestamp(40, aapl, WhatToShow.TRADES, true, format),
      );
      expect(told).toEqual([["headTimestamp", 40, expect.any(String)]]);
      return String(told[0]?.[2]);
    };
    const seconds = Number(await headIn(2));
    const clock = new Date(seconds * 1000).toISOString().slice(0, 19);
    expect(await headIn(1)).toBe(clock.replaceAll("-", "").replace("T", "-"));
    expect(seconds).toBeLessThan(OPEN);
  });
});

/** Ticks of the first step, all of them: a page ends with the second in which it is full. */
const FIRST_STEP = ["20240304-14:30:00", "", 5] as const;
const EXCHANGES = /^(NASDAQ|NYSE|ARCA|BATS|EDGX|FINRA|IEX|BYX|MEMX|[A-Z]+)$/;

describe("reqHistoricalTicks", () => {
  it("of trades are those that make the steps' bars", async () => {
    const [told, ...rest] = await context.recorder.asked(
      (api) => void api.reqHistoricalTicks(41, aapl, "20240304-14:30:00", "", 1000, WhatToShow.TRADES, true, true),
    );
    expect(rest).toEqual([]);
    expect([told?.[0], told?.[1], told?.[3]]).toEqual(["historicalTicksLast", 41, true]);
    const ticks = told?.[2] as HistoricalTickLast[];
    for (const step of [0, 1, 7]) {
      const from = OPEN + step * STEP_SECONDS;
      const within = ticks.filter(({ time }) => Number(time) >= from && Number(time) < from + STEP_SECONDS);
      const prices = within.map(({ price }) => Number(price));
      const size = within.reduce((sum, tick) => sum + Number(tick.size), 0);
      expect({
        ...{ open: prices[0], high: Math.max(...prices), low: Math.min(...prices), close: prices.at(-1) },
        volume: size,
      }).toEqual(barOf(stepsOf("AAPL", step, 1)));
    }
    for (const tick of ticks) {
      expect(tick).toEqual({
        ...{ time: tick.time, price: tick.price, size: tick.size },
        tickAttribLast: { pastLimit: false, unreported: false },
        exchange: expect.stringMatching(EXCHANGES),
        specialConditions: expect.any(String),
      });
    }
  });

  it("of quotes end each step with its quote", async () => {
    const [told] = await context.recorder.asked(
      (api) => void api.reqHistoricalTicks(42, aapl, FIRST_STEP[0], "", 1000, WhatToShow.BID_ASK, true, false),
    );
    expect([told?.[0], told?.[1], told?.[3]]).toEqual(["historicalTicksBidAsk", 42, true]);
    const ticks = told?.[2] as HistoricalTickBidAsk[];
    for (const index of [0, 1, 7]) {
      const until = OPEN + (index + 1) * STEP_SECONDS;
      const last = ticks.findLast(({ time }) => Number(time) < until);
      const step = stepOf("AAPL", index);
      expect(last).toEqual({
        time: last?.time,
        tickAttribBidAsk: { bidPastLow: false, askPastHigh: false },
        ...{ priceBid: dollars(step.bidPx), priceAsk: dollars(step.askPx) },
        ...{ sizeBid: dollars(step.bidQty), sizeAsk: dollars(step.askQty) },
      });
    }
  });

  it("of midpoints end each step in its middle", async () => {
    const [told] = await context.recorder.asked(
      (api) => void api.reqHistoricalTicks(43, aapl, FIRST_STEP[0], "", 1000, WhatToShow.MIDPOINT, true, true),
    );
    expect([told?.[0], told?.[1], told?.[3]]).toEqual(["historicalTicks", 43, true]);
    const ticks = told?.[2] as { time: number; price: number; size: number }[];
    for (const index of [0, 1, 7]) {
      const last = ticks.findLast(({ time }) => time < OPEN + (index + 1) * STEP_SECONDS);
      const { bidPx, askPx } = stepOf("AAPL", index);
      expect(last).toEqual({ time: last?.time, price: dollars((bidPx + askPx) / 2), size: 0 });
    }
  });
});
