import { micros, px, shares, us } from "@bowline/kernel";
import { encode, makeWireOrder } from "@bowline/tws-wire";
import { afterEach, describe, expect, it } from "vitest";
import { describeRequestError } from "./index.ts";
import { anExec, endSessions, fresh, session, theTws } from "./test-session.ts";
import { TEST_ACCOUNT, anAapl } from "./test-support.ts";

afterEach(endSessions);

describe("requests", () => {
  it("return everything up to their End", async () => {
    await fresh();
    const order = makeWireOrder({ action: "SELL", orderType: "MKT", totalQty: 5_000_000, orderRef: "x" });
    theTws().openOrders.push(
      { orderId: 3, clientId: 17, permId: 11, contract: anAapl, order, state: { status: "Submitted" } },
      { orderId: 900, clientId: 4, permId: 12, contract: anAapl, order, state: { status: "Submitted" } },
    );
    theTws().completedOrders.push({
      permId: 10,
      contract: anAapl,
      order,
      status: "Cancelled",
      filledQty: 0,
      completedTime: "",
      completedStatus: "Cancelled",
    });
    theTws().executions.push({ details: anExec(), commission: 1_000_000 });
    theTws().positions.push(
      { accountId: TEST_ACCOUNT, contract: anAapl, positionQty: 40_000_000, avgCost: 100_100_000 },
      { accountId: "DU9", contract: anAapl, positionQty: 1, avgCost: 1 },
    );
    const { ib, heard } = await session();
    const [openOrders, completed, executions, positions, account] = await Promise.all([
      ib.openOrders(),
      ib.completedOrders(),
      ib.executions(),
      ib.positions(),
      ib.followAccount(),
    ]);
    expect(openOrders.ok && openOrders.value.map((o) => [o.ibOrderId, o.callback.side])).toEqual([
      [3, "SELL"],
      [undefined, "SELL"],
    ]);
    expect(completed.ok && completed.value.map((c) => c.ref.orderId)).toEqual(["10"]);
    expect(executions.ok && executions.value.map((e) => e.execId)).toEqual(["e1"]);
    expect(positions.ok && positions.value).toEqual([
      { symbol: "AAPL", quantity: shares(40), avgPx: px(micros("100.1")) },
    ]);
    expect(account.ok).toBe(true);
    expect(ib.account()).toMatchObject({
      cash: micros("100000"),
      equity: micros("100000"),
      positions: [{ symbol: "AAPL", quantity: shares(40) }],
    });
    expect(heard.accounts).toBeGreaterThan(0);
    expect(heard.orders.map((c) => c.type)).toEqual([
      "openOrder",
      "openOrder",
      "completedOrder",
      "execution",
      "commission",
    ]);
  });

  it("about positions tell every later change as well, of the own account alone", async () => {
    await fresh();
    const { ib, heard, wire } = await session();
    await ib.positions();
    const told = (accountId: string, positionQty: number): void =>
      void wire.send(
        encode.position(wire.serverVersion, { accountId, contract: anAapl, positionQty, avgCost: 100_000_000 }),
      );
    told("DU9", 3_000_000);
    told(TEST_ACCOUNT, 7_000_000);
    told(TEST_ACCOUNT, 0);
    await ib.fence();
    expect(heard.positions).toEqual(["AAPL 7", "AAPL 0"]);
  });

  it("without an answer fail; they are never empty", async () => {
    await fresh();
    const { ib } = await session({ requestTimeoutMs: 50 });
    theTws().mute.add("reqAllOpenOrders").add("reqExecutions");
    const [openOrders, executions] = await Promise.all([ib.openOrders(), ib.executions()]);
    expect(openOrders).toMatchObject({ ok: false, error: { type: "timeout", afterMs: 50 } });
    expect(!executions.ok && describeRequestError(executions.error)).toBe("executions: no answer within 50 ms");
  });

  it("fail with the session", async () => {
    await fresh();
    const { ib, heard } = await session();
    theTws().mute.add("reqPositions");
    const positions = ib.positions();
    await theTws().next("reqPositions");
    theTws().session().destroy();
    const answer = await positions;
    expect(!answer.ok && describeRequestError(answer.error)).toBe("positions: the session ended");
    expect(await heard.closed).toContain("closed");
  });

  it("that TWS refuses say so", async () => {
    await fresh();
    const { ib, heard } = await session();
    const answer = await ib.instrument("NONE");
    expect(!answer.ok && describeRequestError(answer.error)).toBe(
      "contract details: 200 No security definition has been found",
    );
    expect(heard.orders).toEqual([]);
  });

  it("find the instrument of a symbol", async () => {
    await fresh();
    const { ib } = await session();
    expect(await ib.instrument("BRK.B")).toEqual({
      ok: true,
      value: {
        symbol: "BRK.B",
        conId: 265_598,
        minTick: 10_000,
        currency: "USD",
        primaryExchange: "NASDAQ",
        longName: "BRK B INC",
        liquidHours: "",
        timeZoneId: "US/Eastern",
      },
    });
  });

  it("give bars of the past with their close, the newest ones wanted", async () => {
    await fresh();
    const bar = {
      openPx: 1_000_000,
      highPx: 3_000_000,
      lowPx: 500_000,
      closePx: 2_000_000,
      volumeQty: 100_000_000,
      wapPx: 1_500_000,
      count: 3,
    };
    theTws().bars.push(...[600, 660, 720].map((start) => ({ ...bar, date: String(start) })));
    const { ib } = await session();
    const answer = await ib.history({ symbol: "AAPL", timeframe: "1m", endUs: us(780_000_000), bars: 2 });
    expect(answer.ok && answer.value.map((b) => [b.closeUs, b.openPx, b.volume, b.tradeCount])).toEqual([
      [720_000_000, 1_000_000, shares(100), 3],
      [780_000_000, 1_000_000, shares(100), 3],
    ]);
    expect(theTws().heard.find((m) => m.type === "reqHistoricalData")).toMatchObject({
      endDateTime: "19700101-00:13:00",
      duration: "2 D",
      barSize: "1 min",
      useRth: true,
      formatDate: 2,
      whatToShow: "TRADES",
    });
    theTws().bars.push({ ...bar, date: "20240102" });
    theTws().bars.splice(0, 3);
    expect(await ib.history({ symbol: "AAPL", timeframe: "5s", endUs: us(780_000_000), bars: 2 })).toMatchObject({
      ok: true,
      value: [],
    });
    theTws().bars.splice(0, 1, { ...bar, date: "20240102 09:30:00" });
    expect(await ib.history({ symbol: "AAPL", timeframe: "5s", endUs: us(780_000_000), bars: 2 })).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining("no unix time") },
    });
  });
});

