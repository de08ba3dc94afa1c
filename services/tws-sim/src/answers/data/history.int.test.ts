import { us } from "@bowline/kernel";
import { type BarSizeSetting, DurationUnit, WhatToShow } from "@stoqey/ib";
import { describe, expect, it } from "vitest";
import { BAR_SIZES } from "../../data/bar-sizes.ts";
import { stock, type TestClient } from "../../test-client.ts";
import { aDataClient, aSimulator, dollars, market, openUs, play, stepOf } from "../../test-simulator.ts";

type Wish = {
  readonly reqId?: number;
  readonly symbol?: string;
  readonly end?: string;
  readonly duration?: string;
  readonly size?: string;
  readonly what?: string;
  readonly useRth?: boolean;
  readonly formatDate?: number;
  readonly keep?: boolean;
};

function ask({ api }: TestClient, wish: Wish = {}): void {
  const { reqId = 1, symbol = "GS", end = "", duration = "300 S", size = "1 min", what = "TRADES" } = wish;
  const { useRth = true, formatDate = 2, keep = false } = wish;
  const [bars, show] = [size as never as BarSizeSetting, what as never as WhatToShow];
  api.reqHistoricalData(reqId, stock(symbol), end, duration, bars, show, useRth ? 1 : 0, formatDate, keep);
}

type Row = {
  date: string;
  open: number;
  high: number;
  low: number;
  close: number;
  volume: number;
  count: number;
  wap: number;
};

/** The bars of a request, without its end mark. */
function rowsOf(told: readonly string[], reqId = 1): Row[] {
  return told
    .filter((text) => text.startsWith(`history ${reqId} `) && !text.includes("finished-"))
    .map((text) => {
      const parts = text.slice(`history ${reqId} `.length).split(" ");
      const numbers = parts.slice(-8).map(Number);
      const [open = 0, high = 0, low = 0, close = 0, volume = 0, count = 0, wap = 0] = numbers;
      return { date: parts.slice(0, -8).join(" "), open, high, low, close, volume, count, wap };
    });
}

const errorsOf = (told: readonly string[]): string[] => told.filter((text) => text.startsWith("error"));
const FREE = { historyPerTenMinutes: 0, historyPerContract: 0, historySameSeconds: 0, historyYears: 1 };

