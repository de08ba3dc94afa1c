import { WhatToShow } from "@stoqey/ib";
import { describe, expect, it } from "vitest";
import { stock } from "../../test-client.ts";
import { aDataClient, aSimulator, dollars, play, stepOf } from "../../test-simulator.ts";

/** No limit of what may be asked. */
const FREE = { historyPerTenMinutes: 0, historyPerContract: 0, historySameSeconds: 0, historyYears: 1 };

describe("historical ticks", () => {
  type Tick = { time: number; price: number; size: number; priceBid: number; priceAsk: number };
  const pageOf = (told: readonly string[]): Tick[] => JSON.parse(told[0]!.split(" ").slice(2, -1).join(" ")) as Tick[];
  const AT = "20240301 10:00:00 US/Eastern";

  it("come in pages that can be joined by their last second", async () => {
    const client = await aDataClient(await aSimulator({ switches: FREE }));
    const page = async (start: string, count: number): Promise<Tick[]> => {
      client.api.reqHistoricalTicks(1, stock("GS"), start, "", count, WhatToShow.TRADES, true, false);
      return pageOf(await client.told());
    };
    const first = await page(AT, 100);
    expect(first.length).toBeGreaterThanOrEqual(100);
    const lastSecond = first.at(-1)!.time;
    const next = new Date((lastSecond + 1) * 1000).toISOString();
    const second = await page(`${next.slice(0, 10).replaceAll("-", "")}-${next.slice(11, 19)}`, 100);
    const whole = await page(AT, first.length + second.length);
    expect(whole).toEqual([...first, ...second]);
    const before = Math.max(
      ...first.map(({ time }, index) => (index === 0 ? 0 : first[index - 1]!.time > time ? 1 : 0)),
    );
    expect(before).toBe(0);
  });

  it("sum up to the bars of the same time", async () => {
    const simulator = await aSimulator({ switches: FREE });
    const client = await aDataClient(simulator);
    await play(simulator, 4);
    client.api.reqHistoricalTicks(
      1,
      stock("GS"),
      "20240304 09:30:00 US/Eastern",
      "",
      1000,
      WhatToShow.TRADES,
      true,
      false,
    );
    const ticks = pageOf(await client.told());
    const steps = Array.from({ length: 4 }, (_, step) => stepOf(step, "GS"));
    expect(ticks.reduce((sum, { size }) => sum + size, 0)).toBeCloseTo(
      dollars(steps.reduce((sum, { volume }) => sum + volume, 0)),
      6,
    );
  });

  it("are quotes and midpoints as well, and may be asked for from their end", async () => {
    const simulator = await aSimulator({ switches: FREE });
    const client = await aDataClient(simulator);
    await play(simulator, 4);
    client.api.reqHistoricalTicks(
      1,
      stock("GS"),
      "",
      "20240304 09:30:20 US/Eastern",
      3,
      WhatToShow.BID_ASK,
      true,
      true,
    );
    const quotes = pageOf(await client.told());
    expect(quotes.length).toBeGreaterThanOrEqual(3);
    expect(quotes.at(-1)).toMatchObject({
      priceBid: dollars(stepOf(3, "GS").bidPx),
      priceAsk: dollars(stepOf(3, "GS").askPx),
    });
    client.api.reqHistoricalTicks(2, stock("GS"), "", AT, 10, WhatToShow.MIDPOINT, false, false);
    const mids = pageOf(await client.told());
    expect(mids.length).toBeGreaterThanOrEqual(10);
    expect(mids.at(-1)!.time).toBeLessThan(Date.UTC(2024, 2, 1, 15) / 1000);
  });

  it("are refused with 10187", async () => {
    const client = await aDataClient(await aSimulator({ switches: FREE }));
    const wishes = [
      ["", "", 10, "TRADES"],
      [AT, AT, 10, "TRADES"],
      [AT, "", 1001, "TRADES"],
      ["soon", "", 10, "TRADES"],
      [AT, "", 10, "YIELD"],
    ] as const;
    wishes.forEach(([start, end, count, what], index) =>
      client.api.reqHistoricalTicks(index + 1, stock("GS"), start, end, count, what as never, true, false),
    );
    expect((await client.told()).map((text) => text.split(" ").slice(0, 3).join(" "))).toEqual(
      [1, 2, 3, 4, 5].map((reqId) => `error ${reqId} 10187`),
    );
  });
});