describe("bars of days", () => {
  it("carry their date on the wire, and here the close of their session: half a day's at one o'clock [pitfall 22]", async () => {
    await fresh();
    const prices = { openPx: 1_000_000, highPx: 3_000_000, lowPx: 500_000, closePx: 2_000_000 };
    const bar = { ...prices, volumeQty: 100_000_000, wapPx: 1_500_000, count: 3 };
    theTws().bars.push(...["20241127", "20241129", "20241202"].map((date) => ({ ...bar, date })));
    const { ib } = await session();
    const noon = us(Date.UTC(2024, 11, 2, 17) * 1000);
    const answer = await ib.history({ symbol: "AAPL", timeframe: "1d", endUs: noon, bars: 60 });
    expect(answer.ok && answer.value.map((b) => b.closeUs)).toEqual([
      Date.UTC(2024, 10, 27, 21) * 1000,
      Date.UTC(2024, 10, 29, 18) * 1000,
    ]);
    await ib.history({ symbol: "AAPL", timeframe: "1d", endUs: noon, bars: 600 });
    const asked = theTws().heard.filter((m) => m.type === "reqHistoricalData");
    expect(asked).toMatchObject([
      { endDateTime: "20241202-17:00:00", duration: "61 D", barSize: "1 day", useRth: true, whatToShow: "TRADES" },
      { duration: "3 Y" },
    ]);
  });
});
