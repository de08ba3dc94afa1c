import { micros, px, qty, shares, us } from "@bowline/kernel";
import { encode, makeWireOrder, type WireSession } from "@bowline/tws-wire";
import { afterEach, describe, expect, it } from "vitest";
import { type IbSession, describeRequestError } from "./index.ts";
import { aLeg, endSessions, fresh, session, theTws } from "./test-session.ts";
import { TEST_ACCOUNT, anAapl } from "./test-support.ts";

afterEach(endSessions);

const LEG = aLeg();

const anExec = (
  changes: Partial<Parameters<typeof encode.execDetails>[1]> = {},
): Parameters<typeof encode.execDetails>[1] => ({
  reqId: -1,
  orderId: 7,
  contract: anAapl,
  execId: "e1",
  time: "20240102 09:30:05 US/Eastern",
  accountId: TEST_ACCOUNT,
  exchange: "NASDAQ",
  side: "BOT",
  lastQty: 40_000_000,
  lastPx: 100_100_000,
  permId: 1001,
  clientId: 17,
  cumQty: 40_000_000,
  avgPx: 100_100_000,
  orderRef: LEG.clOrdId,
  ...changes,
});

describe("orders on the wire", () => {
  it("are written exactly, with every flag said", async () => {
    await fresh();
    const { ib } = await session();
    expect(await ib.orderRoom(2)).toBe(true);
    ib.placeOrder(LEG, { ibOrderId: 7 });
    ib.placeOrder(
      {
        ...LEG,
        leg: "STOP",
        side: "SELL",
        ordType: "STP",
        stopPx: px(micros("99.05")),
        timeInForce: "GTC",
        transmit: false,
      },
      { ibOrderId: 8, parentIbOrderId: 7 },
    );
    const [first, second] = [await theTws().next("placeOrder"), await theTws().next("placeOrder")];
    expect(first).toMatchObject({
      orderId: 7,
      contract: { symbol: "BRK B", secType: "STK", exchange: "SMART", currency: "USD" },
      order: {
        action: "BUY",
        totalQty: 100_000_000,
        orderType: "LMT",
        lmtPx: 100_100_000,
        tif: "DAY",
        account: TEST_ACCOUNT,
        orderRef: LEG.clOrdId,
        transmit: true,
        parentId: 0,
        outsideRth: false,
      },
    });
    expect(second.order).toMatchObject({
      action: "SELL",
      orderType: "STP",
      auxPx: 99_050_000,
      tif: "GTC",
      transmit: false,
      parentId: 7,
    });
    ib.cancelOrder(7);
    expect(await theTws().next("cancelOrder")).toMatchObject({ orderId: 7 });
  });

  it("come back as callbacks with micros and our names", async () => {
    await fresh();
    const { ib, heard, wire } = await session();
    const v = wire.serverVersion;
    const order = makeWireOrder({
      action: "BUY",
      orderType: "LMT",
      totalQty: 100_000_000,
      lmtPx: 100_100_000,
      orderRef: LEG.clOrdId,
      account: TEST_ACCOUNT,
    });
    wire.send(
      encode.openOrder(v, {
        orderId: 7,
        clientId: 17,
        permId: 1001,
        contract: { ...anAapl, symbol: "BRK B" },
        order,
        state: { status: "Submitted" },
      }),
    );
    wire.send(
      encode.orderStatus(v, {
        orderId: 7,
        status: "Submitted",
        cumQty: 40_000_000,
        leavesQty: 60_000_000,
        avgPx: 0,
        permId: 1001,
        parentId: 0,
        lastPx: 0,
        clientId: 17,
      }),
    );
    wire.send(
      encode.orderStatus(v, {
        orderId: 7,
        status: "Sleeping",
        cumQty: 0,
        leavesQty: 0,
        avgPx: 0,
        permId: 0,
        parentId: 0,
        lastPx: 0,
        clientId: 3,
      }),
    );
    wire.send(encode.execDetails(v, anExec({ execId: "e1" })));
    wire.send(encode.commissionReport(v, { execId: "e1", commission: 1_000_000, currency: "USD" }));
    wire.send(encode.errorMessage(v, { id: 7, code: 399, text: "Order Message" }));
    wire.send(
      encode.completedOrder(v, {
        permId: 1001,
        contract: anAapl,
        order,
        status: "Filled",
        filledQty: 100_000_000,
        completedTime: "",
        completedStatus: "Filled Size: 100",
      }),
    );
    expect((await ib.fence()).ok).toBe(true);
    const ref = { orderId: "1001", clOrdId: LEG.clOrdId, ibOrderId: 7 };
    expect(heard.orders).toEqual([
      {
        type: "openOrder",
        ref,
        symbol: "BRK.B",
        side: "BUY",
        orderQty: shares(100),
        lmtPx: px(micros("100.1")),
        status: "Submitted",
      },
      { type: "orderStatus", ref: { orderId: "1001", ibOrderId: 7 }, status: "Submitted", filledQty: shares(40) },
      { type: "orderStatus", ref: {}, status: "Unknown", filledQty: qty(0) },
      {
        type: "execution",
        ref,
        symbol: "AAPL",
        side: "BUY",
        accountId: TEST_ACCOUNT,
        execId: "e1",
        lastQty: shares(40),
        lastPx: px(micros("100.1")),
        transactUs: us(1_704_205_805_000_000),
      },
      { type: "commission", execId: "e1", commission: 1_000_000, currency: "USD" },
      { type: "error", ref: { ibOrderId: 7 }, code: 399, message: "Order Message" },
      {
        type: "completedOrder",
        ref: { orderId: "1001", clOrdId: LEG.clOrdId },
        symbol: "AAPL",
        side: "BUY",
        orderQty: shares(100),
        status: "Filled",
        filledQty: shares(100),
        reason: "Filled Size: 100",
      },
    ]);
  });

  it("that cannot be read are reported, never guessed", async () => {
    await fresh();
    const { ib, heard, wire } = await session();
    wire.send(encode.execDetails(wire.serverVersion, anExec({ time: "yesterday" })));
    await ib.fence();
    expect(heard.orders).toEqual([]);
    expect(heard.notices.join()).toContain("unreadable execution e1 of AAPL at yesterday");
  });
});

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
      useRth: false,
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

async function subscribed(wire: WireSession, ib: IbSession) {
  ib.subscribe("AAPL");
  const ticks = await theTws().next("reqMktData");
  const bars = await theTws().next("reqRealTimeBars");
  return { v: wire.serverVersion, ticks: ticks.reqId, bars: bars.reqId };
}

describe("market data", () => {
  it("come as ticks and bars of their symbol, what is absent left out", async () => {
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
      { symbol: "AAPL", field: "VOLUME", value: 1_000_000 },
      { symbol: "AAPL", field: "HALTED", value: 1 },
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