describe("historical bars", () => {
  it("end with the market's own last step, however late it is", async () => {
    const simulator = await aSimulator({
      market: { seed: 7, groups: { banks: ["GS"] }, sessions: 1, minutes: 2 },
      switches: FREE,
    });
    const client = await aDataClient(simulator);
    await play(simulator, 24);
    await simulator.world.endOfSession();
    simulator.useClock(() => us(openUs + 600_000_000));
    ask(client, { duration: "120 S" });
    const dates = rowsOf(await client.told()).map(({ date }) => Number(date) - openUs / 1e6);
    expect(dates).toEqual([0, 60]);
  });

  it("come in every size of IB, and all sum up to the same", async () => {
    const simulator = await aSimulator({ switches: { ...FREE, historyStepSizes: "off" } });
    const client = await aDataClient(simulator);
    await play(simulator, 60);
    const steps = Array.from({ length: 60 }, (_, step) => stepOf(step, "GS"));
    const volume = dollars(steps.reduce((sum, step) => sum + step.volume, 0));
    const within = BAR_SIZES.filter(({ period }) => period === undefined || period === "day");
    for (const { name } of within) {
      ask(client, { size: name, duration: "300 S" });
      const rows = rowsOf(await client.told());
      const sum = Math.round(rows.reduce((total, row) => total + row.volume, 0));
      expect([name, sum, rows[0]!.open, rows.at(-1)!.close]).toEqual([
        name,
        Math.round(volume),
        dollars(steps[0]!.openPx),
        dollars(steps[59]!.closePx),
      ]);
      expect(Math.max(...rows.map(({ high }) => high))).toBe(dollars(Math.max(...steps.map(({ highPx }) => highPx))));
    }
  });

  it("reach back over days, weeks, months and years, and are dated as they were asked for", async () => {
    const simulator = await aSimulator({ switches: FREE });
    const client = await aDataClient(simulator);
    await play(simulator, 12);
    ask(client, { duration: "5 D", size: "1 day" });
    const days = rowsOf(await client.told());
    expect(days.map(({ date }) => date)).toEqual(["20240227", "20240228", "20240229", "20240301", "20240304"]);
    ask(client, { duration: "1 M", size: "1 week" });
    const weeks = rowsOf(await client.told());
    // Weeks carry the last day in them; Presidents' Day shortens one.
    expect(weeks.map(({ date }) => date)).toEqual(["20240209", "20240216", "20240223", "20240301", "20240304"]);
    ask(client, { duration: "1 Y", size: "1 month" });
    const months = rowsOf(await client.told());
    expect(months.length).toBeGreaterThanOrEqual(12);
    expect(months.at(-1)).toMatchObject({ date: "20240304", close: dollars(stepOf(11, "GS").closePx) });
    ask(client, { duration: "1 W", size: "1 hour", formatDate: 1 });
    expect(rowsOf(await client.told())[0]!.date).toBe("20240227 09:30:00 US/Eastern");
    ask(client, { duration: "1 D", size: "30 mins", formatDate: 2 });
    expect(rowsOf(await client.told()).map(({ date }) => Number(date))).toEqual([openUs / 1e6]);
  });

  it("end where they are told to, in every form of a time", async () => {
    const client = await aDataClient(await aSimulator({ switches: FREE }));
    const ends = ["20240301 10:00:00 US/Eastern", "20240301-15:00:00", "20240301  10:00:00"];
    const dates: string[][] = [];
    for (const [index, end] of ends.entries()) {
      ask(client, { end, duration: "180 S", reqId: index + 1 });
      dates.push(rowsOf(await client.told(), index + 1).map(({ date }) => date));
    }
    const last = Date.UTC(2024, 2, 1, 14, 59) / 1000;
    expect(dates).toEqual(ends.map(() => [last - 120, last - 60, last].map(String)));
    ask(client, { end: "yesterday" });
    expect(errorsOf(await client.told())[0]).toMatch(
      /^error 1 10314 End Date\/Time: The date, time, or time-zone entered is invalid/,
    );
  });

  it("show quotes, adjusted prices and volatility as well", async () => {
    const simulator = await aSimulator({ switches: FREE });
    const client = await aDataClient(simulator);
    await play(simulator, 12);
    const steps = Array.from({ length: 12 }, (_, step) => stepOf(step, "GS"));
    const one = async (what: string): Promise<Row> => {
      ask(client, { what, duration: "60 S" });
      return rowsOf(await client.told())[0]!;
    };
    const bids = steps.map(({ bidPx }) => bidPx);
    const asks = steps.map(({ askPx }) => askPx);
    expect(await one("BID")).toMatchObject({
      open: dollars(bids[0]!),
      high: dollars(Math.max(...bids)),
      low: dollars(Math.min(...bids)),
      close: dollars(bids[11]!),
      volume: -1,
      count: -1,
    });
    expect((await one("ASK")).close).toBe(dollars(asks[11]!));
    expect((await one("MIDPOINT")).close).toBeCloseTo(dollars((bids[11]! + asks[11]!) / 2), 6);
    const both = await one("BID_ASK");
    expect(both).toMatchObject({ high: dollars(Math.max(...asks)), low: dollars(Math.min(...bids)) });
    expect(both.open).toBeLessThan(both.close);
    expect(await one("ADJUSTED_LAST")).toEqual(await one("TRADES"));
    ask(client, { what: "HISTORICAL_VOLATILITY", duration: "3 D", size: "1 day" });
    const volatility = rowsOf(await client.told());
    expect(volatility.length).toBe(3);
    for (const { open, close } of volatility) {
      expect(open).toBe(close);
      expect(close).toBeGreaterThan(0.05);
      expect(close).toBeLessThan(1);
    }
    ask(client, { what: "BID_ASK", duration: "2 D", size: "1 week" });
    expect(rowsOf(await client.told()).length).toBe(2);
  });

  it("are refused with TWS's codes and words", async () => {
    const client = await aDataClient(await aSimulator({ switches: FREE }));
    const cases: readonly [Wish, RegExp][] = [
      [{ size: "7 mins" }, /^321 .*bar size setting is invalid. Legal ones are: 1 secs, 5 secs,.* 1 day, 1W, 1M$/],
      [{ duration: "3 fortnights" }, /^321 .*duration is invalid/],
      [{ what: "FEE_RATE" }, /^162 .*No historical data of FEE_RATE/],
      [{ size: "1 secs", duration: "1 D" }, /^162 .*Time length exceed max\.$/],
      [{ what: "ADJUSTED_LAST", end: "20240301 10:00:00 US/Eastern" }, /^321 .*ADJUSTED_LAST/],
      [{ what: "HISTORICAL_VOLATILITY" }, /^162 .*HISTORICAL_VOLATILITY/],
      [{ keep: true, end: "20240301 10:00:00 US/Eastern" }, /^321 .*keepUpToDate/],
      [{ keep: true, size: "1 secs", duration: "60 S" }, /^162 .*keepUpToDate/],
      [{ symbol: "AAPL" }, /^162 .*No market data permissions for AAPL STK/],
      [{ symbol: "ZZZZ" }, /^200 /],
      [
        { end: "20200301 10:00:00 US/Eastern" },
        /^162 Historical Market Data Service error message:HMDS query returned no data: GS@SMART Trades$/,
      ],
      [{ what: "SCHEDULE", size: "1 hour" }, /^162 .*SCHEDULE/],
    ];
    for (const [wish, words] of cases) {
      ask(client, wish);
      const [error] = errorsOf(await client.told());
      expect([wish, error?.slice("error 1 ".length)]).toEqual([wish, expect.stringMatching(words)]);
    }
    client.api.cancelHistoricalData(77);
    expect(await client.told()).toEqual(["error 77 366 No historical data query found for ticker id:77"]);
  });

  it("hold to the whole table of durations where that is switched on", async () => {
    const client = await aDataClient(await aSimulator({ switches: { ...FREE, historyStepSizes: "all" } }));
    ask(client, { duration: "2 D" });
    ask(client, { reqId: 2, duration: "60 S", size: "1 hour" });
    ask(client, { reqId: 3, duration: "1 D" });
    const told = await client.told();
    expect(errorsOf(told)).toEqual([
      expect.stringMatching(/^error 1 162 .*Time length exceed max\.$/),
      expect.stringMatching(/^error 2 162 .*invalid step: 1 hour bars in 60 S$/),
    ]);
    expect(rowsOf(told, 3).length).toBe(390);
  });
});

describe("bars that are kept up to date", () => {
  it("grow with each step and begin anew with each bar, and the last state of each is the bar", async () => {
    const simulator = await aSimulator({ switches: FREE });
    const client = await aDataClient(simulator);
    await play(simulator, 14);
    ask(client, { duration: "120 S", keep: true });
    ask(client, { reqId: 2, duration: "120 S", keep: true, what: "BID" });
    const begun = await client.told();
    const first = rowsOf(begun);
    expect(first.length).toBe(2);
    // The newest bar once more, at once.
    const update = begun.find((text) => text.startsWith("historicalDataUpdate 1 "));
    expect(update?.split(" ")[2]).toBe(first[1]?.date);
    ask(client, { keep: true });
    expect(errorsOf(await client.told())).toEqual([expect.stringMatching(/^error 1 322 .*Duplicate ticker ID/)]);
    await play(simulator, 12);
    const updates = (await client.told()).filter((text) => text.startsWith("historicalDataUpdate 1 "));
    const finals = new Map(updates.map((text) => [text.split(" ")[2], text.split(" ").slice(3).map(Number)]));
    expect([...finals.keys()].map(Number)).toEqual([openUs / 1e6 + 60, openUs / 1e6 + 120]);
    const [open, high, low, close, volume] = finals.get(String(openUs / 1e6 + 60))!;
    const minute = market.history("GS", (openUs + 120_000_000) as never, 1)[0]!;
    expect([open, high, low, close, volume]).toEqual(
      [minute.openPx, minute.highPx, minute.lowPx, minute.closePx, minute.volume].map(dollars),
    );
    client.api.cancelHistoricalData(1);
    await simulator.world.resendStep();
    expect((await client.told()).filter((text) => / 1 /.test(text))).toEqual([
      "error 1 162 Historical Market Data Service error message:API historical data query cancelled: 1",
    ]);
  });
});

describe("other facts of history", () => {
  it("begin where IB's own trades of a well-known stock began, or where the bars here do", async () => {
    const known = await aSimulator({ market: { seed: 7, groups: { tech: ["AAPL"] } } });
    const own = await aSimulator({
      market: { seed: 7, groups: { tech: ["AAPL"] } },
      switches: { headTimestamps: "own" },
    });
    const ofBoth = await Promise.all(
      [known, own].map(async (simulator) => {
        const client = await aDataClient(simulator);
        client.api.reqHeadTimestamp(1, stock("AAPL"), WhatToShow.TRADES, true, 2);
        client.api.reqHeadTimestamp(2, stock("AAPL"), WhatToShow.BID, true, 2);
        return client.told();
      }),
    );
    const begun = Date.UTC(2023, 2, 1, 14, 30) / 1000;
    expect(ofBoth).toEqual([
      ["headTimestamp 1 345479400", `headTimestamp 2 ${begun}`],
      [`headTimestamp 1 ${begun}`, `headTimestamp 2 ${begun}`],
    ]);
  });

  it("are nothing yet for what is kept up to date from before the open, then the first bar", async () => {
    const simulator = await aSimulator({ switches: FREE });
    const client = await aDataClient(simulator);
    await play(simulator, 1);
    // The last seconds before this one are older than the whole minutes that are left of them.
    ask(client, { duration: "30 S", keep: true });
    expect(errorsOf(await client.told())).toEqual([]);
    await play(simulator, 1);
    expect((await client.told()).some((text) => text.startsWith("historicalDataUpdate 1 "))).toBe(true);
  });

  it("are the first moment, schedules, histograms", async () => {
    const client = await aDataClient(await aSimulator({ switches: FREE }));
    client.api.reqHeadTimestamp(1, stock("GS"), WhatToShow.TRADES, true, 1);
    client.api.reqHeadTimestamp(2, stock("GS"), WhatToShow.TRADES, true, 2);
    expect(await client.told()).toEqual([
      "headTimestamp 1 20230301-14:30:00",
      `headTimestamp 2 ${Date.UTC(2023, 2, 1, 14, 30) / 1000}`,
    ]);
    ask(client, { what: "SCHEDULE", size: "1 day", duration: "3 D" });
    const schedule = (await client.told()).find((text) => text.startsWith("historicalSchedule"));
    expect(schedule).toContain("20240229-09:30:00");
    expect(schedule).toContain("US/Eastern");
    expect(schedule).toContain('"refDate":"20240301"');
    client.api.reqHistogramData(3, stock("GS"), true, 3, DurationUnit.DAY);
    const [histogram] = await client.told();
    const rows = JSON.parse(histogram!.slice("histogramData 3 ".length)) as { price: number; size: number }[];
    const minutes = market.history("GS", openUs, 390).reduce((sum, { volume }) => sum + volume, 0);
    expect(rows.reduce((sum, { size }) => sum + size, 0)).toBeGreaterThanOrEqual(dollars(minutes));
    expect(rows.map(({ price }) => price)).toEqual(rows.map(({ price }) => price).toSorted((a, b) => a - b));
    client.api.reqHistogramData(4, stock("GS"), true, 3, "eons" as never);
    client.api.reqHeadTimestamp(5, stock("ZZZZ"), WhatToShow.TRADES, true, 1);
    expect((await client.told()).map((text) => text.slice(0, 11))).toEqual(["error 4 162", "error 5 200"]);
  });
});
